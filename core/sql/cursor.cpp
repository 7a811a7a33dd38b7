#include "core/sql/cursor.h"

#include "core/sql/database.h"
#include "core/sql/prepared.h"

#include <algorithm>

namespace bl::sql {

Cursor::Cursor(const Database& database, std::shared_ptr<Prepared> statement, Row row)
    : m_database(&database)
    , m_statement(std::move(statement))
    , m_row(row)
{
    m_statement->isBusy = true;
}

Cursor::Cursor(Cursor&& other) noexcept = default;

Cursor::~Cursor()
{
    if (m_statement) {
        sqlite3_reset(m_statement->handle);
        m_statement->isBusy = false;
    }
}

bool Cursor::next()
{
    if (m_row == Row::Waits) {
        m_row = Row::Read;
        return true;
    }
    if (m_row == Row::None)
        return false;
    const int code = sqlite3_step(m_statement->handle);
    if (code == SQLITE_ROW)
        return true;
    m_row = Row::None;
    if (code != SQLITE_DONE)
        m_error = m_database->lastError(sqlite3_sql(m_statement->handle));
    return false;
}

Result<void> Cursor::status() const
{
    if (m_error)
        return *m_error;
    return {};
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement->handle, column) == SQLITE_NULL;
}

std::int64_t Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement->handle, column);
}

std::string Cursor::text(int column) const
{
    return bytes(column);
}

std::string Cursor::bytes(int column) const
{
    // The pointer first: a number becomes text by it and has its size only then.
    const void* data = sqlite3_column_blob(m_statement->handle, column);
    if (!data)
        return {};
    const auto size = sqlite3_column_bytes(m_statement->handle, column);
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

Value Cursor::value(int column) const
{
    switch (sqlite3_column_type(m_statement->handle, column)) {
    case SQLITE_NULL: return {};
    case SQLITE_BLOB: return Blob{bytes(column)};
    case SQLITE_TEXT: return text(column);
    default: return integer(column);
    }
}

Uuid Cursor::uuid(int column) const
{
    Uuid uuid;
    const auto raw = bytes(column);
    if (raw.size() == uuid.bytes.size())
        std::copy(raw.begin(), raw.end(), uuid.bytes.begin());
    return uuid;
}

Hash Cursor::hash(int column) const
{
    Hash hash;
    const auto raw = bytes(column);
    if (raw.size() == hash.bytes.size())
        std::copy(raw.begin(), raw.end(), hash.bytes.begin());
    return hash;
}

}  // namespace bl::sql
