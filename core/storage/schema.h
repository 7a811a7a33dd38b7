#pragma once

#include "core/sql/migrator.h"

#include <vector>

namespace bl::storage {

enum class Side { Register, Hq };

/// The migrations of a register's or HQ's database, in the order in which they run.
std::vector<sql::Migration> migrationsOf(Side side);

}  // namespace bl::storage
