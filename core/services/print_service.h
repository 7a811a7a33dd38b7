#pragma once

#include "core/services/service_context.h"
#include "core/storage/print_job_store.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::services {

/// The queue of print jobs: what is to come out, and what became of it. A job that was queued is
/// printed once without anybody's doing; each further try is somebody's wish. Calls are
/// transactions of their own.
class PrintService {
public:
    explicit PrintService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Queues a document; its job is given. The same document that has not come out keeps its job,
    /// so that it is known what there may be of it on paper.
    Result<storage::PrintJobId> queue(
        const std::string& printer, const std::string& title, const ReceiptDocument& document);

    /// A try begins; it is on disk before the first byte goes out. Fails with NotFound.
    Result<storage::PrintJob> begin(storage::PrintJobId job);

    /// What became of the try.
    Result<void> end(storage::PrintJobId job, const Result<PrintProof>& outcome, PaperTrace trace);

    /// A copy of a receipt is about to be printed that is no try of the receipt's own jobs. Those
    /// that are still open are given: a further try of theirs is a copy too.
    Result<std::vector<storage::PrintJobId>> beginCopy(const std::string& receipt);

    /// What became of it. Where it came out nobody wants those jobs any more.
    Result<void> endCopy(const std::vector<storage::PrintJobId>& jobs,
        const Result<PrintProof>& outcome, PaperTrace trace);

    /// Nobody wants it any more.
    Result<void> drop(storage::PrintJobId job);

    /// At the program's start: what has not come out, as far as anybody knows, oldest first. Jobs
    /// that were being sent are unknown now; those that are long over are forgotten.
    Result<std::vector<storage::PrintJob>> recover();

private:
    ServiceContext m_context;
};

}  // namespace bl::services
