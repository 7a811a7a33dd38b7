#pragma once

#include "core/base/result.h"
#include "core/sql/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace bl::sql {

class Database;
struct Prepared;

/// The rows of a running query. Errors while reading end the rows and show in `status()`. The
/// statement is reset when the cursor goes.
class Cursor {
public:
    Cursor(Cursor&& other) noexcept;
    Cursor& operator=(Cursor&&) = delete;
    ~Cursor();

    bool next();
    Result<void> status() const;

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::string bytes(int column) const;
    Money money(int column) const { return Money::minor(integer(column)); }
    Quantity quantity(int column) const { return Quantity::thousandths(integer(column)); }
    Value value(int column) const;

    /// The id in a column of 16 bytes; nil where it is NULL.
    template <typename Id>
    Id id(int column) const
    {
        return Id{uuid(column)};
    }
    template <typename Id>
    std::optional<Id> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional<Id>{Id{uuid(column)}};
    }
    Hash hash(int column) const;

private:
    friend class Database;
    enum class Row {
        Waits,  ///< the first one is there, and nobody asked for it yet
        Read,
        None,
    };
    Cursor(const Database& database, std::shared_ptr<Prepared> statement, Row row);
    Uuid uuid(int column) const;

    const Database* m_database;
    std::shared_ptr<Prepared> m_statement;
    Row m_row;
    std::optional<Error> m_error;
};

}  // namespace bl::sql
