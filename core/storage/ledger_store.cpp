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

}  // namespace bl::storage
