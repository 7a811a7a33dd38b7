#pragma once

#include "core/base/json.h"
#include "core/sql/database.h"

#include <cstdint>
#include <optional>
#include <string>

namespace bl::sync {

/// A sale as registers read it, in the feed and one at a time.
struct SaleRow {
    std::string id;  ///< storage::saleName
    Json data;       ///< journal::saleRecordToJson
};

/// Fails with DatabaseCorrupt where the line is not there or is none of a sale.
Result<SaleRow> loadSaleRow(sql::Database& database, std::int64_t lineId);

/// Nothing where no store sold under that number.
Result<std::optional<SaleRow>> findSaleRow(sql::Database& database, const std::string& receipt);

}  // namespace bl::sync
