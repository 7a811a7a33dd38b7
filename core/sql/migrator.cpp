#include "core/sql/migrator.h"

#include "core/base/sha256.h"

#include <filesystem>
#include <map>

namespace bl::sql {

namespace {

using MigrationKey = std::pair<std::string, int>;

std::string label(const std::string& series, int number)
{
    return series + "/" + std::to_string(number);
}

Result<std::map<MigrationKey, std::string>> appliedMigrations(Database& database)
{
    std::map<MigrationKey, std::string> applied;
    BL_TRY(const auto exists,
        database.selectInteger(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"));
    if (!exists)
        return applied;
    BL_TRY(auto rows, database.select("SELECT series, number, checksum FROM schema_migrations"));
    while (rows.next())
        applied[{rows.text(0), static_cast<int>(rows.integer(1))}] = rows.text(2);
    BL_CHECK(rows.status());
    return applied;
}

std::string checksum(const Migration& migration)
{
    return Sha256().add(migration.sql).finish().toHex();
}

Result<void> checkKnown(const Database& database,
    const std::map<MigrationKey, std::string>& applied, const std::vector<Migration>& migrations)
{
    std::map<MigrationKey, std::string> known;
    std::map<std::string, int> newest;
    for (const auto& migration : migrations) {
        known[{migration.series, migration.number}] = checksum(migration);
        newest[migration.series] = std::max(newest[migration.series], migration.number);
    }
    for (const auto& [key, sum] : applied) {
        const auto it = known.find(key);
        if (it == known.end())
            return Error{ErrorCode::DatabaseTooNew,
                {database.file(), label(key.first, key.second),
                    label(key.first, newest[key.first])}};
        if (it->second != sum)
            return Error{ErrorCode::MigrationChanged, {label(key.first, key.second)}};
    }
    return {};
}

/// What a database has of the schema, which is at least something and not of a newer program.
Result<std::map<MigrationKey, std::string>> knownSchema(
    Database& database, const std::vector<Migration>& migrations)
{
    BL_TRY(auto applied, appliedMigrations(database));
    if (applied.empty())
        return Error{ErrorCode::DatabaseMissing, {database.file()}};
    BL_CHECK(checkKnown(database, applied, migrations));
    return applied;
}

Result<void> applyMigration(Database& database, const Migration& migration, const WallClock& clock)
{
    BL_TRY(auto transaction, Transaction::begin(database));
    BL_CHECK(database.script(
        "CREATE TABLE IF NOT EXISTS schema_migrations (series TEXT NOT NULL, number INTEGER "
        "NOT NULL,"
        " name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at_ms INTEGER NOT NULL,"
        " PRIMARY KEY (series, number)) STRICT"));
    BL_CHECK(database.script(migration.sql));
    BL_CHECK(database.run("INSERT INTO schema_migrations (series, number, name, checksum, "
                          "applied_at_ms) VALUES (?, ?, ?, ?, ?)",
        migration.series, migration.number, migration.name, checksum(migration), clock.now()));
    return transaction.commit();
}

}  // namespace

Result<void> migrate(
    Database& database, const std::vector<Migration>& migrations, const WallClock& clock)
{
    BL_TRY(const auto applied, knownSchema(database, migrations));
    bool copied = false;
    for (const auto& migration : migrations) {
        if (applied.contains({migration.series, migration.number}))
            continue;
        if (!copied) {
            const auto copy = database.file() + ".before-" + migration.series + "-"
                + std::to_string(migration.number);
            // A copy that an earlier, interrupted try left behind is of the same state and may be
            // incomplete.
            std::error_code ignored;
            std::filesystem::remove(copy, ignored);
            BL_CHECK(database.run("VACUUM INTO ?", copy));
            copied = true;
        }
        BL_CHECK(applyMigration(database, migration, clock));
    }
    return {};
}

Result<void> createSchema(
    Database& database, const std::vector<Migration>& migrations, const WallClock& clock)
{
    for (const auto& migration : migrations)
        BL_CHECK(applyMigration(database, migration, clock));
    return {};
}

Result<void> checkSchema(Database& database, const std::vector<Migration>& migrations)
{
    BL_TRY(const auto applied, knownSchema(database, migrations));
    for (const auto& migration : migrations) {
        if (!applied.contains({migration.series, migration.number}))
            return Error{ErrorCode::DatabaseOpenFailed,
                {database.file(),
                    "schema " + label(migration.series, migration.number) + " is missing"}};
    }
    return {};
}

}  // namespace bl::sql
