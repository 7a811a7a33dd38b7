#pragma once

#include "core/storage/applier.h"
#include "core/storage/journal_store.h"
#include "sync/protocol/messages.h"
#include "sync/server/push_lines.h"

#include <map>
#include <set>
#include <unordered_set>
#include <vector>

namespace bl::sync {

/// What registers can see changed.
struct FeedChange {
    bool everywhere = false;   ///< for the registers of all stores …
    std::set<StoreId> stores;  ///< … or of these
};

/// One push on its way through a batch.
struct Push {
    RegisterIdentity from;
    ReceivedLines lines;
    Result<PushAnswer> outcome = Error{ErrorCode::Cancelled, {}};
};

/// Pushes that share a transaction: stored, applied set-wise, given their places in the feed.
///
/// A push that cannot be taken (Gap, Fork, Unauthorised, RegisterRevoked) writes nothing and leaves
/// the others alone.
class IngestTransaction {
public:
    using KnownProducts = std::unordered_set<Uuid>;

    /// `known`: products that were seen in earlier batches; new ones are added after the commit.
    IngestTransaction(sql::Database& database, Instant now, KnownProducts& known)
        : m_database(database)
        , m_journal(database)
        , m_applier(database)
        , m_now(now)
        , m_known(known)
    {
    }

    /// Runs all pushes and commits; each then has its outcome. On an error nothing was kept.
    Result<FeedChange> run(const std::vector<Push*>& pushes);

private:
    /// A line whose flags wait for the balances at the end of the batch.
    struct AppliedLine {
        Push* push;
        const ReceivedLine* line;
        std::int64_t lineId;
    };

    Result<void> take(Push& push);
    Result<std::optional<Error>> refusal(const Push& push, const storage::Chain& chain);
    Result<void> recallOutcome(Push& push, std::int64_t registerNo, std::int64_t last);
    Result<void> takeLine(Push& push, storage::Chain& chain, const ReceivedLine& line);
    Result<storage::Chain*> chainOf(const RegisterIdentity& from);

    Result<std::optional<LineProblem>> missingDependency(
        const ReceivedLine& line, const RegisterIdentity& from);
    Result<void> holdBack(
        Push& push, std::int64_t lineId, const ReceivedLine& line, const LineProblem& problem);

    Result<void> flagLine(const AppliedLine& applied);
    Result<void> flagNegativeStock(const storage::Touched& touched);
    Result<void> addFlag(const AppliedLine& applied, const char* flag);
    Result<bool> knowsProduct(ProductId id);
    Result<bool> isActiveUser(UserId id);
    Result<bool> isDuplicateMember(const Uuid& id);

    sql::Database& m_database;
    storage::JournalStore m_journal;
    storage::BatchApplier m_applier;
    Instant m_now;
    KnownProducts& m_known;
    KnownProducts m_newProducts;
    std::map<std::int64_t, storage::Chain> m_chains;
    std::set<std::int64_t> m_grown;  ///< chains whose heads moved
    std::map<UserId, bool> m_users;
    std::vector<AppliedLine> m_applied;
    HybridTime m_newest;  ///< of the lines that were applied
};

}  // namespace bl::sync
