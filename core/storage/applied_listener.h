#pragma once

#include "core/journal/operation.h"
#include "core/storage/applier.h"

namespace bl::storage {

/// Hears within the transaction what lines changed: a register remembers which of its lines HQ has
/// not confirmed, HQ gives what changed its place in the feed.
class AppliedListener {
public:
    virtual ~AppliedListener() = default;

    /// An own line was added.
    virtual Result<void> lineAdded(
        sql::Database& database, const journal::Operation& operation) = 0;

    /// The batch is in the tables.
    virtual Result<void> batchApplied(sql::Database& database, const Touched& touched) = 0;
};

}  // namespace bl::storage
