#include "core/storage/fed_sales.h"

#include "core/storage/applier.h"

#include <charconv>
#include <vector>

namespace bl::storage {

namespace {

/// Few enough that a sale at the counter does not wait for them.
constexpr std::int64_t kForgottenAtOnce = 50;

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || number <= 0
        || number >= kLinesPerRegister)
        return std::nullopt;
    return number;
}

}  // namespace

std::string saleName(std::int64_t lineId)
{
    return std::to_string(registerNoOf(lineId)) + '/' + std::to_string(seqOf(lineId));
}

std::optional<std::int64_t> lineOfSaleName(std::string_view name)
{
    const auto slash = name.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto registerNo = numberIn(name.substr(0, slash));
    const auto seq = numberIn(name.substr(slash + 1));
    if (!registerNo || !seq || *registerNo > kHighestRegisterNo)
        return std::nullopt;
    return lineId(*registerNo, *seq);
}

Result<void> FedSales::add(std::int64_t lineId, const Json& json)
{
    BL_TRY(const auto record, journal::saleRecordFromJson(json));
    journal::Effects rows;
    BL_TRY(rows.changes, journal::saleRows(record));
    // No posting and no counter: there is nothing to flush.
    BL_CHECK(BatchApplier(m_database).add({lineId, registerNoOf(lineId), {}}, rows));
    BL_CHECK(m_database.run("INSERT INTO fed_sales (line_id, sold_at_ms, record) VALUES (?, ?, ?)"
                            " ON CONFLICT DO NOTHING",
        lineId, record.sale.time, dumpJson(json)));
    return {};
}

Result<std::optional<journal::SaleRecord>> FedSales::find(std::int64_t lineId)
{
    std::optional<journal::SaleRecord> found;
    BL_CHECK(visit({lineId, lineId}, [&](std::int64_t, const journal::SaleRecord& record) {
        found = record;
        return Result<void>{};
    }));
    return found;
}

Result<void> FedSales::visit(const LineRange& lines,
    const std::function<Result<void>(std::int64_t lineId, const journal::SaleRecord&)>& visit)
{
    BL_TRY(auto rows,
        m_database.select("SELECT line_id, record FROM fed_sales WHERE line_id BETWEEN ? AND ?"
                          " ORDER BY line_id",
            lines.first, lines.last));
    while (rows.next()) {
        BL_TRY(const Json json, parseJson(rows.text(1)));
        BL_TRY(const auto record, journal::saleRecordFromJson(json));
        BL_CHECK(visit(rows.integer(0), record));
    }
    return rows.status();
}

Result<void> FedSales::forgetBefore(Instant then)
{
    std::vector<std::int64_t> old;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT line_id FROM fed_sales WHERE sold_at_ms < ?"
                              " ORDER BY sold_at_ms LIMIT ?",
                then, kForgottenAtOnce));
        while (rows.next())
            old.push_back(rows.integer(0));
        BL_CHECK(rows.status());
    }
    for (const auto line : old) {
        for (const char* statement : {"DELETE FROM fed_sales WHERE line_id = ?",
                 "DELETE FROM sale_tenders WHERE line_id = ?",
                 "DELETE FROM sale_lines WHERE line_id = ?", "DELETE FROM sales WHERE line_id = ?"})
            BL_CHECK(m_database.run(statement, line));
    }
    return {};
}

}  // namespace bl::storage
