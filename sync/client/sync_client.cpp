#include "sync/client/sync_client.h"

#include "core/base/thread_executor.h"
#include "sync/client/sync_engine.h"
#include "sync/http/curl_transport.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace bl::sync {

/// In the order in which they are made; taken down backwards, the executor first of all.
class SyncClient::Parts {
public:
    Parts(sql::DatabaseThread& thread, StatusCallback callback)
        : database(thread)
        , statusChanged(std::move(callback))
    {
    }

    void build(const SyncClientOptions& options, std::unique_ptr<CurlTransport> made)
    {
        transport = std::move(made);
        // A job that waits in the database's queue may end after us: it holds the executor.
        auto run = [this, keep = executor](std::function<void(sql::Database&)> job) {
            database.post([keep, job = std::move(job)](sql::Database& opened) { job(opened); });
        };
        auto keep = [executor = executor, keepToken = options.keepToken](
                        const std::string& token, std::function<void(Result<void>)> kept) {
            keepToken(token, [executor, kept = std::move(kept)](Result<void> outcome) {
                executor->post([kept, outcome = std::move(outcome)] { kept(outcome); });
            });
        };
        PullOptions pull;
        pull.mode = options.mode;
        engine = std::make_unique<SyncEngine>(
            SyncPorts{*transport, clock, *executor, random, std::move(run), std::move(keep)},
            options.token, pull, [this](const SyncStatus& status) {
                if (statusChanged)
                    statusChanged(status);
            });
    }

    sql::DatabaseThread& database;
    StatusCallback statusChanged;
    SystemWallClock clock;
    SystemRandom random;
    std::shared_ptr<ThreadExecutor> executor = std::make_shared<ThreadExecutor>();
    std::unique_ptr<CurlTransport> transport;
    std::unique_ptr<SyncEngine> engine;
};

Result<std::unique_ptr<SyncClient>> SyncClient::create(
    sql::DatabaseThread& database, const SyncClientOptions& options, StatusCallback statusChanged)
{
    auto parts = std::make_unique<Parts>(database, std::move(statusChanged));
    CurlTransportOptions http;
    http.caFile = options.caFile;
    BL_TRY(auto transport, CurlTransport::create(options.hqUrl, *parts->executor, http));
    parts->build(options, std::move(transport));
    return std::unique_ptr<SyncClient>(new SyncClient(std::move(parts)));
}

SyncClient::SyncClient(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

SyncClient::~SyncClient()
{
    stop();
}

void SyncClient::start()
{
    m_parts->executor->post([parts = m_parts.get()] { parts->engine->start(); });
}

void SyncClient::stop()
{
    m_parts->executor->stop();
    m_parts->engine.reset();  // the executor's thread has ended: its objects are ours now
    m_parts->transport.reset();
}

void SyncClient::linesAdded()
{
    m_parts->executor->post([parts = m_parts.get()] { parts->engine->linesAdded(); });
}

void SyncClient::networkChanged()
{
    m_parts->executor->post([parts = m_parts.get()] { parts->engine->networkChanged(); });
}

void SyncClient::findSale(
    const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered)
{
    m_parts->executor->post([parts = m_parts.get(), receipt, answered = std::move(answered)] {
        parts->engine->findSale(receipt, answered);
    });
}

Result<SyncStatus> syncUntilDone(
    sql::DatabaseThread& database, SyncClientOptions options, std::chrono::milliseconds timeout)
{
    struct Outcome {
        std::mutex mutex;
        std::condition_variable changed;
        SyncStatus status;
        bool over = false;
    } outcome;

    options.mode = SyncMode::UntilDone;
    BL_TRY(const auto client,
        SyncClient::create(database, options, [&outcome](const SyncStatus& status) {
            const std::lock_guard lock(outcome.mutex);
            outcome.status = status;
            outcome.over = status.done;
            outcome.changed.notify_all();
        }));
    client->start();
    SyncStatus last;
    {
        std::unique_lock lock(outcome.mutex);
        outcome.changed.wait_for(lock, timeout, [&] { return outcome.over; });
        last = outcome.status;
    }
    client->stop();
    if (last.done && !last.error)
        return last;
    if (last.error)
        return *last.error;
    return Error{ErrorCode::NetworkFailed, {options.hqUrl, "the time is over"}};
}

}  // namespace bl::sync
