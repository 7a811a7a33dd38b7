#include "core/storage/local_settings.h"

namespace bl::storage {

Result<std::optional<std::string>> LocalSettings::find(const std::string& key)
{
    BL_TRY(auto rows, m_database.select("SELECT value FROM local_settings WHERE key = ?", key));
    std::optional<std::string> value;
    if (rows.next())
        value = rows.text(0);
    BL_CHECK(rows.status());
    return value;
}

Result<void> LocalSettings::set(const std::string& key, const std::string& value)
{
    BL_CHECK(m_database.run("INSERT INTO local_settings (key, value) VALUES (?, ?)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key, value));
    return {};
}

Result<std::int64_t> LocalSettings::nextNumber(const std::string& series)
{
    BL_TRY(const auto number,
        m_database.selectInteger(
            "INSERT INTO counters (name, value) VALUES (?, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            series));
    if (!number)
        return Error{ErrorCode::DatabaseFailed, {"no number came back for " + series}};
    return *number;
}

}  // namespace bl::storage
