#include "sync/client/sync_engine.h"

#include <algorithm>

namespace bl::sync {

SyncEngine::SyncEngine(const SyncPorts& ports, const std::string& token, const PullOptions& options,
    std::function<void(const SyncStatus&)> statusChanged)
    : m_ports(ports)
    , m_token(token)
    , m_mode(options.mode)
    , m_statusChanged(std::move(statusChanged))
    , m_pusher(
          ports, m_token, eventsOf([this](const std::string& epoch) { m_puller.epochSeen(epoch); }))
    , m_puller(ports, m_token, options, eventsOf([this](const std::string&) {
        if (m_running)
            m_pusher.checkAgain();
    }))
    , m_renewal(ports, m_token, [this] { refresh(); })
{
}

SyncEngine::~SyncEngine()
{
    m_statusChanged = nullptr;
    stop();
}

SyncEvents SyncEngine::eventsOf(std::function<void(const std::string&)> epochSeen)
{
    return SyncEvents{[this] { refresh(); },
        [this](const std::optional<Contact>& contact) { reached(contact); },
        [this](const Error& error) { refuse(error); }, std::move(epochSeen)};
}

void SyncEngine::start()
{
    if (m_running)
        return;
    m_running = true;
    m_refusal.reset();
    m_renewal.start();
    m_pusher.start();
    if (m_mode == SyncMode::Follow)
        m_puller.start();
}

void SyncEngine::stop()
{
    m_running = false;
    m_scope.renew();
    m_pusher.stop();
    m_puller.stop();
    m_renewal.stop();
    refresh();
}

void SyncEngine::linesAdded()
{
    if (!m_running)
        return;
    m_pusher.linesAdded();
    countLines();
}

/// While a push waits for HQ, the pusher does not look at the journal.
void SyncEngine::countLines()
{
    runOnDatabase(
        m_ports, m_scope, [](sql::Database& database) { return PushQueue(database).state(); },
        [this](Result<QueueState> state) {
            if (state)
                m_countedHead = state->head;
            refresh();
        });
}

void SyncEngine::networkChanged()
{
    if (!m_running)
        return;
    m_pusher.networkChanged();
    m_puller.networkChanged();
}

void SyncEngine::findSale(
    const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered)
{
    requestSale(m_ports.transport, m_token, receipt, std::move(answered));
}

void SyncEngine::reached(const std::optional<Contact>& contact)
{
    const auto skew = m_contact ? m_contact->skew : std::chrono::milliseconds(0);
    m_contact = contact.value_or(Contact{m_ports.clock.now(), skew});
    m_pusher.hqReached();
    m_puller.hqReached();
    const auto& record = m_puller.record();
    const bool isLoaded = !record.hqUrl.empty();
    if (contact && isLoaded)
        m_renewal.heard(contact->at + contact->skew, record.tokenIssued);
    refresh();
}

void SyncEngine::refuse(const Error& error)
{
    m_refusal = error;
    m_running = false;
    m_scope.renew();
    m_pusher.stop();
    m_puller.stop();
    m_renewal.stop();
    refresh();
}

bool SyncEngine::isDone() const
{
    if (m_refusal)
        return true;
    const auto why = error();
    if (m_mode == SyncMode::UntilDone && why && isOwnTrouble(*why))
        return true;
    const bool pushed =
        m_pusher.phase() == SyncPhase::Idle || m_pusher.phase() == SyncPhase::Blocked;
    return m_mode == SyncMode::UntilDone && pushed && m_puller.phase() == SyncPhase::Idle
        && m_renewal.isIdle();
}

SyncState SyncEngine::state() const
{
    if (m_refusal)
        return SyncState::Refused;
    if (!m_running)
        return SyncState::Stopped;
    if (m_pusher.phase() == SyncPhase::Blocked)
        return SyncState::Diverged;
    const auto why = error();
    if (why && why->code == ErrorCode::UpgradeRequired)
        return SyncState::UpgradeRequired;
    if (why && why->code == ErrorCode::NetworkFailed)
        return SyncState::Offline;
    if (why)
        return SyncState::Waiting;
    return m_status.waitingLines > 0 || !m_pusher.headKnown() ? SyncState::Pushing
                                                              : SyncState::Idle;
}

std::optional<Error> SyncEngine::error() const
{
    if (m_refusal)
        return m_refusal;
    return m_pusher.error() ? m_pusher.error() : m_puller.error();
}

void SyncEngine::refresh()
{
    if (m_running && m_mode == SyncMode::UntilDone && m_puller.phase() == SyncPhase::Stopped
        && (m_pusher.phase() == SyncPhase::Idle || m_pusher.phase() == SyncPhase::Blocked))
        return m_puller.start();  // it comes back here

    const SyncStatus before = m_status;
    const auto& queue = m_pusher.queue();
    const auto& record = m_puller.record();
    m_status.waitingLines =
        std::max<std::int64_t>(std::max(queue.head, m_countedHead) - queue.acknowledged, 0);
    m_status.error = error();
    m_status.state = state();
    m_status.quarantinedLines = static_cast<std::int64_t>(record.quarantined.size());
    m_status.complete = record.complete;
    m_status.done = isDone();
    if (m_contact) {
        m_status.lastContact = m_contact->at;
        m_status.skew = m_contact->skew;
    } else if (record.lastContact != Instant{}) {
        m_status.lastContact = record.lastContact;
        m_status.skew = std::chrono::milliseconds(record.skewMs);
    }
    if (m_status != before && m_statusChanged)
        m_statusChanged(m_status);
}

}  // namespace bl::sync
