#pragma once

#include "core/base/clock.h"
#include "core/base/strong_id.h"
#include "core/sql/database.h"

#include <array>
#include <cstdint>

namespace bl::storage {

/// What HQ knows of itself beside its site: its epoch, the key of its cursors, the last number
/// given to a register.
class HqStateStore {
public:
    explicit HqStateStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// A new HQ in its first epoch, which is register 1 itself.
    Result<void> create(EpochId epoch, const std::array<std::uint8_t, 32>& cursorKey);

    /// A transaction that writes next to nothing, to see whether the disk takes one.
    Result<void> probe(Instant now);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
