#include "core/storage/user_store.h"

namespace bl::storage {

namespace {

constexpr const char* kUserColumns = "SELECT u.user_id, u.login, u.name, u.role_id, "
                                     "COALESCE(r.permissions, ''), COALESCE(u.pin_hash, ''),"
                                     " COALESCE(u.pin_temporary, 0) FROM users u LEFT JOIN roles r "
                                     "ON r.role_id = u.role_id AND r.active = 1 ";

staff::User readUser(const sql::Cursor& rows)
{
    staff::User user;
    user.id = rows.id<UserId>(0);
    user.login = rows.text(1);
    user.name = rows.text(2);
    user.role = rows.optionalId<RoleId>(3);
    user.permissions = access::parsePermissions(rows.text(4));
    if (!rows.text(5).empty())
        user.pin = rows.integer(6) != 0 ? staff::PinState::Temporary : staff::PinState::Own;
    return user;
}

Result<std::optional<staff::User>> readOne(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::optional<staff::User> user;
    if (rows.next())
        user = readUser(rows);
    BL_CHECK(rows.status());
    return user;
}

}  // namespace

Result<std::optional<staff::User>> UserStore::find(UserId id)
{
    return readOne(
        m_database.select(std::string(kUserColumns) + "WHERE u.user_id = ? AND u.active = 1", id));
}

Result<std::vector<staff::User>> UserStore::withPin()
{
    BL_TRY(auto rows,
        m_database.select(std::string(kUserColumns)
            + "WHERE u.active = 1 AND u.pin_hash IS NOT NULL AND u.pin_hash <> '' ORDER BY "
              "u.name"));
    std::vector<staff::User> users;
    while (rows.next())
        users.push_back(readUser(rows));
    BL_CHECK(rows.status());
    return users;
}

Result<std::string> UserStore::pinHash(UserId id)
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT COALESCE(pin_hash, '') FROM users WHERE user_id = ? AND active = 1", id));
    std::string hash;
    if (rows.next())
        hash = rows.text(0);
    BL_CHECK(rows.status());
    return hash;
}

}  // namespace bl::storage
