#pragma once

#include "core/base/clock.h"
#include "core/sql/database.h"

#include <string>
#include <vector>

namespace bl::sql {

/// One numbered change of the schema. A released migration never changes; its checksum is kept in
/// the database.
struct Migration {
    std::string series;  ///< "core", "register" or "hq": which tables the file may hold
    int number = 0;
    std::string name;
    std::string sql;
};

/// Brings a database to the newest schema: each migration in one transaction, and a copy of the
/// file beside it before the first one that changes existing data. Fails with DatabaseTooNew where
/// the database knows a migration that this program does not, with MigrationChanged where a
/// checksum differs, and with DatabaseMissing where it has no schema at all; nothing is changed
/// then.
Result<void> migrate(
    Database& database, const std::vector<Migration>& migrations, const WallClock& clock);

/// Gives a new database its schema.
Result<void> createSchema(
    Database& database, const std::vector<Migration>& migrations, const WallClock& clock);

/// The check alone, for readers: DatabaseTooNew, MigrationChanged, DatabaseMissing where there is
/// no schema, or DatabaseOpenFailed where a migration is missing.
Result<void> checkSchema(Database& database, const std::vector<Migration>& migrations);

}  // namespace bl::sql
