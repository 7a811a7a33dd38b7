#pragma once

#include "core/ledger/account.h"
#include "core/sql/database.h"

#include <optional>

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

    /// What the member has, as people count it: above zero where the house owes it.
    struct MemberValue {
        std::optional<std::int64_t> stored;  ///< principal and bonus; none without such an account
        std::optional<std::int64_t> points;  ///< of all kinds
    };
    Result<MemberValue> memberValue(MemberId member, const ledger::Unit& currency);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
