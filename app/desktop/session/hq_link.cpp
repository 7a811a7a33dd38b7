#include "app/desktop/session/hq_link.h"

#include "sync/client/push_queue.h"

#include <QMetaObject>

#include <utility>

namespace bl::desktop {

HqLink::HqLink(sql::DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
{
}

HqLink::~HqLink()
{
    cancelWaiting();
    m_client.reset();
}

Result<void> HqLink::start(const sync::SyncClientOptions& options)
{
    BL_TRY(m_client,
        sync::SyncClient::create(m_writer, options, [this](const sync::SyncStatus& status) {
            {
                const std::lock_guard lock(m_mutex);
                m_latest = status;
            }
            m_news.notify_all();
            QMetaObject::invokeMethod(
                this, [this, status] { take(status); }, Qt::QueuedConnection);
        }));
    m_client->start();
    return {};
}

void HqLink::fail(const Error& error)
{
    m_status.error = error;
    // Also where it is the same one again: somebody tried once more and waits for the answer.
    Q_EMIT statusChanged(m_status);
}

void HqLink::take(const sync::SyncStatus& status)
{
    if (std::exchange(m_status, status) != status)
        Q_EMIT statusChanged(m_status);
}

void HqLink::linesAdded()
{
    if (m_client)
        m_client->linesAdded();
}

void HqLink::pushNow()
{
    if (m_client) {
        m_client->networkChanged();
        m_client->linesAdded();
    }
}

void HqLink::findSale(
    const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered)
{
    if (!m_client)
        return answered(Error{ErrorCode::NetworkFailed, {"HQ", {}}});
    m_client->findSale(
        receipt, [this, answered = std::move(answered)](Result<storage::StoredSale> sale) {
            QMetaObject::invokeMethod(
                this, [answered, sale = std::move(sale)] { answered(sale); }, Qt::QueuedConnection);
        });
}

Result<std::int64_t> HqLink::waitingLines()
{
    return m_writer.call([](sql::Database& database) -> Result<std::int64_t> {
        BL_TRY(const auto queue, sync::PushQueue(database).state());
        return queue.waiting();
    });
}

Result<sync::SyncStatus> HqLink::waitUntilDone(std::chrono::milliseconds timeout)
{
    using sync::SyncState;
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    QMetaObject::invokeMethod(this, &HqLink::pushNow, Qt::QueuedConnection);
    for (;;) {
        sync::SyncStatus status;
        {
            const std::lock_guard lock(m_mutex);
            if (m_cancelled)
                return Error{ErrorCode::Cancelled, {}};
            status = m_latest;
        }
        const bool over = std::chrono::steady_clock::now() >= deadline;
        switch (status.state) {
        case SyncState::Refused:
        case SyncState::UpgradeRequired:
        case SyncState::Diverged: return status.error.value_or(Error{ErrorCode::Unauthorised, {}});
        case SyncState::Idle: {
            BL_TRY(const auto waiting, waitingLines());
            if (status.complete && waiting == 0) {
                status.done = true;
                status.waitingLines = 0;
                return status;
            }
            break;
        }
        case SyncState::Stopped:
        case SyncState::Pushing:
        case SyncState::Offline:
        case SyncState::Waiting: break;
        }
        if (over)
            return status.error.value_or(Error{ErrorCode::Cancelled, {}});
        std::unique_lock lock(m_mutex);
        m_news.wait_until(
            lock, deadline, [this, &status] { return m_cancelled || m_latest != status; });
    }
}

void HqLink::cancelWaiting()
{
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
    }
    m_news.notify_all();
}

}  // namespace bl::desktop
