#include "app/hq/hq_data.h"

#include "app/platform/control_socket.h"
#include "app/platform/hq_configuration.h"
#include "core/base/random.h"
#include "core/services/organisation/organisation_service.h"
#include "core/staff/user.h"
#include "sync/server/enrolment.h"
#include "sync/server/feed_positions.h"
#include "sync/server/hq_server.h"

namespace bl::hq {

namespace {

/// A large organisation takes minutes.
constexpr std::chrono::minutes kServerPatience{30};

}  // namespace

Result<OwnedHq> takeHq(const std::string& directory)
{
    BL_TRY(auto owned, platform::DataDirectory::open(directory, platform::DataKind::Hq));
    BL_TRY(auto configuration, platform::readHqConfiguration(owned.paths()));
    BL_TRY(auto lock, platform::lockDatabase(configuration.databaseFile, owned.paths().directory));
    return OwnedHq{std::move(owned), std::move(configuration.databaseFile), std::move(lock)};
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
    const auto owned = takeHq(directory);
    if (owned) {
        BL_TRY(const auto database, sql::Database::open(owned->databaseFile, sql::Access::Writer));
        BL_CHECK(sync::prepareHq(*database, SystemWallClock{}));
        return work(*database);
    }
    if (owned.error().code != ErrorCode::DataDirectoryInUse)
        return owned.error();
    auto answer = platform::callControl(directory, command, arguments, kServerPatience);
    // Whoever has the directory is no server: another command, which will be done soon.
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return owned.error();
    return answer;
}

}  // namespace bl::hq
