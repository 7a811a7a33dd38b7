#pragma once

#include "core/sql/database.h"
#include "core/storage/schema.h"

#include <memory>
#include <optional>
#include <string>

namespace bl::ctl {

/// A database, a register's or HQ's, as it is at this moment: reading needs no lock and stands
/// beside a program that writes.
struct OpenedData {
    storage::Side side;
    std::unique_ptr<sql::Database> database;
    sql::Snapshot snapshot;  ///< goes before the database
};

/// Fails with DataDirectoryMissing where the directory holds neither, DatabaseTooNew, and as
/// sql::Database::open.
Result<OpenedData> openForReading(const std::string& directory);

}  // namespace bl::ctl
