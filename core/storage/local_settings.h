#pragma once

#include "core/sql/database.h"

#include <optional>
#include <string>

namespace bl::storage {

/// Choices of this machine that no other needs to know: language, theme, printer. Also the
/// register's own running numbers.
class LocalSettings {
public:
    explicit LocalSettings(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<std::string>> find(const std::string& key);
    Result<void> set(const std::string& key, const std::string& value);

    /// The next of a series that starts at 1; within the transaction of what carries the number, so
    /// that none is lost or used twice.
    Result<std::int64_t> nextNumber(const std::string& series);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
