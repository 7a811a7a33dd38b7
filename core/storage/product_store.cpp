#include "core/storage/product_store.h"

#include "core/base/text.h"
#include "core/storage/search_grams.h"

#include <algorithm>

namespace bl::storage {

namespace {

constexpr const char* kProductColumns =
    "SELECT p.product_id, p.code, p.name, p.initials, p.category_id, p.unit, p.measure, p.store_id,"
    " (SELECT amount_minor FROM (SELECT release_no, amount_minor FROM prices WHERE product_id = "
    "p.product_id"
    " UNION ALL SELECT release_no, amount_minor FROM earlier_prices WHERE product_id = "
    "p.product_id)"
    " WHERE release_no <= (SELECT COALESCE(MAX(number), 0) FROM releases) ORDER BY release_no DESC "
    "LIMIT 1)"
    " FROM products p ";

catalog::Product readProduct(const sql::Cursor& rows)
{
    catalog::Product product;
    product.id = rows.id<ProductId>(0);
    product.code = rows.text(1);
    product.name = rows.text(2);
    product.initials = rows.text(3);
    product.category = rows.optionalId<CategoryId>(4);
    product.unit = rows.text(5);
    product.saleUnit = rows.integer(6) != 0 ? catalog::SaleUnit::Measure : catalog::SaleUnit::Piece;
    product.store = rows.optionalId<StoreId>(7);
    product.price = rows.money(8);
    return product;
}

Result<std::vector<catalog::Product>> readProducts(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::vector<catalog::Product> products;
    while (rows.next())
        products.push_back(readProduct(rows));
    BL_CHECK(rows.status());
    return products;
}

Result<std::optional<catalog::Product>> readFirst(Result<sql::Cursor> started)
{
    BL_TRY(auto products, readProducts(std::move(started)));
    return products.empty() ? std::optional<catalog::Product>{}
                            : std::optional{std::move(products.front())};
}

}  // namespace

Result<std::optional<catalog::Product>> ProductStore::find(ProductId id)
{
    return readFirst(
        m_database.select(std::string(kProductColumns) + "WHERE p.product_id = ?", id));
}

Result<std::optional<catalog::Product>> ProductStore::findByCode(std::string_view code)
{
    return readFirst(m_database.select(std::string(kProductColumns)
            + "WHERE p.code = ? AND p.active = 1 ORDER BY p.store_id IS NOT NULL, p.product_id "
              "LIMIT 1",
        code));
}

Result<std::vector<catalog::Product>> ProductStore::search(
    std::string_view typed, std::int64_t limit)
{
    const std::string text = trimmed(typed);
    std::vector<catalog::Product> found;
    if (text.empty())
        return found;
    const auto room = [&] {
        return limit - static_cast<std::int64_t>(found.size());
    };
    const auto take = [&](Result<std::vector<catalog::Product>> more) -> Result<void> {
        BL_TRY(auto products, std::move(more));
        for (auto& product : products) {
            const bool known = std::any_of(found.begin(), found.end(),
                [&](const catalog::Product& other) { return other.id == product.id; });
            if (!known && room() > 0)
                found.push_back(std::move(product));
        }
        return {};
    };
    const std::string key = lowerAscii(text);
    const std::string columns(kProductColumns);
    BL_CHECK(take(readProducts(m_database.select(
        columns + "WHERE p.code >= ? AND p.code < ? AND p.active = 1 ORDER BY p.code LIMIT ?", text,
        prefixEnd(text), limit))));
    if (room() > 0)
        BL_CHECK(take(readProducts(m_database.select(columns
                + "WHERE p.initials >= ? AND p.initials < ? AND p.active = 1 ORDER BY p.initials "
                  "LIMIT ?",
            key, prefixEnd(key), limit))));
    if (const auto query = nameQuery(text); room() > 0 && !query.empty())
        BL_CHECK(take(readProducts(m_database.select(columns
                + "WHERE p.product_no IN (SELECT rowid FROM product_search WHERE product_search "
                  "MATCH ? LIMIT 1000)"
                  " AND instr(lower(p.name), ?) > 0 AND p.active = 1 LIMIT ?",
            query, key, limit))));
    return found;
}

Result<std::vector<catalog::Product>> ProductStore::list(
    const std::optional<CategoryId>& category, std::int64_t offset, std::int64_t limit)
{
    const std::string columns(kProductColumns);
    if (category)
        return readProducts(m_database.select(
            columns + "WHERE p.category_id = ? AND p.active = 1 ORDER BY p.code LIMIT ? OFFSET ?",
            *category, limit, offset));
    return readProducts(m_database.select(
        columns + "WHERE p.active = 1 ORDER BY p.code LIMIT ? OFFSET ?", limit, offset));
}

Result<std::vector<catalog::Category>> ProductStore::categories()
{
    BL_TRY(auto rows,
        m_database.select("SELECT category_id, code, name, rank FROM categories WHERE active = 1 "
                          "ORDER BY rank, code"));
    std::vector<catalog::Category> categories;
    while (rows.next())
        categories.push_back({rows.id<CategoryId>(0), rows.text(1), rows.text(2), rows.integer(3)});
    BL_CHECK(rows.status());
    return categories;
}

Result<std::int64_t> ProductStore::currentRelease()
{
    BL_TRY(const auto number, m_database.selectInteger("SELECT MAX(number) FROM releases"));
    return number.value_or(0);
}

}  // namespace bl::storage
