#pragma once

#include "core/ledger/account.h"
#include "core/sql/database.h"

namespace bl::storage {

/// Balances as the counter sees them.
class LedgerStore {
public:
    explicit LedgerStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// Zero where nothing was posted yet.
    Result<std::int64_t> balance(const ledger::AccountId& account, const ledger::Unit& unit);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
