#pragma once

#include "core/base/time_zone.h"
#include "core/money/money.h"
#include "core/money/quantity.h"
#include "core/sql/database.h"

#include <cstdint>
#include <string>
#include <vector>

/// Figures of trade, on a register's database and on HQ's: each database tells what it holds, a
/// register its own trade, HQ everybody's.
namespace bl::storage {

struct TradeTotals {
    std::int64_t sales = 0;
    std::int64_t refunds = 0;
    std::int64_t saleLines = 0;
    std::int64_t refundLines = 0;
    std::int64_t adjustments = 0;  ///< corrections of stock
    Money sold;
    Money refunded;
};

struct DayTotals {
    BusinessDay day;
    std::int64_t sales = 0;
    std::int64_t refunds = 0;
    Money sold;
    Money refunded;
};

struct MemberSpending {
    std::string number;
    Money spent;  ///< what was bought less what was given back
};

struct MemberReport {
    std::int64_t count = 0;  ///< members who ever bought or gave back
    Money sum;
    std::vector<MemberSpending> top;  ///< who spent most, by number where they spent the same
};

struct StockMovement {
    std::string code;
    Quantity quantity;
};

struct StockReport {
    std::int64_t products = 0;  ///< codes that ever moved
    Quantity sum;
    std::vector<StockMovement> lowest;  ///< by code where they have the same
};

/// Reads the reports with queries of their own. Wants a snapshot where several must agree.
class Reports {
public:
    explicit Reports(sql::Database& database)
        : m_database(database)
    {
    }

    Result<TradeTotals> totals();

    /// The days with trade, in order.
    Result<std::vector<DayTotals>> days();
    Result<MemberReport> members(std::int64_t top);

    /// What is on hand, all stores together.
    Result<StockReport> stock(std::size_t lowest);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
