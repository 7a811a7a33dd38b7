#include "app/ctl/commands.h"
#include "app/ctl/register_commands.h"
#include "app/ctl/register_directory.h"
#include "app/platform/control_socket.h"
#include "app/platform/data_directory.h"
#include "app/platform/secret_store.h"
#include "app/text/import_sentence.h"
#include "app/text/number_text.h"
#include "core/storage/schema.h"
#include "core/storage/sync_state_store.h"
#include "sync/client/enrolment_client.h"
#include "sync/client/sync_client.h"

#include <QSysInfo>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace bl::ctl {

namespace {

using text::CommandArguments;
using text::CommandResult;

constexpr std::chrono::seconds kLongestSync{24 * 3600};

Result<std::unique_ptr<sql::DatabaseThread>> startWriter(const platform::DataPaths& paths)
{
    return sql::DatabaseThread::start(
        paths.registerDatabase(), sql::Access::Writer, [](sql::Database& database) {
            return sql::migrate(
                database, storage::migrationsOf(storage::Side::Register), SystemWallClock{});
        });
}

Result<sync::SyncStatus> syncHere(sql::DatabaseThread& writer, const std::string& directory,
    const std::string& caFile, std::chrono::milliseconds timeout)
{
    const auto secrets = app::chooseSecretStore(directory);
    BL_TRY(auto token,
        writer.call([&](sql::Database& database) { return sync::loadToken(database, *secrets); }));
    BL_TRY(const auto record, writer.call([](sql::Database& database) {
        return storage::SyncStateStore(database).load();
    }));
    BL_TRY(const auto site,
        writer.call([](sql::Database& database) { return storage::SiteStore(database).load(); }));
    sync::SyncClientOptions options;
    options.hqUrl = record.hqUrl;
    options.token = std::move(token);
    options.keepToken = [&, name = sync::tokenName(site.registerId)](
                            const std::string& renewed, const auto& kept) {
        kept(secrets->write(name, renewed));
    };
    options.caFile = caFile.empty() ? record.caFile : caFile;
    return sync::syncUntilDone(writer, std::move(options), timeout);
}

/// Does the command here where nobody has the directory, and asks its owner otherwise.
Result<Json> onRegister(const CommandArguments& arguments, const std::string& command,
    const Json& request, std::chrono::milliseconds timeout)
{
    const std::string directory = arguments.value("data");
    auto owned = platform::DataDirectory::open(directory, platform::DataKind::Register);
    if (owned) {
        BL_TRY(const auto writer, startWriter(owned->paths()));
        const std::string caFile = command == "sync" ? arguments.value("ca") : std::string{};
        return runRegisterCommand({*writer, {},
                                      [&](std::chrono::milliseconds limit) {
                                          return syncHere(*writer, directory, caFile, limit);
                                      }},
            command, request);
    }
    if (owned.error().code != ErrorCode::DataDirectoryInUse)
        return owned.error();
    auto answer = platform::callControl(directory, command, request, timeout);
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return owned.error();  // its owner takes no commands
    return answer;
}

QString reasonText(services::RowRejection reason)
{
    using services::RowRejection;
    switch (reason) {
    case RowRejection::InvoiceNumber:
        return ControlProgram::tr("the invoice number is neither of a sale nor of a refund");
    case RowRejection::MissingCode: return ControlProgram::tr("the product's code is missing");
    case RowRejection::NegativePrice: return ControlProgram::tr("the price is below zero");
    case RowRejection::ZeroQuantity: return ControlProgram::tr("the quantity is zero");
    case RowRejection::LongName:
        return ControlProgram::tr("the description is longer than 200 characters");
    case RowRejection::UnlikelyYear:
        return ControlProgram::tr("the date is not between 1990 and 2100");
    case RowRejection::RefundedForward:
        return ControlProgram::tr("a refund cannot hand out goods, the quantity is above zero");
    }
    return {};
}

QString rejectionText(const services::RejectedRow& row)
{
    return ControlProgram::tr("%1, line %2 was left out: %3 (“%4”)")
        .arg(QString::fromStdString(row.file), QString::number(row.line), reasonText(row.reason),
            QString::fromStdString(row.value));
}

/// Tickets a second to two decimals, and seconds to three.
double rateOf(std::int64_t tickets, std::chrono::milliseconds elapsed)
{
    const auto ms = std::max<std::int64_t>(elapsed.count(), 1);
    return static_cast<double>(tickets * 100'000 / ms) / 100.0;
}

/// As another program, or this one in another directory, finds the file.
std::string absolutePath(const std::string& file)
{
    std::error_code fault;
    const auto absolute = std::filesystem::absolute(file, fault);
    return file.empty() || fault ? file : absolute.string();
}

Result<CommandResult> importSales(const CommandArguments& arguments)
{
    std::vector<std::string> files;
    for (const auto& file : arguments.positional())
        files.push_back(absolutePath(file));
    BL_TRY(const Json json,
        onRegister(arguments, "import-sales", importArguments(files), kLongestSync));
    BL_TRY(const auto answer, importAnswer(json));
    const auto& report = answer.report;
    for (const auto& row : report.rejected)
        text::printError(rejectionText(row));

    CommandResult result;
    const double rate = rateOf(report.tickets, answer.elapsed);
    for (const char* key : {"sales", "refunds", "saleLines", "refundLines", "adjustments"})
        result.json[key] = json.at(key);
    result.json["rejectedRows"] = report.rejected.size();
    result.json["sold"] = report.sold.minor();
    result.json["refunded"] = report.refunded.minor();
    result.json["seconds"] = static_cast<double>(answer.elapsed.count()) / 1000.0;
    result.json["ticketsPerSecond"] = rate;
    const QLocale locale;
    const auto count = [&](std::int64_t number) {
        return text::formatCount(number, locale);
    };
    result.lines << ControlProgram::tr(
        "Imported: %1 sales with %2 lines, %3 refunds with %4 lines, %5 "
        "corrections of stock.")
                        .arg(count(report.sales), count(report.saleLines), count(report.refunds),
                            count(report.refundLines), count(report.adjustments));
    if (report.knownTickets > 0)
        result.lines << ControlProgram::tr("Imported before and left alone: %1 tickets.")
                            .arg(count(report.knownTickets));
    result.lines << ControlProgram::tr("Rows left out: %1. %2 tickets a second.")
                        .arg(count(static_cast<std::int64_t>(report.rejected.size())),
                            locale.toString(rate, 'f', 1));
    return result;
}

Result<std::chrono::milliseconds> timeoutOf(const CommandArguments& arguments)
{
    const std::string given = arguments.value("timeout");
    std::int64_t seconds = 0;
    const auto [end, fault] = std::from_chars(given.data(), given.data() + given.size(), seconds);
    if (fault != std::errc{} || end != given.data() + given.size() || seconds < 1
        || seconds > kLongestSync.count())
        return Error{ErrorCode::InvalidArgument,
            {"option-range", "--timeout", "1", std::to_string(kLongestSync.count())}};
    return std::chrono::milliseconds{seconds * 1000};
}

Result<CommandResult> syncUntilDone(const CommandArguments& arguments)
{
    if (!arguments.has("until-done"))
        return Error{ErrorCode::InvalidArgument, {"option-missing", "--until-done"}};
    BL_TRY(const auto timeout, timeoutOf(arguments));
    BL_TRY(Json json,
        onRegister(arguments, "sync", syncArguments(timeout), timeout + std::chrono::seconds{10}));
    CommandResult result;
    BL_TRY(const std::int64_t waiting, integerAt(json, "waitingLines"));
    BL_TRY(const std::int64_t quarantined, integerAt(json, "quarantinedLines"));
    BL_TRY(const std::int64_t done, integerAt(json, "done"));
    for (const char* flag : {"complete", "done"})
        json[flag] = json.at(flag) != 0;
    result.json = std::move(json);
    if (done == 0 || waiting > 0)
        result.status = text::ExitStatus::Failed;
    const QLocale locale;
    result.lines << (waiting == 0 ? ControlProgram::tr("HQ has everything.")
                                  : ControlProgram::tr("HQ still lacks %1 operations.")
                                        .arg(text::formatCount(waiting, locale)));
    if (quarantined > 0)
        result.lines << ControlProgram::tr("HQ holds %1 operations back for a decision.")
                            .arg(text::formatCount(quarantined, locale));
    return result;
}

Result<CommandResult> enrol(const CommandArguments& arguments)
{
    sync::EnrolmentInput input;
    BL_TRY(input.hqUrl, arguments.required("hq"));
    BL_TRY(input.code, arguments.required("code"));
    input.caFile = absolutePath(arguments.value("ca"));
    input.device = QSysInfo::machineHostName().toStdString();
    const std::string path = arguments.value("data");
    const bool fresh = platform::dataKind(path) == platform::DataKind::Nothing;
    BL_TRY(auto directory, takeRegister(path));
    const auto join = [&]() -> Result<sync::EnrolmentAnswer> {
        BL_TRY(const auto writer, startWriter(directory.paths()));
        const auto secrets = app::chooseSecretStore(path);
        return sync::enrolRegister(
            input, [&](std::function<void(sql::Database&)> job) { writer->post(std::move(job)); },
            *secrets);
    };
    const auto answer = join();
    if (!answer) {
        if (fresh)
            directory.discard();
        return answer.error();
    }
    CommandResult result;
    result.json["register"] = answer->registerCode;
    result.lines << ControlProgram::tr("This computer is now register %1.")
                        .arg(QString::fromStdString(answer->registerCode));
    return result;
}

QCommandLineOption caOption()
{
    return text::valueOption(
        "ca", ControlProgram::tr("Certificates (PEM) to trust instead of the system's."), "FILE");
}

}  // namespace

text::Command enrolCommand()
{
    text::Command command;
    command.name = QStringLiteral("enrol");
    command.summary = ControlProgram::tr("Makes this data directory a register of HQ's.");
    command.options = {dataOption(),
        text::valueOption("hq", ControlProgram::tr("HQ's address."), "URL"),
        text::valueOption("code", ControlProgram::tr("The single-use code from HQ."), "CODE"),
        caOption()};
    command.run = enrol;
    return command;
}

text::Command importSalesCommand()
{
    text::Command command;
    command.name = QStringLiteral("import-sales");
    command.summary =
        ControlProgram::tr("Imports the sales of another till from CSV files, each ticket "
                           "once, however often it runs.");
    command.options = {dataOption()};
    command.positionals = {QStringLiteral("FILE…"),
        ControlProgram::tr("CSV files, packed with gzip or not, in the order of their days."), 1,
        100'000};
    command.describe = text::importSentence;
    command.run = importSales;
    return command;
}

text::Command syncCommand()
{
    text::Command command;
    command.name = QStringLiteral("sync");
    command.summary = ControlProgram::tr("Sends what HQ lacks and fetches what is new there.");
    command.options = {dataOption(),
        QCommandLineOption(QStringLiteral("until-done"),
            ControlProgram::tr("End when HQ has everything and everything is read.")),
        text::valueOption("timeout", ControlProgram::tr("Give up after so many seconds."),
            "SECONDS", QStringLiteral("600")),
        caOption()};
    command.run = syncUntilDone;
    return command;
}

}  // namespace bl::ctl
