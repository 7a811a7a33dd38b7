#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/sql/database_thread.h"
#include "sync/server/http_server.h"
#include "sync/server/ingest.h"
#include "sync/server/trouble_log.h"

#include <chrono>
#include <memory>
#include <string>

namespace bl::sync {

struct HqServerOptions {
    std::string databaseFile;
    HttpServerOptions http;
    IngestOptions ingest;
    TroubleLog::Write log;  ///< takes a line about each failure of HQ's own, from any thread
    int readers = 2;        ///< connections for the feed and other questions, each on a thread
    std::chrono::milliseconds drainPatience{10'000};
};

/// Brings HQ's database to the newest schema. Fails with OrganisationMissing where it holds none,
/// and as sql::migrate does.
Result<void> prepareHq(sql::Database& database, const WallClock& clock);

/// HQ as `branchline-hq serve` runs it: one writer, some readers, one thread for the state
/// machines, HTTP.
class HqServer {
public:
    /// Brings the database to the newest schema and listens when it returns. The database holds an
    /// organisation already (OrganisationMissing otherwise). Clock and random source must be safe
    /// to use from several threads and outlive the server.
    static Result<std::unique_ptr<HqServer>> start(
        HqServerOptions options, const WallClock& clock, RandomSource& random);

    /// Stops.
    ~HqServer();
    HqServer(const HqServer&) = delete;
    HqServer& operator=(const HqServer&) = delete;

    int port() const;

    /// Answers the requests in flight, lets go of long polls, and ends. A second call does nothing.
    void stop();

    /// A single-use code for a new register of that store. Fails with UnknownStore.
    Result<std::string> createEnrolmentCode(const std::string& storeCode);

    /// The one connection that writes, for commands that run beside the server. Use FeedPositions
    /// as their AppliedListener and call `changed` afterwards, or use `write`.
    sql::DatabaseThread& writer();

    /// Registers that wait hear of what a command wrote, and tokens and states of registers are
    /// read anew.
    void changed();

    /// Runs `work(Database&)` on the writer, waits for its value and calls `changed`.
    template <typename Work>
    auto write(Work work)
    {
        auto value = writer().call(std::move(work));
        changed();
        return value;
    }

private:
    class Threads;

    HqServer();

    std::unique_ptr<Threads> m_threads;
};

}  // namespace bl::sync
