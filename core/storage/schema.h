#pragma once

#include "core/sql/migrator.h"

#include <vector>

namespace bl::storage {

enum class Side { Register, Hq };

/// The migrations of a register's or HQ's database, in the order in which they run.
std::vector<sql::Migration> migrationsOf(Side side);

/// Those of them that a file of payments alone has.
std::vector<sql::Migration> paymentMigrations();

}  // namespace bl::storage
