#pragma once

#include "core/sql/value.h"

#include <sqlite3.h>

#include <span>
#include <vector>

namespace bl::sql {

/// A statement that is kept for the next time.
struct Prepared {
    explicit Prepared(sqlite3_stmt* prepared)
        : handle(prepared)
    {
    }
    ~Prepared() { sqlite3_finalize(handle); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    /// Binds all values; their number is the statement's. Gives SQLite's code. Their bytes must
    /// stay until the statement is reset.
    int bind(std::span<const Value> given) const;

    sqlite3_stmt* handle;
    std::vector<Value> values;  ///< of the query that runs; SQLite holds on to their bytes
    bool isBusy = false;
};

}  // namespace bl::sql
