#pragma once

#include "core/base/clock.h"
#include "core/sql/database.h"
#include "core/storage/schema.h"

#include <functional>
#include <string>

namespace bl::storage {

/// Makes a database of that side and lets `fill` write into it. It has another name until it is
/// complete, so that one that was never finished is never taken for an organisation or a register.
/// Everything else opens files that are there.
///
/// Fails with DataDirectoryOccupied where the file exists, with DatabaseMissing where only its log
/// is left (SQLite would play that into the new file), and as sql::Database and `fill` do.
Result<void> createDatabase(const std::string& file, Side side, const WallClock& clock,
    const std::function<Result<void>(sql::Database&)>& fill = {});

}  // namespace bl::storage
