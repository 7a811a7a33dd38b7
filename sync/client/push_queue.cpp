#include "sync/client/push_queue.h"

#include "core/storage/journal_store.h"
#include "core/storage/site_store.h"
#include "core/storage/sync_state_store.h"

namespace bl::sync {

namespace {

struct OwnJournal {
    storage::Site site;
    storage::Chain chain;
};

Result<OwnJournal> loadOwnJournal(sql::Database& database)
{
    BL_TRY(auto site, storage::SiteStore(database).load());
    BL_TRY(auto chain, storage::JournalStore(database).find(site.registerNo));
    if (!chain)
        return Error{ErrorCode::NotEnrolled, {}};
    return OwnJournal{std::move(site), *std::move(chain)};
}

Result<Hash> hashAtSeq(sql::Database& database, const OwnJournal& own, std::int64_t seq)
{
    if (seq == own.chain.head.seq)
        return own.chain.head.hash;
    if (seq == 0)
        return journal::chainStart(own.site.organisation, own.site.registerId, own.chain.nonce);
    BL_TRY(const auto line, storage::JournalStore(database).findLine(own.chain.registerNo, seq));
    if (!line)
        return Error{ErrorCode::BrokenChain, {std::to_string(seq)}};
    return line->hash;
}

Result<QueueState> saveAcknowledged(sql::Database& database, std::int64_t head, std::int64_t seq,
    const std::optional<Contact>& contact)
{
    storage::SyncStateStore states(database);
    BL_TRY(auto record, states.load());
    if (record.acknowledged != seq) {
        record.acknowledged = seq;
        if (contact) {
            record.lastContact = contact->at;
            record.skewMs = contact->skew.count();
        }
        BL_CHECK(states.save(record));
    }
    return QueueState{head, seq};
}

}  // namespace

Result<QueueState> PushQueue::state()
{
    BL_TRY(const auto own, loadOwnJournal(m_database));
    BL_TRY(const auto record, storage::SyncStateStore(m_database).load());
    return QueueState{own.chain.head.seq, record.acknowledged};
}

Result<PushBatch> PushQueue::next(const PushLimits& limits)
{
    BL_TRY(const auto own, loadOwnJournal(m_database));
    BL_TRY(const auto record, storage::SyncStateStore(m_database).load());
    PushBatch batch;
    batch.queue = {own.chain.head.seq, record.acknowledged};
    batch.first = record.acknowledged + 1;
    BL_CHECK(storage::JournalStore(m_database)
                 .visit(own.chain.registerNo, batch.first, static_cast<std::int64_t>(limits.lines),
                     [&](const storage::StoredLine& stored) -> Result<bool> {
                         const bool fits =
                             batch.body.size() + stored.line.size() + 1 <= limits.bytes;
                         if (batch.lines > 0 && !fits)
                             return false;
                         if (stored.seq != batch.first + batch.lines)
                             return Error{ErrorCode::BrokenChain,
                                 {std::to_string(batch.first + batch.lines)}};
                         batch.body += stored.line;
                         batch.body += '\n';
                         ++batch.lines;
                         return true;
                     }));
    return batch;
}

Result<QueueState> PushQueue::acknowledge(
    const journal::ChainHead& hq, const std::optional<Contact>& contact)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    BL_TRY(const auto own, loadOwnJournal(m_database));
    if (hq.seq < 0 || hq.seq > own.chain.head.seq)
        return Error{ErrorCode::Fork, {std::to_string(own.chain.head.seq + 1)}};
    BL_TRY(const Hash hash, hashAtSeq(m_database, own, hq.seq));
    if (hash != hq.hash)
        return Error{ErrorCode::Fork, {std::to_string(hq.seq)}};
    BL_TRY(const auto state, saveAcknowledged(m_database, own.chain.head.seq, hq.seq, contact));
    BL_CHECK(transaction.commit());
    return state;
}

Result<QueueState> PushQueue::continueBehind(std::int64_t seq)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    BL_TRY(const auto own, loadOwnJournal(m_database));
    if (seq < 0 || seq > own.chain.head.seq)
        return Error{ErrorCode::Fork, {std::to_string(own.chain.head.seq + 1)}};
    BL_TRY(const auto state, saveAcknowledged(m_database, own.chain.head.seq, seq, {}));
    BL_CHECK(transaction.commit());
    return state;
}

}  // namespace bl::sync
