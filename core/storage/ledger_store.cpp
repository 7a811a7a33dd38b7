#include "core/storage/ledger_store.h"

namespace bl::storage {

Result<std::int64_t> LedgerStore::balance(
    const ledger::AccountId& account, const ledger::Unit& unit)
{
    BL_TRY(const auto balance,
        m_database.selectInteger("SELECT balance FROM accounts WHERE account = ? AND unit = ?",
            account.path, unit.code));
    return balance.value_or(0);
}

Result<LedgerStore::MemberValue> LedgerStore::memberValue(
    MemberId member, const ledger::Unit& currency)
{
    // A member's kinds of points are neighbours in the index on accounts.
    const std::string prefix = "member/" + member.toString() + "/points/";
    const auto total = [&](const char* where, const std::string& from, const std::string& to,
                           const ledger::Unit& unit) -> Result<std::optional<std::int64_t>> {
        BL_TRY(auto rows,
            m_database.select(std::string("SELECT COUNT(*), -COALESCE(SUM(balance), 0)"
                                          " FROM accounts WHERE ")
                    + where + " AND unit = ?",
                from, to, unit.code));
        std::optional<std::int64_t> sum;
        if (rows.next() && rows.integer(0) > 0)
            sum = rows.integer(1);
        BL_CHECK(rows.status());
        return sum;
    };
    MemberValue value;
    BL_TRY(value.stored,
        total("account IN (?, ?)", ledger::accounts::memberPrincipal(member).path,
            ledger::accounts::memberBonus(member).path, currency));
    BL_TRY(value.points,
        total("account >= ? AND account < ?", prefix, prefix + "~", ledger::Unit::points()));
    return value;
}

}  // namespace bl::storage
