#include "sync/client/feed_puller.h"

#include "core/storage/fed_sales.h"
#include "core/storage/journal_store.h"
#include "sync/protocol/limits.h"

namespace bl::sync {

namespace {

/// An answer without news is written down this often, so that "last contact" survives a restart
/// without a sync to disk for every long poll.
constexpr std::chrono::minutes kContactSavedEvery{5};

Result<storage::SyncRecord> loadRecord(sql::Database& database)
{
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    BL_TRY(auto record, storage::SyncStateStore(database).load());
    BL_CHECK(storage::ConfirmedRows(database).readKeptRows({record.applied, record.quarantined}));
    BL_CHECK(transaction.commit());
    return record;
}

struct PartToCommit {
    std::shared_ptr<const FeedAnswer> answer;
    std::size_t part;
    Contact contact;
};

Result<storage::SyncRecord> commitRows(sql::Database& database, const PartToCommit& job)
{
    const auto stamp = job.answer->stamp();
    const auto& part = job.answer->parts[job.part];
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    storage::SyncStateStore states(database);
    BL_TRY(auto record, states.load());
    storage::ConfirmedRows rows(database);
    if (job.part == 0) {
        BL_CHECK(rows.settle({record.applied, record.quarantined}, stamp));
        BL_CHECK(storage::JournalStore(database).observe(job.answer->header.hlc));
        record.epoch = job.answer->header.epoch;
        record.applied = stamp.applied;
        record.quarantined = stamp.quarantined;
        record.lastContact = job.contact.at;
        record.skewMs = job.contact.skew.count();
        BL_CHECK(storage::FedSales(database).forgetBefore(
            fromMillis(job.answer->header.time) - kStoreHistory));
    }
    BL_CHECK(rows.apply(stamp, part.rows));
    if (part.cursor)
        record.cursor = *part.cursor;
    if (job.part + 1 == job.answer->parts.size() && !job.answer->more)
        record.complete = true;
    BL_CHECK(states.save(record));
    BL_CHECK(transaction.commit());
    return record;
}

}  // namespace

FeedPuller::FeedPuller(
    const SyncPorts& ports, const std::string& token, const PullOptions& options, SyncEvents events)
    : m_ports(ports)
    , m_token(token)
    , m_options(options)
    , m_events(std::move(events))
    , m_backoff(ports.random)
{
}

void FeedPuller::start()
{
    m_error.reset();
    m_backoff.reset();
    m_caughtUp = false;
    m_loaded = false;
    m_phase = SyncPhase::Working;
    load();
    m_events.changed();
}

void FeedPuller::stop()
{
    cutShort();
    m_phase = SyncPhase::Stopped;
}

void FeedPuller::cutShort()
{
    m_scope.renew();
    if (m_request)
        m_ports.transport.cancel(*std::exchange(m_request, std::nullopt));
    m_ports.executor.cancel(std::exchange(m_timer, 0));
    m_ports.executor.cancel(std::exchange(m_paceTimer, 0));
    m_pacing = false;
    m_askWhenPaced = false;
}

void FeedPuller::load()
{
    runOnDatabase(m_ports, m_scope, loadRecord, [this](Result<storage::SyncRecord> record) {
        if (!record)
            return wait(m_backoff.next(), record.error());
        m_record = *std::move(record);
        m_loaded = true;
        m_events.changed();
        ask();
    });
}

void FeedPuller::networkChanged()
{
    if (m_phase == SyncPhase::Working && m_request) {
        cutShort();  // the connection may be dead without a word
        ask();
    }
    hqReached();
}

void FeedPuller::hqReached()
{
    if (m_phase != SyncPhase::Waiting || m_hqAskedToWait)
        return;
    cutShort();
    m_backoff.reset();
    askNext();
}

void FeedPuller::epochSeen(const std::string& epoch)
{
    if (!m_loaded || epoch == m_record.epoch || m_record.cursor.empty())
        return;
    m_record.cursor.clear();
    if (m_phase == SyncPhase::Working && m_request) {
        cutShort();
        ask();
    }
}

void FeedPuller::askNext()
{
    m_phase = SyncPhase::Working;
    if (m_loaded)
        ask();
    else
        load();
}

void FeedPuller::ask()
{
    m_phase = SyncPhase::Working;
    if (m_caughtUp && m_pacing) {
        m_askWhenPaced = true;
        return;
    }
    const bool hold = m_caughtUp && m_options.mode == SyncMode::Follow;
    if (hold) {
        m_pacing = true;
        m_paceTimer = m_ports.executor.postAfter(kMinBackoff, m_scope.guard([this] {
            m_paceTimer = 0;
            m_pacing = false;
            if (std::exchange(m_askWhenPaced, false))
                ask();
        }));
    }
    m_askedCursor = m_record.cursor;
    auto target = std::string(paths::kFeed) + "?after=" + queryValue(m_askedCursor) + "&wait="
        + std::to_string(hold ? kMaxFeedWait.count() : 0) + "&max=" + std::to_string(kMaxFeedBytes);
    m_sentToken = m_token;
    m_request = m_ports.transport.send(hqRequest("GET", std::move(target), m_token),
        kRequestTimeout, m_scope.guard([this](const Result<HttpResponse>& answer) {
            m_request.reset();
            answered(answer);
        }));
}

void FeedPuller::answered(const Result<HttpResponse>& answer)
{
    if (const auto failure = failureOf(answer))
        return failed(*failure);
    auto read = readFeedAnswer(answer->body, m_options.rowsPerJob);
    if (!read)
        return failed(HqFailure{read.error(), answer->status, {}, {}});
    begin(*std::move(read));
}

void FeedPuller::begin(FeedAnswer answer)
{
    if (answer.header.epoch != m_record.epoch) {
        m_events.epochSeen(answer.header.epoch);
        if (!m_askedCursor.empty())
            return restartFromEmptyCursor();
    }
    const auto held = std::make_shared<FeedAnswer>(std::move(answer));
    if (isNews(*held))
        return commitPart(held, 0);
    const Instant now = m_ports.clock.now();
    m_events.reached(Contact{now, fromMillis(held->header.time) - now});
    ended(*held);
}

bool FeedPuller::isNews(const FeedAnswer& answer) const
{
    const auto stamp = answer.stamp();
    const bool same = answer.parts.size() == 1 && answer.parts[0].rows.empty()
        && answer.parts[0].cursor == m_record.cursor && answer.header.epoch == m_record.epoch
        && stamp.applied == m_record.applied && stamp.quarantined == m_record.quarantined
        && m_record.complete;
    const auto sinceSaved = m_ports.clock.now() - m_record.lastContact;
    return !same || sinceSaved >= kContactSavedEvery || sinceSaved < -kContactSavedEvery;
}

void FeedPuller::commitPart(const std::shared_ptr<FeedAnswer>& answer, std::size_t part)
{
    const Instant now = m_ports.clock.now();
    const Contact contact{now, fromMillis(answer->header.time) - now};
    runOnDatabase(
        m_ports, m_scope,
        [job = PartToCommit{answer, part, contact}](
            sql::Database& database) { return commitRows(database, job); },
        [this, answer, part, contact](Result<storage::SyncRecord> record) {
            if (!record)
                return wait(m_backoff.next(), record.error());
            m_record = *std::move(record);
            if (part == 0)
                m_events.reached(contact);
            if (part + 1 < answer->parts.size())
                return commitPart(answer, part + 1);
            ended(*answer);
        });
}

void FeedPuller::ended(const FeedAnswer& answer)
{
    m_error.reset();
    m_backoff.reset();
    m_caughtUp = !answer.more;
    if (m_caughtUp && m_options.mode == SyncMode::UntilDone) {
        m_phase = SyncPhase::Idle;
        return m_events.changed();
    }
    ask();
    m_events.changed();
}

void FeedPuller::restartFromEmptyCursor()
{
    m_record.cursor.clear();
    m_caughtUp = false;
    ask();
}

void FeedPuller::failed(const HqFailure& failure)
{
    switch (failure.error.code) {
    case ErrorCode::Unauthorised:
        if (m_sentToken != m_token)
            return ask();  // it was on its way while the token was renewed
        [[fallthrough]];
    case ErrorCode::RegisterRevoked:
        m_phase = SyncPhase::Blocked;
        m_error = failure.error;
        return m_events.refused(failure.error);
    case ErrorCode::EpochChanged:
    case ErrorCode::CursorExpired:
        if (!m_askedCursor.empty())
            return restartFromEmptyCursor();
        break;
    case ErrorCode::UpgradeRequired: return wait(kMaxBackoff, failure.error);
    default: break;
    }
    if (failure.status == 400 && !m_askedCursor.empty())
        return restartFromEmptyCursor();  // a cursor that this HQ never gave
    const auto delay = failure.retryAfter ? *failure.retryAfter : m_backoff.next();
    wait(delay, failure.error);
    m_hqAskedToWait = failure.retryAfter.has_value();
}

void FeedPuller::wait(std::chrono::milliseconds delay, const Error& why)
{
    m_error = why;
    m_hqAskedToWait = false;
    m_caughtUp = false;  // what HQ holds back for us after a failure is not to be waited for
    m_phase = SyncPhase::Waiting;
    m_timer = m_ports.executor.postAfter(delay, m_scope.guard([this] {
        m_timer = 0;
        m_hqAskedToWait = false;
        askNext();
    }));
    m_events.changed();
}

}  // namespace bl::sync
