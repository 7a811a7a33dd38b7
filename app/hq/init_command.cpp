#include "app/hq/commands.h"
#include "app/hq/hq_data.h"
#include "app/platform/hq_configuration.h"
#include "core/base/random.h"
#include "core/services/organisation/organisation_file.h"
#include "core/services/organisation/organisation_setup.h"
#include "core/storage/schema.h"
#include "resources/demo/demo.h"
#include "sync/server/feed_positions.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace bl::hq {

namespace {

namespace fs = std::filesystem;

struct InitText {
    Q_DECLARE_TR_FUNCTIONS(HqProgram)
};

services::SetupNames translatedNames()
{
    services::SetupNames names;
    names.store = InitText::tr("Main store").toStdString();
    names.ownerRole = InitText::tr("Owner").toStdString();
    names.managerRole = InitText::tr("Manager").toStdString();
    names.cashierRole = InitText::tr("Cashier").toStdString();
    names.owner = InitText::tr("Owner").toStdString();
    names.systemUser = InitText::tr("System").toStdString();
    names.importUser = InitText::tr("Import").toStdString();
    return names;
}

void syncDirectory(const fs::path& directory)
{
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

/// A database under another name until it is complete, so that one that was never finished is never
/// taken for an organisation.
class UnfinishedDatabase {
public:
    explicit UnfinishedDatabase(std::string file)
        : m_file(std::move(file))
        , m_draft(m_file + ".new")
    {
        removeDraft();
    }
    ~UnfinishedDatabase() { removeDraft(); }
    UnfinishedDatabase(const UnfinishedDatabase&) = delete;
    UnfinishedDatabase& operator=(const UnfinishedDatabase&) = delete;

    const std::string& draft() const { return m_draft; }

    /// Gives the database, which is closed, its name.
    Result<void> finish()
    {
        if (::rename(m_draft.c_str(), m_file.c_str()) != 0)
            return Error{ErrorCode::DirectoryNotWritable, {m_file, std::strerror(errno)}};
        syncDirectory(fs::path(m_file).parent_path());
        return {};
    }

private:
    void removeDraft() const
    {
        std::error_code ignored;
        for (const auto* ending : {"", "-wal", "-shm", "-journal"})
            fs::remove(m_draft + ending, ignored);
    }

    std::string m_file;
    std::string m_draft;
};

struct InitRequest {
    services::SetupRequest setup;
    bool withDemo = false;
    std::string url;
};

struct InitOutcome {
    services::NewOrganisation made;
    Json applied = Json::object();
};

Result<InitOutcome> fillDatabase(const std::string& file, const InitRequest& request)
{
    const SystemWallClock clock;
    SystemRandom random;
    sync::FeedPositions positions;
    BL_TRY(const auto database, sql::Database::open(file, sql::Access::Writer));
    BL_CHECK(sql::migrate(*database, storage::migrationsOf(storage::Side::Hq), clock));
    InitOutcome outcome;
    BL_TRY(outcome.made,
        services::OrganisationSetup::create(*database, request.setup, clock, random, positions));
    if (request.withDemo) {
        BL_TRY(const auto plan, services::parseOrganisation(resources::demoFiles().at(0).text));
        BL_TRY(outcome.applied, applyPlan(*database, plan));
    }
    BL_CHECK(database->checkpoint());
    return outcome;
}

Result<InitOutcome> makeOrganisation(const platform::DataPaths& paths, const InitRequest& request)
{
    BL_TRY(const auto file, platform::databaseFileOf(request.url, paths));
    std::error_code ignored;
    if (fs::exists(file, ignored))
        return Error{ErrorCode::DataDirectoryOccupied, {file}};
    UnfinishedDatabase unfinished(file);
    BL_TRY(auto outcome, fillDatabase(unfinished.draft(), request));
    BL_CHECK(unfinished.finish());
    if (auto written = platform::writeHqConfiguration(paths, request.url); !written) {
        fs::remove(file, ignored);
        return written.error();
    }
    return outcome;
}

Result<text::CommandResult> init(const text::CommandArguments& arguments)
{
    BL_TRY(const auto directory, arguments.required("data"));
    BL_TRY(auto currency, Currency::create(arguments.value("currency")));
    BL_TRY(auto timeZone, TimeZone::create(arguments.value("timezone")));
    InitRequest request{{std::move(currency), std::move(timeZone), {}, translatedNames()},
        arguments.has("demo"), arguments.value("database")};
    // A wrong engine is told before anything is made.
    BL_CHECK(platform::databaseFileOf(request.url, {directory}));

    BL_TRY(auto owned, platform::DataDirectory::create(directory));
    auto outcome = makeOrganisation(owned.paths(), request);
    if (!outcome) {
        owned.discard();
        return outcome.error();
    }

    text::CommandResult result;
    result.json["organisation"] = outcome->made.organisation.toString();
    result.json["store"] = services::kFirstStore;
    result.json["owner"]["login"] = services::kOwnerLogin;
    result.json["owner"]["pin"] = outcome->made.ownerPin;
    result.json["applied"] = outcome->applied;
    result.lines << InitText::tr("The organisation is in %1, its first store is %2.")
                        .arg(QString::fromStdString(owned.paths().directory),
                            QString::fromUtf8(services::kFirstStore.data(),
                                static_cast<qsizetype>(services::kFirstStore.size())))
                 << InitText::tr("The user “owner” logs in once with this PIN and then chooses "
                                 "another: %1")
                        .arg(QString::fromStdString(outcome->made.ownerPin));
    return result;
}

}  // namespace

text::Command initCommand()
{
    text::Command command;
    command.name = QStringLiteral("init");
    command.summary = InitText::tr("Makes an organisation with its first store and its owner.");
    command.options << dataOption()
                    << QCommandLineOption(QStringLiteral("demo"),
                           InitText::tr("Fill it with the demo organisation."))
                    << text::valueOption("currency",
                           InitText::tr("The currency, by its ISO 4217 code."), "CODE",
                           QStringLiteral("CNY"))
                    << text::valueOption("timezone",
                           InitText::tr("The time zone, by its IANA name."), "ZONE",
                           QStringLiteral("Asia/Shanghai"))
                    << text::valueOption("database",
                           InitText::tr("Where its tables are: sqlite:PATH."), "URL",
                           QStringLiteral("sqlite:hq.db"));
    command.run = init;
    return command;
}

}  // namespace bl::hq
