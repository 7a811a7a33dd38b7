#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Entities: what exists in newest versions (products, members, users …), in contrast to facts
/// (sales, shifts). One table of schemas drives their journal lines, their rows in the database and
/// their rows in the feed.
namespace bl::journal {

enum class EntityKind {
    Store,
    Register,
    User,
    Role,
    Tier,
    Category,
    Product,
    Price,
    Member,
    Setting,
    Release,
    ParkedTicket,
    Template
};

enum class FieldType { Text, Integer, Id };
enum class Presence { Required, Optional };

struct EntityField {
    std::string_view name;    ///< in JSON
    std::string_view column;  ///< in the table
    FieldType type;
    Presence presence = Presence::Optional;
};

/// Who may create and change entities of a kind (journal-and-sync, section 7).
enum class Ownership {
    Hq,      ///< HQ alone
    Store,   ///< HQ, or the store that made it
    Shared,  ///< HQ and every register; last writer per field
    Moved,   ///< nobody: made and moved by operations of its own
};

struct EntitySchema {
    EntityKind kind;
    std::string_view
        name;  ///< the feed's kind and the first part of the operations' type: `member`
    std::string_view table;
    std::string_view key;  ///< the key's column
    Ownership ownership;
    std::span<const EntityField> fields;

    /// The field's position, or nothing.
    std::optional<std::size_t> find(std::string_view fieldName) const;
};

std::span<const EntitySchema> entitySchemas();
const EntitySchema& schemaOf(EntityKind kind);
const EntitySchema* findSchema(std::string_view name);

/// A field's value; the empty alternative is null.
using FieldValue = std::variant<std::monostate, std::int64_t, std::string, Uuid>;

/// An entity whole: one value per field of its schema, in that order.
struct Entity {
    EntityKind kind{};
    Uuid id;
    std::vector<FieldValue> values;

    /// An entity of nulls.
    Entity(EntityKind entityKind, const Uuid& entityId);
    Entity() = default;

    /// Sets a field by its name in the schema; an unknown name is a programmer's error.
    Entity& set(std::string_view field, FieldValue value);
    const FieldValue& get(std::string_view field) const;
    std::string text(std::string_view field) const;      ///< empty for null
    std::int64_t integer(std::string_view field) const;  ///< 0 for null
    std::optional<Uuid> uuid(std::string_view field) const;

    friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace bl::journal
