#pragma once

#include "core/base/clock.h"
#include "core/journal/sale_record.h"
#include "core/sql/database.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

/// A sale and the line that it came with.
struct StoredSale {
    std::int64_t lineId = 0;
    journal::SaleRecord record;
};

/// Completed sales: those whose lines are in this database's journals, and on a register those of
/// the store's other registers that HQ told of.
class SaleStore {
public:
    explicit SaleStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<StoredSale>> find(std::int64_t lineId);
    Result<std::optional<StoredSale>> findByReceipt(const std::string& receipt);

    /// The newest sale or refund of a register whose journal is here.
    Result<std::optional<StoredSale>> newestOf(std::int64_t registerNo);

    /// On a register: the newest sales and refunds of the store, its own and the others', newest
    /// first.
    Result<std::vector<StoredSale>> newestOfStore(std::int64_t ownRegisterNo, std::int64_t limit);

    /// Whether a line carries the number of another system.
    Result<bool> hasExternal(const std::string& reference);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
