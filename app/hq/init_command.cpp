#include "app/hq/commands.h"
#include "app/hq/hq_data.h"
#include "app/platform/hq_configuration.h"
#include "core/base/random.h"
#include "core/services/organisation/organisation_file.h"
#include "core/services/organisation/organisation_setup.h"
#include "core/storage/new_database.h"
#include "resources/demo/demo.h"
#include "sync/server/feed_positions.h"

#include <filesystem>

namespace bl::hq {

namespace {

namespace fs = std::filesystem;

services::SetupNames translatedNames()
{
    services::SetupNames names;
    names.store = HqProgram::tr("Main store").toStdString();
    names.ownerRole = HqProgram::tr("Owner").toStdString();
    names.managerRole = HqProgram::tr("Manager").toStdString();
    names.cashierRole = HqProgram::tr("Cashier").toStdString();
    names.owner = HqProgram::tr("Owner").toStdString();
    names.systemUser = HqProgram::tr("System").toStdString();
    names.importUser = HqProgram::tr("Import").toStdString();
    return names;
}

struct InitRequest {
    services::SetupRequest setup;
    bool withDemo = false;
    std::string url;
};

struct InitOutcome {
    services::NewOrganisation made;
    Json applied = Json::object();
};

Result<InitOutcome> fillDatabase(sql::Database& database, const InitRequest& request)
{
    const SystemWallClock clock;
    SystemRandom random;
    sync::FeedPositions positions;
    InitOutcome outcome;
    BL_TRY(outcome.made,
        services::OrganisationSetup::create(database, request.setup, clock, random, positions));
    if (request.withDemo) {
        BL_TRY(const auto plan, services::parseOrganisation(resources::demoFiles().at(0).text));
        BL_TRY(outcome.applied, applyPlan(database, plan));
    }
    return outcome;
}

Result<InitOutcome> makeOrganisation(const platform::DataPaths& paths, const InitRequest& request)
{
    BL_TRY(const auto file, platform::databaseFileOf(request.url, paths));
    BL_TRY(const auto lock, platform::lockDatabase(file, paths.directory));
    InitOutcome outcome;
    BL_CHECK(storage::createDatabase(
        file, storage::Side::Hq, SystemWallClock{}, [&](sql::Database& database) -> Result<void> {
            BL_TRY(outcome, fillDatabase(database, request));
            return {};
        }));
    if (auto written = platform::writeHqConfiguration(paths, request.url); !written) {
        std::error_code ignored;
        fs::remove(file, ignored);
        return written.error();
    }
    return outcome;
}

Result<text::CommandResult> init(const text::CommandArguments& arguments)
{
    BL_TRY(const auto directory, arguments.required("data"));
    BL_TRY(auto currency, Currency::create(arguments.value("currency")));
    if (!isListedCurrency(currency.code))
        return Error{ErrorCode::UnknownCurrency, {currency.code}};
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
    result.lines << HqProgram::tr("The organisation is in %1, its first store is %2.")
                        .arg(QString::fromStdString(owned.paths().directory),
                            QString::fromUtf8(services::kFirstStore.data(),
                                static_cast<qsizetype>(services::kFirstStore.size())))
                 << HqProgram::tr("The user “owner” logs in once with this PIN and then chooses "
                                  "another: %1")
                        .arg(QString::fromStdString(outcome->made.ownerPin));
    return result;
}

}  // namespace

text::Command initCommand()
{
    text::Command command;
    command.name = QStringLiteral("init");
    command.summary = HqProgram::tr("Makes an organisation with its first store and its owner.");
    command.options << dataOption()
                    << QCommandLineOption(QStringLiteral("demo"),
                           HqProgram::tr("Fill it with the demo organisation."))
                    << text::valueOption("currency",
                           HqProgram::tr("The currency, by its ISO 4217 code."), "CODE",
                           QStringLiteral("CNY"))
                    << text::valueOption("timezone",
                           HqProgram::tr("The time zone, by its IANA name."), "ZONE",
                           QStringLiteral("Asia/Shanghai"))
                    << text::valueOption("database",
                           HqProgram::tr("Where its tables are: sqlite:PATH."), "URL",
                           QStringLiteral("sqlite:hq.db"));
    command.run = init;
    return command;
}

}  // namespace bl::hq
