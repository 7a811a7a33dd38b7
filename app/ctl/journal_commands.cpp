#include "app/ctl/commands.h"
#include "app/ctl/opened_data.h"
#include "app/text/number_text.h"
#include "core/base/text.h"
#include "core/services/verifier.h"
#include "core/storage/line_id.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <unistd.h>

namespace bl::ctl {

namespace {

using text::CommandArguments;
using text::CommandResult;

std::string lastReason()
{
    return std::generic_category().message(errno);
}

Result<void> writeLine(const std::string& line)
{
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()
        || std::fputc('\n', stdout) == EOF)
        return Error{ErrorCode::DirectoryNotWritable,
            {ControlProgram::tr("standard output").toStdString(), lastReason()}};
    return {};
}

Result<CommandResult> exportJournal(const CommandArguments& arguments)
{
    BL_TRY(auto data, openForReading(arguments.value("data")));
    BL_TRY(const auto journal,
        services::JournalExport::create(*data.database, arguments.value("register")));
    BL_CHECK(writeLine(journal.header().toText()));
    BL_CHECK(journal.visit(writeLine));
    if (std::fflush(stdout) != 0)
        return Error{ErrorCode::DirectoryNotWritable,
            {ControlProgram::tr("standard output").toStdString(), lastReason()}};
    return CommandResult{};
}

/// Lines of an export, without the line ends.
class LineSource {
public:
    LineSource(std::FILE* file, std::string name)
        : m_file(file)
        , m_name(std::move(name))
    {
    }

    /// Whether there was another line. Fails with UnsupportedFormat on one that no journal has.
    Result<bool> next(std::string& line)
    {
        line.clear();
        for (int c = std::fgetc(m_file); c != EOF; c = std::fgetc(m_file)) {
            if (c == '\n')
                return true;
            // One byte more than a line may have shows as a breach.
            if (line.size() > 2 * journal::kMaxLineBytes)
                return Error{ErrorCode::UnsupportedFormat, {m_name, "not-a-journal"}};
            line.push_back(static_cast<char>(c));
        }
        if (std::ferror(m_file))
            return Error{ErrorCode::UnreadableFile, {m_name, lastReason()}};
        return !line.empty();
    }

private:
    std::FILE* m_file;
    std::string m_name;
};

struct Checked {
    std::int64_t journals = 0;
    std::int64_t lines = 0;
};

Result<Checked> checkStream(std::FILE* file, const std::string& name)
{
    LineSource source(file, name);
    std::string line;
    BL_TRY(const bool any, source.next(line));
    const auto header = services::JournalHeader::parse(line);
    if (!any || !header)
        return Error{ErrorCode::UnsupportedFormat, {name, "not-a-journal"}};
    services::JournalAudit audit(*header, name);
    while (true) {
        BL_TRY(const bool more, source.next(line));
        if (!more)
            break;
        BL_CHECK(audit.chain(line, std::nullopt));
        BL_CHECK(audit.read(line));
    }
    BL_CHECK(audit.finish());
    return Checked{1, audit.head().seq};
}

Result<Checked> checkFile(const std::string& path)
{
    if (path == "-")
        return checkStream(stdin, ControlProgram::tr("standard input").toStdString());
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file)
        return Error{ErrorCode::UnreadableFile, {excerpt(path, 1024), lastReason()}};
    return checkStream(file.get(), excerpt(path, 1024));
}

Result<Checked> checkDatabase(const std::string& directory, const std::string& registerCode)
{
    BL_TRY(auto data, openForReading(directory));
    BL_TRY(const auto site, storage::SiteStore(*data.database).load());
    BL_TRY(const auto chains, storage::JournalStore(*data.database).all());
    BL_TRY(const auto notes, storage::ingestNotes(*data.database));
    std::optional<RegisterId> only;
    if (!registerCode.empty()) {
        BL_TRY(const auto journal, services::JournalExport::create(*data.database, registerCode));
        only = journal.header().registerId;
    }
    Checked checked;
    for (const auto& chain : chains) {
        if (only && chain.registerId != *only)
            continue;
        services::JournalAudit audit({site.organisation, chain.registerId, chain.nonce, chain.head},
            "register " + std::to_string(chain.registerNo));
        const auto checkLine = [&](const storage::StoredLine& stored) -> Result<bool> {
            BL_CHECK(audit.chain(stored.line, stored.hash));
            const bool heldBack = std::binary_search(notes.quarantined.begin(),
                notes.quarantined.end(), storage::lineId(chain.registerNo, stored.seq));
            if (!heldBack)
                BL_CHECK(audit.read(stored.line));
            return true;
        };
        BL_CHECK(storage::JournalStore(*data.database)
                     .visit(chain.registerNo, 1, storage::kLinesPerRegister, checkLine));
        BL_CHECK(audit.finish());
        ++checked.journals;
        checked.lines += audit.head().seq;
    }
    return checked;
}

Result<CommandResult> checkJournal(const CommandArguments& arguments)
{
    const auto files = arguments.positional();
    const bool piped = files.empty() && !arguments.has("data") && isatty(STDIN_FILENO) == 0;
    const auto checked = !files.empty() || piped
        ? checkFile(piped ? "-" : files.front())
        : checkDatabase(arguments.value("data"), arguments.value("register"));
    if (!checked)
        return breachResult(checked.error());
    CommandResult result;
    result.json["holds"] = true;
    result.json["journals"] = checked->journals;
    result.json["lines"] = checked->lines;
    result.lines << ControlProgram::tr("%1 operations: the chain holds and every one balances.")
                        .arg(text::formatCount(checked->lines, QLocale()));
    return result;
}

QCommandLineOption registerOption()
{
    return text::valueOption("register",
        ControlProgram::tr("At HQ: the register's code. HQ's own journal without it."), "CODE");
}

}  // namespace

text::Command journalExportCommand()
{
    text::Command command;
    command.name = QStringLiteral("journal export");
    command.summary = ControlProgram::tr("Writes the journal of a register to standard output: a "
                                         "header line, then the lines as they are stored.");
    command.options = {dataOption(), registerOption()};
    command.output = text::Command::Output::Text;
    command.run = exportJournal;
    return command;
}

text::Command journalCheckCommand()
{
    text::Command command;
    command.name = QStringLiteral("journal check");
    command.summary =
        ControlProgram::tr("Checks chain and postings of an exported journal, or of the "
                           "journals in a data directory.");
    command.options = {dataOption(), registerOption()};
    command.positionals = {QStringLiteral("[FILE]"),
        ControlProgram::tr("An exported journal; - is standard input, which is also read where "
                           "neither a file nor --data is given."),
        0, 1};
    command.run = checkJournal;
    return command;
}

}  // namespace bl::ctl
