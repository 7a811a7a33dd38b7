#pragma once

#include "core/base/strong_id.h"
#include "core/storage/applied_listener.h"

#include <optional>
#include <string_view>

namespace bl::sync {

/// Which registers an account's balance is fed to.
struct AccountScope {
    std::optional<StoreId> store;  ///< those of that store; none: all
};

/// Nothing where no register needs the account: members' and gift cards' accounts go to all, a
/// store's stock goes to its own registers.
std::optional<AccountScope> scopeOfAccount(std::string_view account);

/// HQ's listener: gives every entity, fed account and sale that a batch touched the next position
/// of the feed, within the batch's transaction. One read and write of the counter for a batch,
/// however large.
class FeedPositions final : public storage::AppliedListener {
public:
    Result<void> lineAdded(sql::Database& database, const journal::Operation& operation) override;

    /// Fails with NotEnrolled where the database is not HQ's yet.
    Result<void> batchApplied(sql::Database& database, const storage::Touched& touched) override;
};

}  // namespace bl::sync
