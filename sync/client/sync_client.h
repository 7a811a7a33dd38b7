#pragma once

#include "core/sql/database_thread.h"
#include "sync/client/feed_puller.h"
#include "sync/client/sale_request.h"
#include "sync/client/sync_status.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace bl::sync {

struct SyncClientOptions {
    std::string hqUrl;
    std::string token;
    /// Keeps a new token; called on the synchronisation's thread, calls `kept` once, from any
    /// thread.
    TokenKeeper keepToken;
    std::string caFile;  ///< PEM; empty: the system's authorities
    SyncMode mode = SyncMode::Follow;
};

/// The synchronisation as a program runs it: the engine on a thread of its own, libcurl to HQ, jobs
/// on the register's writer. Used from one thread; the database thread must outlive it.
class SyncClient {
public:
    using StatusCallback = std::function<void(const SyncStatus&)>;

    /// `statusChanged` is called on the synchronisation's thread. Fails with InvalidAddress.
    static Result<std::unique_ptr<SyncClient>> create(sql::DatabaseThread& database,
        const SyncClientOptions& options, StatusCallback statusChanged);

    /// Stops.
    ~SyncClient();
    SyncClient(const SyncClient&) = delete;
    SyncClient& operator=(const SyncClient&) = delete;

    void start();

    /// Gives up what is under way and waits for the thread, not for the network. What HQ had taken
    /// is found out at the next start. There is no start after it.
    void stop();

    /// Call after each commit of own lines; from any thread, until stop.
    void linesAdded();
    void networkChanged();

    /// Asks HQ for a sale of any store; see requestSale. The answer comes on the synchronisation's
    /// thread, and never where `stop` comes first.
    void findSale(
        const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered);

private:
    class Parts;

    explicit SyncClient(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// Sends everything and reads the feed to its end, for the command line. Tries again after failures
/// of the network until the time is over. Fails with what stopped it: RegisterRevoked, Fork,
/// at once with this machine's own trouble (isOwnTrouble), the last error when the time was over.
Result<SyncStatus> syncUntilDone(
    sql::DatabaseThread& database, SyncClientOptions options, std::chrono::milliseconds timeout);

}  // namespace bl::sync
