#include "core/storage/reports.h"

#include "core/ledger/account.h"
#include "core/money/rounding.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace bl::storage {

namespace {

constexpr std::string_view kGoodsUnit = "goods/";
constexpr std::string_view kStockPurpose = "stock";

/// The product of an account with goods on hand in a store; nothing for other accounts.
std::optional<ProductId> productOnHand(const std::string& path, std::string_view unit)
{
    const ledger::AccountId account{path};
    const auto owner = ledger::ownerOf(account);
    if (!owner || owner->kind != ledger::AccountOwner::Kind::Store
        || owner->purpose != kStockPurpose || !unit.starts_with(kGoodsUnit))
        return std::nullopt;
    return ProductId::parse(unit.substr(kGoodsUnit.size()));
}

Result<std::unordered_map<ProductId, std::int64_t>> stockByProduct(sql::Database& database)
{
    BL_TRY(auto rows,
        database.select("SELECT account, unit, balance FROM accounts"
                        " WHERE unit >= 'goods/' AND unit < 'goods0' AND account LIKE "
                        "'store/%/stock/%'"));
    std::unordered_map<ProductId, std::int64_t> stock;
    while (rows.next()) {
        const auto product = productOnHand(rows.text(0), rows.text(1));
        if (!product)
            continue;
        auto& quantity = stock[*product];
        const auto sum = checkedAdd(quantity, rows.integer(2));
        if (!sum)
            return Error{ErrorCode::AmountOverflow, {rows.text(0)}};
        quantity = *sum;
    }
    BL_CHECK(rows.status());
    return stock;
}

}  // namespace

Result<TradeTotals> Reports::totals()
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT COALESCE(SUM(sales), 0), COALESCE(SUM(refunds), 0), COALESCE(SUM(sale_lines), "
            "0),"
            " COALESCE(SUM(refund_lines), 0), COALESCE(SUM(corrections), 0),"
            " COALESCE(SUM(sold_minor), 0), COALESCE(SUM(refunded_minor), 0) FROM day_totals"));
    TradeTotals totals;
    if (rows.next())
        totals = {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3),
            rows.integer(4), rows.money(5), rows.money(6)};
    BL_CHECK(rows.status());
    return totals;
}

Result<std::vector<DayTotals>> Reports::days()
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT business_day, SUM(sales), SUM(refunds), SUM(sold_minor), SUM(refunded_minor)"
            " FROM day_totals GROUP BY business_day ORDER BY business_day"));
    std::vector<DayTotals> days;
    while (rows.next())
        days.push_back(
            {rows.text(0), rows.integer(1), rows.integer(2), rows.money(3), rows.money(4)});
    BL_CHECK(rows.status());
    return days;
}

Result<MemberReport> Reports::members(std::int64_t top)
{
    MemberReport report;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT COUNT(*), COALESCE(SUM(spent_minor), 0) FROM member_totals"));
        if (rows.next()) {
            report.count = rows.integer(0);
            report.sum = rows.money(1);
        }
        BL_CHECK(rows.status());
    }
    BL_TRY(auto rows,
        m_database.select("SELECT COALESCE(m.number, ''), t.spent_minor FROM member_totals t"
                          " LEFT JOIN members m ON m.member_id = t.member_id"
                          " ORDER BY t.spent_minor DESC, m.number, t.member_id LIMIT ?",
            top));
    while (rows.next())
        report.top.push_back({rows.text(0), rows.money(1)});
    BL_CHECK(rows.status());
    return report;
}

Result<StockReport> Reports::stock(std::size_t lowest)
{
    BL_TRY(const auto byProduct, stockByProduct(m_database));
    // Several stores may have a product of their own under the same code.
    std::map<std::string, std::int64_t> byCode;
    for (const auto& [product, quantity] : byProduct) {
        std::string code = product.toString();  // where the product is not known here
        BL_TRY(auto rows,
            m_database.select("SELECT code FROM products WHERE product_id = ?", product));
        if (rows.next() && !rows.isNull(0))
            code = rows.text(0);
        BL_CHECK(rows.status());
        byCode[code] += quantity;
    }
    StockReport report;
    report.products = static_cast<std::int64_t>(byCode.size());
    for (const auto& [code, quantity] : byCode) {
        report.sum += Quantity::thousandths(quantity);
        report.lowest.push_back({code, Quantity::thousandths(quantity)});
    }
    std::stable_sort(report.lowest.begin(), report.lowest.end(),
        [](const StockMovement& a, const StockMovement& b) { return a.quantity < b.quantity; });
    report.lowest.resize(std::min(report.lowest.size(), lowest));
    return report;
}

}  // namespace bl::storage
