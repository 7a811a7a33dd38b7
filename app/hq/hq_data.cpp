#include "app/hq/hq_data.h"

#include "app/platform/control_socket.h"
#include "app/platform/hq_configuration.h"
#include "core/base/random.h"
#include "core/services/organisation/organisation_service.h"
#include "core/staff/user.h"
#include "core/storage/schema.h"
#include "sync/server/enrolment.h"
#include "sync/server/feed_positions.h"

namespace bl::hq {

namespace {

/// A large organisation takes minutes.
constexpr std::chrono::minutes kServerPatience{30};

}  // namespace

Result<OpenedHq> openHq(const std::string& directory)
{
    BL_TRY(auto owned, platform::DataDirectory::open(directory, platform::DataKind::Hq));
    BL_TRY(const auto configuration, platform::readHqConfiguration(owned.paths()));
    BL_TRY(auto database, sql::Database::open(configuration.databaseFile, sql::Access::Writer));
    BL_CHECK(sql::migrate(*database, storage::migrationsOf(storage::Side::Hq), SystemWallClock{}));
    return OpenedHq{std::move(owned), std::move(database)};
}

Result<Json> makeEnrolmentCode(sql::Database& database, const std::string& store)
{
    const SystemWallClock clock;
    SystemRandom random;
    BL_TRY(const auto code, sync::Enrolment(database, clock, random).createCode(store));
    Json made;
    made["store"] = store;
    made["code"] = code;
    return made;
}

Result<Json> applyPlan(sql::Database& database, const services::OrganisationPlan& plan)
{
    const SystemWallClock clock;
    SystemRandom random;
    UuidFactory ids(clock, random);
    sync::FeedPositions positions;
    services::OperationWriter writer(database, clock, positions);
    const services::ServiceContext context{database, clock, random, ids, writer};
    BL_TRY(
        const auto summary, services::OrganisationService(context).apply(plan, staff::kSystemUser));
    return summary.toJson();
}

Result<Json> withHq(const std::string& directory, const std::string& command, const Json& arguments,
    const std::function<Result<Json>(sql::Database&)>& work)
{
    auto opened = openHq(directory);
    if (opened)
        return work(*opened->database);
    if (opened.error().code != ErrorCode::DataDirectoryInUse)
        return opened.error();
    auto answer = platform::callControl(directory, command, arguments, kServerPatience);
    // Whoever has the directory is no server: another command, which will be done soon.
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return opened.error();
    return answer;
}

}  // namespace bl::hq
