#pragma once

#include "core/base/uuid.h"
#include "core/journal/entity.h"
#include "core/ledger/posting.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What an operation does to the tables, besides its postings: changes of four kinds that mean the
/// same on a register and at HQ, in whatever order the journals of several registers arrive.
namespace bl::journal {

/// Stands for the id of the journal line that the change belongs to.
struct LineRef {
    friend bool operator==(const LineRef&, const LineRef&) = default;
};

/// Stands for the number of the register that wrote the line.
struct RegisterRef {
    friend bool operator==(const RegisterRef&, const RegisterRef&) = default;
};

using Cell = std::variant<std::monostate, std::int64_t, std::string, Uuid, LineRef, RegisterRef>;

/// A table and the columns that a change names, the first `keys` of them its key. Where the rows
/// are entities, the key is the entity's id.
struct RowShape {
    std::string_view table;
    std::size_t keys;
    std::span<const std::string_view> columns;
    std::optional<EntityKind> entity = std::nullopt;
};

/// A row of facts. Its key holds the line or an id made by it, so it can exist only once.
struct Insert {
    const RowShape* shape;
    std::vector<Cell> cells;
};

/// Adds to counters: the columns behind the key. A row that is missing starts at zero.
struct Add {
    const RowShape* shape;
    std::vector<Cell> key;
    std::vector<std::int64_t> deltas;
};

/// A new entity.
struct InsertEntity {
    const Entity* entity;
};

/// A field of an entity, with last-writer semantics: the operation's (hlc, register) is the stamp.
struct SetField {
    EntityKind kind;
    Uuid id;
    std::size_t field;
    FieldValue value;
};

/// Moves a row's state forward, never back, and sets the columns that belong to the new state. The
/// first column behind the key is the state.
struct Advance {
    const RowShape* shape;
    std::vector<Cell> cells;
};

using Change = std::variant<Insert, Add, InsertEntity, SetField, Advance>;

}  // namespace bl::journal
