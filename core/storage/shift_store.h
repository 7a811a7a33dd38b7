#pragma once

#include "core/shifts/shift.h"
#include "core/sql/database.h"

#include <optional>

namespace bl::storage {

/// What a shift took in, from its counters.
struct ShiftTotals {
    std::int64_t sales = 0;
    std::int64_t refunds = 0;
    Money sold;
    Money refunded;
    Money cashIn;
    Money cashOut;
};

class ShiftStore {
public:
    explicit ShiftStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<shifts::Shift>> findOpen(std::int64_t registerNo);
    Result<std::optional<shifts::Shift>> find(ShiftId id);
    Result<ShiftTotals> totals(ShiftId id);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
