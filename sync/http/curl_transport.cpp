#include "sync/http/curl_transport.h"

#include "sync/http/curl_transfer.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace bl::sync {

namespace {

constexpr int kPollMs = 60'000;  // every change wakes the thread; this is only the longest sleep

void startCurl()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    BL_ASSERT(started == CURLE_OK);
}

}  // namespace

/// The thread that runs libcurl's transfers.
class CurlTransport::Worker {
public:
    Worker(HqAddress address, CurlTransportOptions options, Executor& executor)
        : m_address(std::move(address))
        , m_options(std::move(options))
        , m_executor(executor)
        , m_multi(curl_multi_init())
        , m_thread([this] { run(); })
    {
    }
    ~Worker()
    {
        {
            const std::lock_guard lock(m_pending->mutex);
            m_pending->callbacks.clear();
        }
        m_stopping = true;
        curl_multi_wakeup(m_multi);
        m_thread.join();
        curl_multi_cleanup(m_multi);
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    RequestId send(HttpRequest request, std::chrono::milliseconds timeout, Callback callback);
    void cancel(RequestId request);

private:
    /// Who waits for what. Shared with the tasks that wait in the executor, which may outlive the
    /// transport.
    struct Pending {
        std::mutex mutex;
        std::map<RequestId, Callback> callbacks;
    };

    void run();
    void takeOrders();
    void begin(std::unique_ptr<CurlTransfer> transfer);
    void collect();
    void report(RequestId request, Result<HttpResponse> result);

    const HqAddress m_address;
    const CurlTransportOptions m_options;
    Executor& m_executor;
    CURLM* m_multi;
    std::shared_ptr<Pending> m_pending = std::make_shared<Pending>();
    std::mutex m_mutex;
    RequestId m_lastId = 0;
    std::deque<std::unique_ptr<CurlTransfer>> m_begun;
    std::vector<RequestId> m_cancelled;
    std::map<RequestId, std::unique_ptr<CurlTransfer>> m_transfers;  ///< the thread's own
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

Transport::RequestId CurlTransport::Worker::send(
    HttpRequest request, std::chrono::milliseconds timeout, Callback callback)
{
    RequestId id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = ++m_lastId;
        {
            const std::lock_guard pendingLock(m_pending->mutex);
            m_pending->callbacks.emplace(id, std::move(callback));
        }
        m_begun.push_back(std::make_unique<CurlTransfer>(id, std::move(request), timeout));
    }
    curl_multi_wakeup(m_multi);
    return id;
}

void CurlTransport::Worker::cancel(RequestId request)
{
    Callback dropped;  // destroyed outside the lock: it may own whatever it likes
    {
        const std::lock_guard lock(m_pending->mutex);
        const auto found = m_pending->callbacks.find(request);
        if (found == m_pending->callbacks.end())
            return;
        dropped = std::move(found->second);
        m_pending->callbacks.erase(found);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled.push_back(request);
    }
    curl_multi_wakeup(m_multi);
}

void CurlTransport::Worker::run()
{
    while (!m_stopping) {
        takeOrders();
        int running = 0;
        curl_multi_perform(m_multi, &running);
        collect();
        curl_multi_poll(m_multi, nullptr, 0, kPollMs, nullptr);
    }
    for (const auto& [id, transfer] : m_transfers)
        curl_multi_remove_handle(m_multi, transfer->handle());
    m_transfers.clear();
}

void CurlTransport::Worker::takeOrders()
{
    std::deque<std::unique_ptr<CurlTransfer>> begun;
    std::vector<RequestId> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        begun.swap(m_begun);
        cancelled.swap(m_cancelled);
    }
    for (auto& transfer : begun)
        begin(std::move(transfer));
    for (const RequestId id : cancelled) {
        const auto found = m_transfers.find(id);
        if (found == m_transfers.end())
            continue;
        curl_multi_remove_handle(m_multi, found->second->handle());
        m_transfers.erase(found);
    }
}

void CurlTransport::Worker::begin(std::unique_ptr<CurlTransfer> transfer)
{
    const RequestId id = transfer->id();
    if (auto prepared = transfer->prepare(m_address, m_options); !prepared)
        return report(id, prepared.error());
    curl_multi_add_handle(m_multi, transfer->handle());
    m_transfers.emplace(id, std::move(transfer));
}

void CurlTransport::Worker::collect()
{
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char* owner = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
        const CURLcode code = message->data.result;
        const RequestId id = reinterpret_cast<CurlTransfer*>(owner)->id();
        const auto transfer = std::move(m_transfers.extract(id).mapped());
        curl_multi_remove_handle(m_multi, transfer->handle());
        report(id, transfer->finish(code, m_address));
    }
}

void CurlTransport::Worker::report(RequestId request, Result<HttpResponse> result)
{
    m_executor.post([pending = m_pending, request, result = std::move(result)]() mutable {
        Callback callback;
        {
            const std::lock_guard lock(pending->mutex);
            const auto found = pending->callbacks.find(request);
            if (found == pending->callbacks.end())
                return;
            callback = std::move(found->second);
            pending->callbacks.erase(found);
        }
        callback(std::move(result));
    });
}

CurlTransport::CurlTransport(std::unique_ptr<Worker> worker)
    : m_worker(std::move(worker))
{
}

CurlTransport::~CurlTransport() = default;

Result<std::unique_ptr<CurlTransport>> CurlTransport::create(
    std::string_view baseUrl, Executor& executor, CurlTransportOptions options)
{
    startCurl();
    BL_TRY(HqAddress address, HqAddress::parse(baseUrl));
    return std::unique_ptr<CurlTransport>(new CurlTransport(
        std::make_unique<Worker>(std::move(address), std::move(options), executor)));
}

Transport::RequestId CurlTransport::send(
    HttpRequest request, std::chrono::milliseconds timeout, Callback callback)
{
    return m_worker->send(std::move(request), timeout, std::move(callback));
}

void CurlTransport::cancel(RequestId request)
{
    m_worker->cancel(request);
}

}  // namespace bl::sync
