#pragma once

#include "core/base/json.h"
#include "core/services/sales_import.h"
#include "core/sql/database_thread.h"
#include "sync/client/sync_status.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

/// Commands that write to a register: `branchlinectl` does them itself where nobody has the
/// register's directory, and otherwise asks the application, which serves them on its control
/// socket by this same code.
namespace bl::ctl {

/// What the commands work on, in whichever program they run.
struct RegisterPorts {
    sql::DatabaseThread& writer;

    /// Called after own lines were added, for the synchronisation that runs beside; may be empty.
    std::function<void()> linesAdded;

    /// Sends everything and reads the feed to its end, or fails; may be empty.
    std::function<Result<sync::SyncStatus>(std::chrono::milliseconds timeout)> syncUntilDone;
};

/// Does the command `import-sales {"files":[…]}` or `sync {"timeoutMs"}`: the handler for
/// platform::ControlServer. File names are absolute. Fails with NotFound for other commands.
Result<Json> runRegisterCommand(
    const RegisterPorts& ports, const std::string& command, const Json& arguments);

/// The arguments and answers of the commands as values.
Json importArguments(const std::vector<std::string>& files);
struct ImportAnswer {
    services::ImportReport report;
    std::chrono::milliseconds elapsed{0};
};
Result<ImportAnswer> importAnswer(const Json& json);

Json syncArguments(std::chrono::milliseconds timeout);

/// `{"state","waitingLines","quarantinedLines","skewMs","complete","done"}`, with 0 and 1 for no
/// and yes.
Json syncAnswer(const sync::SyncStatus& status);

}  // namespace bl::ctl
