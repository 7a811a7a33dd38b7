#pragma once

#include "core/catalog/product.h"
#include "core/sql/database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace bl::storage {

/// Products and categories as the counter needs them: active, with the price in force.
class ProductStore {
public:
    explicit ProductStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<catalog::Product>> find(ProductId id);

    /// HQ's product where several have the code.
    Result<std::optional<catalog::Product>> findByCode(std::string_view code);

    /// By code, beginning of the code, pinyin initials and parts of the name, best first.
    Result<std::vector<catalog::Product>> search(std::string_view typed, std::int64_t limit);

    /// The products of a category by code; of all categories where none is given.
    Result<std::vector<catalog::Product>> list(
        const std::optional<CategoryId>& category, std::int64_t offset, std::int64_t limit);
    Result<std::vector<catalog::Category>> categories();

    /// The number of the release whose prices are in force; 0 before the first.
    Result<std::int64_t> currentRelease();

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
