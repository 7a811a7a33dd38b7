#include "core/services/print_service.h"

#include "core/ports/receipt_document_json.h"

namespace bl::services {

namespace {

constexpr std::chrono::days kKept{7};

storage::PrintState stateAfter(const Result<PrintProof>& outcome)
{
    if (outcome)
        return *outcome == PrintProof::Confirmed ? storage::PrintState::Confirmed
                                                 : storage::PrintState::Sent;
    // A job that was given up in the middle may have come out.
    const bool unknown = isFault(outcome.error(), DeviceFault::OutcomeUnknown);
    return unknown ? storage::PrintState::Unknown : storage::PrintState::Failed;
}

/// For a try.
bool isWaiting(storage::PrintState state)
{
    return state == storage::PrintState::Queued || state == storage::PrintState::Failed
        || state == storage::PrintState::Unknown;
}

}  // namespace

Result<storage::PrintJobId> PrintService::queue(
    const std::string& printer, const std::string& title, const ReceiptDocument& document)
{
    storage::PrintJob job;
    job.printer = printer;
    job.title = title;
    job.content = writeReceiptDocument(document);
    job.createdAt = m_context.clock.now();
    storage::PrintJobStore jobs(m_context.database);
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_TRY(const auto before, jobs.findUnprinted(printer, job.content));
    if (before)
        return before->id;
    BL_TRY(const auto id, jobs.add(job));
    BL_CHECK(transaction.commit());
    return id;
}

Result<storage::PrintJob> PrintService::begin(storage::PrintJobId job)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_TRY(
        auto begun, storage::PrintJobStore(m_context.database).begin(job, m_context.clock.now()));
    BL_CHECK(transaction.commit());
    return begun;
}

Result<void> PrintService::end(
    storage::PrintJobId job, const Result<PrintProof>& outcome, PaperTrace trace)
{
    storage::PrintJobStore jobs(m_context.database);
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(jobs.end(job, stateAfter(outcome), outcome ? std::nullopt : faultOf(outcome.error()),
        m_context.clock.now()));
    if (trace == PaperTrace::None)
        BL_CHECK(jobs.uncount(job));
    return transaction.commit();
}

Result<std::vector<storage::PrintJobId>> PrintService::beginCopy(const std::string& receipt)
{
    storage::PrintJobStore jobs(m_context.database);
    std::vector<storage::PrintJobId> ids;
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_TRY(const auto open, jobs.openReceipts(receipt));
    for (const auto& job : open) {
        BL_CHECK(jobs.count(job.id));
        ids.push_back(job.id);
    }
    BL_CHECK(transaction.commit());
    return ids;
}

Result<void> PrintService::endCopy(const std::vector<storage::PrintJobId>& jobs,
    const Result<PrintProof>& outcome, PaperTrace trace)
{
    storage::PrintJobStore store(m_context.database);
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    for (const auto id : jobs) {
        BL_TRY(const auto job, store.find(id));
        // One that is being sent has an end of its own.
        if (outcome && job && isWaiting(job->state))
            BL_CHECK(store.end(id, storage::PrintState::Dropped, {}, m_context.clock.now()));
        else if (!outcome && trace == PaperTrace::None)
            BL_CHECK(store.uncount(id));
    }
    return transaction.commit();
}

Result<void> PrintService::drop(storage::PrintJobId job)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(storage::PrintJobStore(m_context.database)
                 .end(job, storage::PrintState::Dropped, {}, m_context.clock.now()));
    return transaction.commit();
}

Result<std::vector<storage::PrintJob>> PrintService::recover()
{
    const Instant now = m_context.clock.now();
    storage::PrintJobStore jobs(m_context.database);
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(jobs.recover(now));
    BL_CHECK(jobs.forget(now - kKept));
    BL_CHECK(transaction.commit());
    return jobs.open();
}

}  // namespace bl::services
