#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/journal/sale_record.h"
#include "core/sql/database.h"
#include "core/storage/line_id.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace bl::storage {

/// The feed's name of a sale: `2/481`, the number of its register and of its line.
std::string saleName(std::int64_t lineId);
std::optional<std::int64_t> lineOfSaleName(std::string_view name);

/// On a register: sales of the store's other registers as HQ told of them. They stand in the tables
/// of sales beside the own ones, so that every receipt of the store is found; they belong to no
/// line here, post nothing and count in no total.
class FedSales {
public:
    explicit FedSales(sql::Database& database)
        : m_database(database)
    {
    }

    /// Keeps a sale; one that is here already stays as it is. Fails as saleRecordFromJson.
    Result<void> add(std::int64_t lineId, const Json& record);

    Result<std::optional<journal::SaleRecord>> find(std::int64_t lineId);

    /// By rising lines.
    Result<void> visit(const LineRange& lines,
        const std::function<Result<void>(std::int64_t lineId, const journal::SaleRecord&)>& visit);

    /// Forgets some of those that were sold before then; to be called again and again.
    Result<void> forgetBefore(Instant then);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
