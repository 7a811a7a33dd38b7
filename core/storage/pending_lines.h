#pragma once

#include "core/storage/applied_listener.h"

namespace bl::storage {

/// A register's listener: remembers which own lines touched which entity, so that HQ's newer row
/// can be merged with them.
class PendingLines final : public AppliedListener {
public:
    Result<void> lineAdded(sql::Database& database, const journal::Operation& operation) override;
    Result<void> batchApplied(sql::Database& database, const Touched& touched) override;
};

}  // namespace bl::storage
