#pragma once

#include "core/base/assert.h"
#include "core/journal/operation.h"

#include <map>
#include <string_view>
#include <utility>

namespace bl::services {

/// Fields of one entity that get new values; a value that is there already is no change.
class FieldChanges {
public:
    explicit FieldChanges(const journal::Entity& stored)
        : m_stored(stored)
    {
    }

    void set(std::string_view field, journal::FieldValue value)
    {
        const auto position = journal::schemaOf(m_stored.kind).find(field);
        BL_ASSERT(position);
        set(*position, std::move(value));
    }
    void set(std::size_t position, journal::FieldValue value)
    {
        if (m_stored.values[position] != value)
            m_fields[position] = std::move(value);
    }

    bool has(std::string_view field) const
    {
        return m_fields.contains(*journal::schemaOf(m_stored.kind).find(field));
    }

    bool isEmpty() const { return m_fields.empty(); }
    journal::EntityChanged operation() const
    {
        return {m_stored.kind, m_stored.id, {m_fields.begin(), m_fields.end()}};
    }
    journal::Entity applied() const
    {
        journal::Entity entity = m_stored;
        for (const auto& [position, value] : m_fields)
            entity.values[position] = value;
        return entity;
    }

private:
    const journal::Entity& m_stored;
    std::map<std::size_t, journal::FieldValue> m_fields;
};

}  // namespace bl::services
