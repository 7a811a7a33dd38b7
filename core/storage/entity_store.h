#pragma once

#include "core/base/hybrid_clock.h"
#include "core/journal/entity.h"
#include "core/sql/database.h"

#include <functional>
#include <optional>

namespace bl::storage {

/// Who wrote a field last; the later stamp wins, the register decides between equal times.
struct Stamp {
    HybridTime hlc;
    RegisterId writer;

    friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// Entities of all kinds by their schemas: rows, stamps, and the search tables that belong to them.
class EntityStore {
public:
    explicit EntityStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<journal::Entity>> find(journal::EntityKind kind, const Uuid& id);

    /// The entity whose field has that value: the oldest one where several have.
    Result<std::optional<journal::Entity>> findBy(
        journal::EntityKind kind, std::string_view field, const journal::FieldValue& value);

    Result<void> visitAll(
        journal::EntityKind kind, const std::function<Result<void>(const journal::Entity&)>& visit);

    /// Makes the row; one that exists already stays as it is.
    Result<void> insert(const journal::Entity& entity, const Stamp& stamp);

    /// Sets a field unless a later writer did. A row that does not exist yet is not made.
    Result<void> setField(journal::EntityKind kind, const Uuid& id, std::size_t field,
        const journal::FieldValue& value, const Stamp& stamp);

    /// HQ's row, whole, in place of ours; an older version than the row's changes nothing and gives
    /// false.
    Result<bool> replace(const journal::Entity& entity, std::int64_t version);

    /// Entities changed after `version`, in that order.
    Result<void> visitChanged(journal::EntityKind kind, std::int64_t afterVersion,
        std::int64_t rows,
        const std::function<Result<bool>(const journal::Entity&, std::int64_t version)>& visit);
    Result<void> setVersion(journal::EntityKind kind, const Uuid& id, std::int64_t version);

private:
    Result<void> unindex(journal::EntityKind kind, const Uuid& id);
    Result<void> index(journal::EntityKind kind, const Uuid& id);

    sql::Database& m_database;
};

}  // namespace bl::storage
