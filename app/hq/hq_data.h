#pragma once

#include "app/platform/data_directory.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/services/organisation/organisation_plan.h"
#include "core/sql/database.h"

#include <functional>
#include <memory>
#include <string>

/// HQ's data in the hands of a command, or of the server that runs beside it.
namespace bl::hq {

/// What `serve` does for other commands; also their names on the control socket.
inline constexpr const char* kApply = "apply";
inline constexpr const char* kEnrol = "enrol";

/// HQ's directory and database in the hands of this process alone.
struct OwnedHq {
    platform::DataDirectory directory;
    std::string databaseFile;
    platform::FileLock databaseLock;
};

/// Fails with DataDirectoryMissing, DataDirectoryInUse, OrganisationMissing, DatabaseInUse and as
/// platform::readHqConfiguration does.
Result<OwnedHq> takeHq(const std::string& directory);

/// Makes a single-use code for a new register of a store: `{"store","code"}`.
Result<Json> makeEnrolmentCode(sql::Database& database, const std::string& store);

/// Applies a plan as HQ's own operations; gives the summary's JSON.
Result<Json> applyPlan(sql::Database& database, const services::OrganisationPlan& plan);

/// Does a command with the database, or has it done by the server that owns the directory.
Result<Json> withHq(const std::string& directory, const std::string& command, const Json& arguments,
    const std::function<Result<Json>(sql::Database&)>& work);

}  // namespace bl::hq
