#pragma once

#include "core/sql/database.h"
#include "core/staff/user.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bl::storage {

/// Users with the permissions of their roles.
class UserStore {
public:
    explicit UserStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<staff::User>> find(UserId id);

    /// Active users who can log in at a register, by name.
    Result<std::vector<staff::User>> withPin();

    /// The argon2id hash of the PIN; empty where there is none or the user is not active.
    Result<std::string> pinHash(UserId id);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
