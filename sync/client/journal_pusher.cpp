#include "sync/client/journal_pusher.h"

#include <algorithm>

namespace bl::sync {

JournalPusher::JournalPusher(const SyncPorts& ports, const std::string& token, SyncEvents events)
    : m_ports(ports)
    , m_token(token)
    , m_events(std::move(events))
    , m_backoff(ports.random)
{
}

void JournalPusher::start()
{
    m_headKnown = false;
    m_error.reset();
    m_backoff.reset();
    m_repairs = 0;
    m_phase = SyncPhase::Working;
    // The figure of waiting lines must not depend on HQ being there.
    runOnDatabase(
        m_ports, m_scope, [](sql::Database& database) { return PushQueue(database).state(); },
        [this](Result<QueueState> state) {
            if (!state)
                return jobFailed(state.error());
            m_queue = *state;
            proceed();
        });
    m_events.changed();
}

void JournalPusher::stop()
{
    cutShort();
    m_phase = SyncPhase::Stopped;
}

/// Forgets what is under way, so that something else can begin.
void JournalPusher::cutShort()
{
    m_scope.renew();
    if (m_request)
        m_ports.transport.cancel(*std::exchange(m_request, std::nullopt));
    m_ports.executor.cancel(std::exchange(m_timer, 0));
}

void JournalPusher::linesAdded()
{
    if (m_phase == SyncPhase::Working)
        m_moreLines = true;
    else if (m_phase == SyncPhase::Idle)
        proceed();
    else if (m_phase == SyncPhase::Waiting && !m_hqAskedToWait)
        hqReached();
}

void JournalPusher::networkChanged()
{
    if (m_phase == SyncPhase::Working && m_request) {
        cutShort();  // the connection may be dead without a word; a push may be repeated
        proceed();
    }
    hqReached();
}

void JournalPusher::hqReached()
{
    if (m_phase != SyncPhase::Waiting || m_hqAskedToWait)
        return;
    cutShort();
    m_backoff.reset();
    proceed();
}

void JournalPusher::checkAgain()
{
    m_headKnown = false;
    if (m_phase == SyncPhase::Idle || m_phase == SyncPhase::Blocked)
        proceed();
    else if (m_phase == SyncPhase::Working)
        m_moreLines = true;
}

void JournalPusher::proceed()
{
    m_phase = SyncPhase::Working;
    if (m_headKnown)
        loadBatch();
    else
        askHead();
    m_events.changed();
}

void JournalPusher::send(
    HttpRequest request, void (JournalPusher::*answered)(const Result<HttpResponse>&))
{
    m_sentToken = m_token;
    m_request = m_ports.transport.send(std::move(request), kRequestTimeout,
        m_scope.guard([this, answered](const Result<HttpResponse>& answer) {
            m_request.reset();
            (this->*answered)(answer);
        }));
}

void JournalPusher::askHead()
{
    send(hqRequest("GET", std::string(paths::kHead), m_token), &JournalPusher::headAnswered);
}

void JournalPusher::headAnswered(const Result<HttpResponse>& answer)
{
    if (const auto failure = failureOf(answer))
        return failed(*failure);
    const auto json = parseJson(answer->body);
    if (!json)
        return failed(unreadable(json.error()));
    const auto head = HeadAnswer::fromJson(*json);
    if (!head)
        return failed(unreadable(head.error()));
    m_headKnown = true;
    m_events.epochSeen(head->epoch);
    acknowledge({head->seq, head->hash}, {});
}

void JournalPusher::acknowledge(const journal::ChainHead& hq, const std::optional<Contact>& contact)
{
    runOnDatabase(
        m_ports, m_scope,
        [hq, contact](
            sql::Database& database) { return PushQueue(database).acknowledge(hq, contact); },
        [this, contact](Result<QueueState> state) {
            if (!state)
                return jobFailed(state.error());
            m_queue = *state;
            m_error.reset();
            m_backoff.reset();
            if (contact)
                m_repairs = 0;
            m_events.reached(contact);
            proceed();
        });
}

void JournalPusher::loadBatch()
{
    m_moreLines = false;
    runOnDatabase(
        m_ports, m_scope,
        [limits = PushLimits{m_maxLines, kMaxPushBytes}](
            sql::Database& database) { return PushQueue(database).next(limits); },
        [this](Result<PushBatch> batch) {
            if (!batch)
                return jobFailed(batch.error());
            m_queue = batch->queue;
            if (batch->lines > 0)
                return push(*std::move(batch));
            if (m_moreLines || !m_headKnown)
                return proceed();
            m_phase = SyncPhase::Idle;
            m_error.reset();
            m_events.changed();
        });
}

void JournalPusher::push(PushBatch batch)
{
    m_sentFirst = batch.first;
    m_sentLines = batch.lines;
    auto request = hqRequest(
        "POST", std::string(paths::kJournal) + "?first=" + std::to_string(batch.first), m_token);
    request.headers.add("Content-Type", kNdjson);
    request.body = std::move(batch.body);
    send(std::move(request), &JournalPusher::pushAnswered);
    m_events.changed();
}

void JournalPusher::pushAnswered(const Result<HttpResponse>& answer)
{
    if (const auto failure = failureOf(answer))
        return failed(*failure);
    const auto json = parseJson(answer->body);
    if (!json)
        return failed(unreadable(json.error()));
    const auto pushed = PushAnswer::fromJson(*json);
    if (!pushed)
        return failed(unreadable(pushed.error()));
    if (pushed->acknowledgedSeq < m_sentFirst)
        return failed(unreadable({ErrorCode::Gap, {std::to_string(pushed->acknowledgedSeq)}}));
    const Instant now = m_ports.clock.now();
    acknowledge({pushed->acknowledgedSeq, pushed->acknowledgedHash},
        Contact{now, fromMillis(pushed->time) - now});
}

void JournalPusher::failed(const HqFailure& failure)
{
    switch (failure.error.code) {
    case ErrorCode::Unauthorised:
        if (m_sentToken != m_token)
            return proceed();  // it was on its way while the token was renewed
        [[fallthrough]];
    case ErrorCode::RegisterRevoked: block(failure.error); return m_events.refused(failure.error);
    case ErrorCode::Fork: return block(failure.error);
    case ErrorCode::Gap: return gapReported(failure);
    case ErrorCode::EpochChanged:
        m_headKnown = false;
        if (m_repairs++ == 0)
            return proceed();
        return wait(m_backoff.next(), failure.error);
    case ErrorCode::TooLarge:
        if (m_sentLines > 1) {
            m_maxLines = static_cast<std::size_t>(m_sentLines / 2);
            return proceed();
        }
        return wait(kMaxBackoff, failure.error);
    case ErrorCode::UpgradeRequired: return wait(kMaxBackoff, failure.error);
    default: break;
    }
    const auto delay = failure.retryAfter ? *failure.retryAfter : m_backoff.next();
    wait(delay, failure.error);
    m_hqAskedToWait = failure.retryAfter.has_value();
}

void JournalPusher::gapReported(const HqFailure& failure)
{
    // A second gap in a row says that HQ and we do not understand each other: no hurry then.
    if (m_repairs++ > 0 || !failure.acknowledged) {
        m_headKnown = false;
        return wait(m_backoff.next(), failure.error);
    }
    runOnDatabase(
        m_ports, m_scope,
        [seq = *failure.acknowledged](
            sql::Database& database) { return PushQueue(database).continueBehind(seq); },
        [this](Result<QueueState> state) {
            if (!state)
                return jobFailed(state.error());
            m_queue = *state;
            proceed();
        });
}

void JournalPusher::jobFailed(const Error& error)
{
    if (error.code == ErrorCode::Fork || error.code == ErrorCode::BrokenChain)
        return block(error);
    wait(m_backoff.next(), error);
}

void JournalPusher::block(const Error& error)
{
    cutShort();
    m_error = error;
    m_phase = SyncPhase::Blocked;
    m_events.changed();
}

void JournalPusher::wait(std::chrono::milliseconds delay, const Error& why)
{
    m_error = why;
    m_hqAskedToWait = false;
    m_phase = SyncPhase::Waiting;
    m_timer = m_ports.executor.postAfter(delay, m_scope.guard([this] {
        m_timer = 0;
        m_hqAskedToWait = false;
        proceed();
    }));
    m_events.changed();
}

}  // namespace bl::sync
