#include "core/storage/sale_store.h"

#include "core/journal/line.h"
#include "core/storage/fed_sales.h"
#include "core/storage/journal_store.h"
#include "core/storage/line_id.h"

#include <algorithm>

namespace bl::storage {

namespace {

struct TimedLine {
    std::int64_t lineId;
    std::int64_t soldAtMs;
};

Result<std::vector<TimedLine>> timedLines(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::vector<TimedLine> lines;
    while (rows.next())
        lines.push_back({rows.integer(0), rows.integer(1)});
    BL_CHECK(rows.status());
    return lines;
}

}  // namespace

Result<std::optional<StoredSale>> SaleStore::find(std::int64_t lineId)
{
    BL_TRY(const auto line, JournalStore(m_database).findLine(registerNoOf(lineId), seqOf(lineId)));
    if (!line) {
        BL_TRY(auto record, FedSales(m_database).find(lineId));
        if (!record)
            return std::optional<StoredSale>{};
        return std::optional{StoredSale{lineId, *std::move(record)}};
    }
    BL_TRY(const auto decoded, journal::decodeLine(line->line));
    auto record = journal::saleRecordOf(decoded.operation, line->hash);
    if (!record)
        return std::optional<StoredSale>{};
    return std::optional{StoredSale{lineId, *std::move(record)}};
}

Result<std::optional<StoredSale>> SaleStore::findByReceipt(const std::string& receipt)
{
    BL_TRY(const auto lineId,
        m_database.selectInteger(
            "SELECT line_id FROM sales WHERE receipt = ? ORDER BY line_id LIMIT 1", receipt));
    if (!lineId)
        return std::optional<StoredSale>{};
    return find(*lineId);
}

Result<std::optional<StoredSale>> SaleStore::newestOf(std::int64_t registerNo)
{
    BL_TRY(const auto newest,
        m_database.selectInteger("SELECT line_id FROM sales WHERE line_id >= ? AND line_id < ?"
                                 " ORDER BY line_id DESC LIMIT 1",
            lineId(registerNo, 0), lineId(registerNo + 1, 0)));
    if (!newest)
        return std::optional<StoredSale>{};
    return find(*newest);
}

Result<std::vector<StoredSale>> SaleStore::newestOfStore(
    std::int64_t ownRegisterNo, std::int64_t limit)
{
    BL_TRY(auto lines,
        timedLines(m_database.select("SELECT line_id, sold_at_ms FROM sales WHERE line_id >= ?"
                                     " AND line_id < ? ORDER BY line_id DESC LIMIT ?",
            lineId(ownRegisterNo, 0), lineId(ownRegisterNo + 1, 0), limit)));
    BL_TRY(const auto others,
        timedLines(m_database.select(
            "SELECT line_id, sold_at_ms FROM fed_sales ORDER BY sold_at_ms DESC LIMIT ?", limit)));
    lines.insert(lines.end(), others.begin(), others.end());
    std::stable_sort(lines.begin(), lines.end(),
        [](const TimedLine& a, const TimedLine& b) { return a.soldAtMs > b.soldAtMs; });
    lines.resize(std::min(lines.size(), static_cast<std::size_t>(limit)));
    std::vector<StoredSale> sales;
    for (const auto& line : lines) {
        BL_TRY(auto sale, find(line.lineId));
        if (sale)
            sales.push_back(*std::move(sale));
    }
    return sales;
}

Result<bool> SaleStore::hasExternal(const std::string& reference)
{
    BL_TRY(const auto found,
        m_database.selectInteger(
            "SELECT 1 FROM external_references WHERE reference = ? LIMIT 1", reference));
    return found.has_value();
}

}  // namespace bl::storage
