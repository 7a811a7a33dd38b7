#include "sync/server/ingest.h"

#include <utility>

namespace bl::sync {

Ingest::Ingest(const HqContext& context, const IngestOptions& options,
    std::function<void(const FeedChange&)> committed)
    : m_context(context)
    , m_options(options)
    , m_committed(std::move(committed))
    , m_known(std::make_shared<IngestTransaction::KnownProducts>())
{
}

void Ingest::push(const RegisterIdentity& from, std::int64_t first, std::string body, Answer answer)
{
    if (m_queuedBytes + body.size() > m_options.queuedBytes && !m_queue.empty())
        return answer(Error{ErrorCode::Overloaded, {"1"}});
    // Read at once: the writer works on the batch before in the meantime.
    auto lines = ReceivedLines::read(std::move(body), from, first);
    if (!lines)
        return answer(lines.error());
    m_queuedBytes += lines->bytes();
    m_queue.push_back({Push{from, *std::move(lines)}, std::move(answer)});
    if (!m_writing)
        prepare();
}

void Ingest::prepare()
{
    // Pushes that have arrived already come along; nobody waits for those that might.
    if (!std::exchange(m_starting, true))
        m_context.executor.post(m_lifetime.guarded([this] { start(); }));
}

void Ingest::start()
{
    m_starting = false;
    m_writing = true;
    auto batch = std::make_shared<Batch>();
    std::size_t lines = 0;
    while (!m_queue.empty() && batch->waiting.size() < m_options.batchRequests) {
        lines += m_queue.front().push.lines.lines().size();
        if (lines > m_options.batchLines && !batch->waiting.empty())
            break;
        m_queuedBytes -= m_queue.front().push.lines.bytes();
        batch->waiting.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_context.database.write(
        [this, batch, known = m_known, now = m_context.clock.now()](sql::Database& database) {
            write(database, now, *batch, *known);
            m_context.executor.post(m_lifetime.guarded([this, batch] { finish(*batch); }));
        });
}

void Ingest::write(
    sql::Database& database, Instant now, Batch& batch, IngestTransaction::KnownProducts& known)
{
    const auto attempt = [&](const std::vector<Push*>& pushes) -> ErrorCode {
        auto change = IngestTransaction(database, now, known).run(pushes);
        if (change) {
            batch.changes.push_back(*std::move(change));
            return ErrorCode::Cancelled;
        }
        for (Push* push : pushes)
            push->outcome = change.error();
        return change.error().code;
    };
    std::vector<Push*> all;
    for (auto& waiting : batch.waiting)
        all.push_back(&waiting.push);
    const ErrorCode failure = attempt(all);
    // A statement that failed may be one register's alone: the others must not wait for it for
    // ever.
    if (all.size() > 1
        && (failure == ErrorCode::DatabaseFailed || failure == ErrorCode::AmountOverflow)) {
        for (Push* push : all)
            (void)attempt({push});
    }
}

void Ingest::finish(Batch& batch)
{
    m_writing = false;
    if (!m_queue.empty())
        prepare();
    ++m_totals.batches;
    for (const auto& change : batch.changes)
        m_committed(change);
    for (auto& waiting : batch.waiting) {
        if (waiting.push.outcome) {
            m_totals.lines += waiting.push.lines.lines().size();
            m_totals.quarantined += waiting.push.outcome->quarantined.size();
            m_totals.flags += waiting.push.outcome->flags.size();
        }
        waiting.answer(std::move(waiting.push.outcome));
    }
}

}  // namespace bl::sync
