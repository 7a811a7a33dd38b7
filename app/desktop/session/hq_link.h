#pragma once

#include "sync/client/sync_client.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace bl::desktop {

/// The register's connection to HQ as the screens see it: its state in signals on their thread.
/// Before `start` the state is Stopped.
class HqLink final : public QObject {
    Q_OBJECT
public:
    /// The writer outlives the link.
    explicit HqLink(sql::DatabaseThread& writer, QObject* parent = nullptr);
    /// Stops, without waiting for the network.
    ~HqLink() override;

    /// Begins to send and to read. Fails with InvalidAddress.
    Result<void> start(const sync::SyncClientOptions& options);

    /// Why it could not be started: the token is missing, for example. Shown until it is started.
    void fail(const Error& error);

    const sync::SyncStatus& status() const { return m_status; }

    /// The own journal grew.
    void linesAdded();
    /// What waits after a failure is tried now.
    void pushNow();

    /// Asks HQ for a sale of any store by its receipt's number; the answer comes on this thread.
    /// Fails as sync::requestSale does, or with NetworkFailed before `start`.
    void findSale(
        const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered);

    /// Waits until HQ has every line and everything of HQ's is here. For threads without windows.
    /// Fails with what stopped it, or with the last error when the time was over.
    Result<sync::SyncStatus> waitUntilDone(std::chrono::milliseconds timeout);
    /// Lets `waitUntilDone` fail with Cancelled, now and later.
    void cancelWaiting();

Q_SIGNALS:
    void statusChanged(const bl::sync::SyncStatus& status);

private:
    void take(const sync::SyncStatus& status);
    Result<std::int64_t> waitingLines();

    sql::DatabaseThread& m_writer;
    sync::SyncStatus m_status;

    std::mutex m_mutex;
    std::condition_variable m_news;
    sync::SyncStatus m_latest;  ///< under the mutex, as the synchronisation's thread says it
    bool m_cancelled = false;   ///< under the mutex

    std::unique_ptr<sync::SyncClient> m_client;
};

}  // namespace bl::desktop
