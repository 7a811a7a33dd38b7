#pragma once

#include "core/sql/database.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

/// Where completed sales are in the journal.
class SaleStore {
public:
    explicit SaleStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<std::int64_t>> lineOfReceipt(const std::string& receipt);

    /// The newest sales and refunds of a register, newest first.
    Result<std::vector<std::int64_t>> newestLines(std::int64_t registerNo, std::int64_t limit);

    /// Whether a line carries the number of another system.
    Result<bool> hasExternal(const std::string& reference);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
