#pragma once

#include "sync/server/hq_context.h"
#include "sync/server/ingest_transaction.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bl::sync {

struct IngestOptions {
    std::size_t batchRequests = 64;  ///< pushes that share a transaction, at most
    std::size_t batchLines = 4000;   ///< likewise their lines; one push may have all it is allowed
    std::size_t queuedBytes = 32 * 1024 * 1024;  ///< beyond it pushes are sent away with Overloaded
};

/// Takes pushes: while one batch is written, those that come gather for the next one, so that many
/// registers share one sync to disk. A state machine on the executor; the batch itself runs as a
/// writer's job.
class Ingest {
public:
    using Answer = std::function<void(Result<PushAnswer>)>;

    struct Totals {
        std::uint64_t batches = 0;
        std::uint64_t lines = 0;        ///< taken, those that HQ had already included
        std::uint64_t quarantined = 0;  ///< likewise
        std::uint64_t flags = 0;
    };

    /// `committed` is called on the executor after each commit, before the answers.
    Ingest(const HqContext& context, const IngestOptions& options,
        std::function<void(const FeedChange&)> committed);

    /// Answers on the executor once everything is on disk, or with InvalidArgument, TooLarge, Gap,
    /// Fork, Unauthorised, RegisterRevoked, Overloaded, or what the database says; nothing of the
    /// push is kept then.
    void push(const RegisterIdentity& from, std::int64_t first, std::string body, Answer answer);

    const Totals& totals() const { return m_totals; }

private:
    struct Waiting {
        Push push;
        Answer answer;
    };
    struct Batch {
        std::vector<Waiting> waiting;
        std::vector<FeedChange> changes;
    };

    void prepare();
    void start();
    void finish(Batch& batch);
    static void write(sql::Database& database, Instant now, Batch& batch,
        IngestTransaction::KnownProducts& known);

    HqContext m_context;
    IngestOptions m_options;
    std::function<void(const FeedChange&)> m_committed;
    std::deque<Waiting> m_queue;
    std::size_t m_queuedBytes = 0;
    bool m_writing = false;   ///< a batch is in the writer's job
    bool m_starting = false;  ///< the next batch begins when what is due on the executor is done
    /// Used by the batch in the writer's job only; there is one at a time.
    std::shared_ptr<IngestTransaction::KnownProducts> m_known;
    Totals m_totals;
    Lifetime m_lifetime;
};

}  // namespace bl::sync
