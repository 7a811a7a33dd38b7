#include "core/storage/shift_store.h"

namespace bl::storage {

namespace {

constexpr const char* kShiftColumns =
    "SELECT shift_id, shift_number, user_id, business_day, opened_at_ms, float_minor, "
    "closed_at_ms, counted_minor, expected_minor, opening_approved_by, closed_by, "
    "closing_approved_by FROM shifts ";

Result<std::optional<shifts::Shift>> readShift(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::optional<shifts::Shift> shift;
    if (rows.next()) {
        shift.emplace();
        shift->id = rows.id<ShiftId>(0);
        shift->number = rows.integer(1);
        shift->user = rows.id<UserId>(2);
        shift->day = rows.text(3);
        shift->openedAt = fromMillis(rows.integer(4));
        shift->floatAmount = rows.money(5);
        if (!rows.isNull(6))
            shift->closedAt = fromMillis(rows.integer(6));
        shift->counted = rows.money(7);
        shift->expected = rows.money(8);
        shift->openingApprovedBy = rows.optionalId<UserId>(9);
        shift->closedBy = rows.optionalId<UserId>(10);
        shift->closingApprovedBy = rows.optionalId<UserId>(11);
    }
    BL_CHECK(rows.status());
    return shift;
}

}  // namespace

Result<std::optional<shifts::Shift>> ShiftStore::findOpen(std::int64_t registerNo)
{
    return readShift(m_database.select(std::string(kShiftColumns)
            + "WHERE register_no = ? AND state = 0 ORDER BY opened_at_ms DESC LIMIT 1",
        registerNo));
}

Result<std::optional<shifts::Shift>> ShiftStore::find(ShiftId id)
{
    return readShift(m_database.select(std::string(kShiftColumns) + "WHERE shift_id = ?", id));
}

Result<ShiftTotals> ShiftStore::totals(ShiftId id)
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT sales, refunds, sold_minor, refunded_minor, cash_in_minor, cash_out_minor"
            " FROM shift_totals WHERE shift_id = ?",
            id));
    ShiftTotals totals;
    if (rows.next())
        totals = {rows.integer(0), rows.integer(1), rows.money(2), rows.money(3), rows.money(4),
            rows.money(5)};
    BL_CHECK(rows.status());
    return totals;
}

}  // namespace bl::storage
