#include "core/sql/prepared.h"

namespace bl::sql {

namespace {

int bindOne(sqlite3_stmt* statement, int position, const Value& value)
{
    switch (value.index()) {
    case 1: return sqlite3_bind_int64(statement, position, std::get<std::int64_t>(value));
    case 2: {
        const auto& text = std::get<std::string>(value);
        return sqlite3_bind_text64(
            statement, position, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    case 3: {
        const auto& bytes = std::get<Blob>(value).bytes;
        return sqlite3_bind_blob64(statement, position, bytes.data(), bytes.size(), SQLITE_STATIC);
    }
    default: return sqlite3_bind_null(statement, position);
    }
}

}  // namespace

int Prepared::bind(std::span<const Value> given) const
{
    BL_ASSERT(sqlite3_bind_parameter_count(handle) == static_cast<int>(given.size()));
    int position = 0;
    for (const auto& value : given) {
        if (const int code = bindOne(handle, ++position, value); code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

}  // namespace bl::sql
