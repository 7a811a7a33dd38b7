#include "core/storage/sale_store.h"

#include "core/storage/line_id.h"

namespace bl::storage {

Result<std::optional<std::int64_t>> SaleStore::lineOfReceipt(const std::string& receipt)
{
    return m_database.selectInteger("SELECT line_id FROM sales WHERE receipt = ? LIMIT 1", receipt);
}

Result<std::vector<std::int64_t>> SaleStore::newestLines(
    std::int64_t registerNo, std::int64_t limit)
{
    BL_TRY(auto rows,
        m_database.select("SELECT line_id FROM sales WHERE line_id >= ? AND line_id < ? ORDER BY "
                          "line_id DESC LIMIT ?",
            lineId(registerNo, 0), lineId(registerNo + 1, 0), limit));
    std::vector<std::int64_t> lines;
    while (rows.next())
        lines.push_back(rows.integer(0));
    BL_CHECK(rows.status());
    return lines;
}

Result<bool> SaleStore::hasExternal(const std::string& reference)
{
    BL_TRY(const auto found,
        m_database.selectInteger(
            "SELECT 1 FROM external_references WHERE reference = ? LIMIT 1", reference));
    return found.has_value();
}

}  // namespace bl::storage
