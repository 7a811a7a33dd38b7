#pragma once

#include "core/base/clock.h"
#include "core/sql/database.h"

#include <memory>
#include <string>

namespace bl::storage {

/// Opens a file that holds a journal of payments and nothing else, or makes it where there is none:
/// for programs that charge without a register. Fails as sql::Database::open and sql::migrate do.
Result<std::unique_ptr<sql::Database>> openPaymentFile(
    const std::string& file, const WallClock& clock);

}  // namespace bl::storage
