#include "core/storage/entity_store.h"

#include "core/storage/search_grams.h"

#include <array>
#include <vector>

namespace bl::storage {

using journal::Entity;
using journal::EntityKind;
using journal::EntitySchema;
using journal::FieldValue;
using journal::schemaOf;

namespace {

sql::Value toSql(const FieldValue& value)
{
    switch (value.index()) {
    case 1: return std::get<std::int64_t>(value);
    case 2: return std::get<std::string>(value);
    case 3: return sql::toValue(std::get<Uuid>(value));
    default: return {};
    }
}

FieldValue fromSql(const sql::Cursor& rows, int column, journal::FieldType type)
{
    if (rows.isNull(column))
        return {};
    switch (type) {
    case journal::FieldType::Integer: return rows.integer(column);
    case journal::FieldType::Text: return rows.text(column);
    case journal::FieldType::Id: return rows.id<StoreId>(column).uuid;
    }
    return {};
}

/// Statement texts of one kind, made once.
struct EntitySql {
    std::string select;  ///< key and fields
    std::string byKey;
    std::string insert;
    std::string replace;
};

std::string columnList(const EntitySchema& schema)
{
    std::string list(schema.key);
    for (const auto& field : schema.fields)
        list += ", " + std::string(field.column);
    return list;
}

EntitySql makeSql(const EntitySchema& schema)
{
    EntitySql text;
    const std::string table(schema.table);
    text.select = "SELECT " + columnList(schema) + " FROM " + table;
    text.byKey = text.select + " WHERE " + std::string(schema.key) + " = ?";
    std::string marks = "?";
    std::string updates;
    for (const auto& field : schema.fields) {
        marks += ", ?";
        const std::string column(field.column);
        updates += column + " = excluded." + column + ", ";
    }
    const std::string head = "INSERT INTO " + table + " (" + columnList(schema)
        + ", version, stamp_hlc, stamp_register) VALUES (" + marks + ", ?, ?, ?) ON CONFLICT ("
        + std::string(schema.key) + ") DO ";
    text.insert = head + "NOTHING";
    text.replace = head + "UPDATE SET " + updates + "version = excluded.version";
    return text;
}

const EntitySql& sqlOf(EntityKind kind)
{
    static const std::vector<EntitySql> texts = [] {
        std::vector<EntitySql> made;
        for (const auto& schema : journal::entitySchemas())
            made.push_back(makeSql(schema));
        return made;
    }();
    return texts[static_cast<std::size_t>(kind)];
}

Entity readEntity(const EntitySchema& schema, const sql::Cursor& rows)
{
    Entity entity(schema.kind, rows.id<StoreId>(0).uuid);
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        entity.values[i] = fromSql(rows, static_cast<int>(i) + 1, schema.fields[i].type);
    return entity;
}

std::vector<sql::Value> rowValues(const Entity& entity, std::int64_t version, const Stamp& stamp)
{
    std::vector<sql::Value> values{sql::toValue(entity.id)};
    for (const auto& value : entity.values)
        values.push_back(toSql(value));
    values.push_back(version);
    values.push_back(static_cast<std::int64_t>(stamp.hlc.value));
    values.push_back(sql::toValue(stamp.writer));
    return values;
}

/// The full-text tables of members and products: what they index and under which row.
struct SearchIndex {
    EntityKind kind;
    const char* source;  ///< row number and text
    const char* remove;
    const char* add;
    std::string (*grams)(std::string_view);
};

constexpr std::array<SearchIndex, 2> kSearchIndexes{
    SearchIndex{EntityKind::Member,
        "SELECT member_no, COALESCE(phone, '') FROM members WHERE member_id = ?",
        "INSERT INTO member_search (member_search, rowid, grams) VALUES ('delete', ?, ?)",
        "INSERT INTO member_search (rowid, grams) VALUES (?, ?)", phoneGrams},
    SearchIndex{EntityKind::Product,
        "SELECT product_no, COALESCE(name, '') FROM products WHERE product_id = ?",
        "INSERT INTO product_search (product_search, rowid, grams) VALUES ('delete', ?, ?)",
        "INSERT INTO product_search (rowid, grams) VALUES (?, ?)", nameGrams}};

Result<void> updateIndex(
    sql::Database& database, EntityKind kind, const Uuid& id, const char* SearchIndex::*statement)
{
    for (const auto& search : kSearchIndexes) {
        if (search.kind != kind)
            continue;
        std::int64_t row = 0;
        std::string grams;
        {
            BL_TRY(auto rows, database.select(search.source, id));
            if (!rows.next())
                return rows.status();
            row = rows.integer(0);
            grams = search.grams(rows.text(1));
        }
        if (!grams.empty())
            BL_CHECK(database.run(search.*statement, row, grams));
    }
    return {};
}

}  // namespace

Result<std::optional<Entity>> EntityStore::find(EntityKind kind, const Uuid& id)
{
    BL_TRY(auto rows, m_database.select(sqlOf(kind).byKey, id));
    std::optional<Entity> entity;
    if (rows.next())
        entity = readEntity(schemaOf(kind), rows);
    BL_CHECK(rows.status());
    return entity;
}

Result<std::optional<Entity>> EntityStore::findBy(
    EntityKind kind, std::string_view field, const FieldValue& value)
{
    const auto& schema = schemaOf(kind);
    const auto position = schema.find(field);
    BL_ASSERT(position);
    BL_TRY(auto rows,
        m_database.select(sqlOf(kind).select + " WHERE "
                + std::string(schema.fields[*position].column) + " = ? ORDER BY "
                + std::string(schema.key) + " LIMIT 1",
            toSql(value)));
    std::optional<Entity> entity;
    if (rows.next())
        entity = readEntity(schema, rows);
    BL_CHECK(rows.status());
    return entity;
}

Result<void> EntityStore::visitAll(
    EntityKind kind, const std::function<Result<void>(const Entity&)>& visit)
{
    BL_TRY(auto rows, m_database.select(sqlOf(kind).select));
    while (rows.next())
        BL_CHECK(visit(readEntity(schemaOf(kind), rows)));
    return rows.status();
}

Result<void> EntityStore::insert(const Entity& entity, const Stamp& stamp)
{
    BL_TRY(const auto added,
        m_database.runValues(sqlOf(entity.kind).insert, rowValues(entity, 0, stamp)));
    if (added > 0)
        BL_CHECK(index(entity.kind, entity.id));
    return {};
}

Result<void> EntityStore::setField(
    EntityKind kind, const Uuid& id, std::size_t field, const FieldValue& value, const Stamp& stamp)
{
    const auto& schema = schemaOf(kind);
    const std::string table(schema.table);
    const std::string where = " WHERE " + std::string(schema.key) + " = ?";
    const std::string name(schema.fields[field].name);
    Stamp last;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT hlc, register_id FROM field_stamps WHERE kind = ? AND "
                              "entity_id = ? AND field = ?"
                              " UNION ALL SELECT stamp_hlc, stamp_register FROM "
                    + table + where,
                schema.name, id, name, id));
        if (!rows.next())
            return rows.status();
        last = {HybridTime{static_cast<std::uint64_t>(rows.integer(0))}, rows.id<RegisterId>(1)};
    }
    if (stamp <= last)
        return {};
    BL_CHECK(unindex(kind, id));
    BL_CHECK(m_database.run(
        "UPDATE " + table + " SET " + std::string(schema.fields[field].column) + " = ?" + where,
        toSql(value), id));
    BL_CHECK(index(kind, id));
    BL_CHECK(m_database.run(
        "INSERT INTO field_stamps (kind, entity_id, field, hlc, register_id) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, entity_id, field) DO UPDATE SET hlc = excluded.hlc,"
        " register_id = excluded.register_id",
        schema.name, id, name, static_cast<std::int64_t>(stamp.hlc.value), stamp.writer));
    return {};
}

Result<bool> EntityStore::replace(const Entity& entity, std::int64_t version)
{
    const auto& schema = schemaOf(entity.kind);
    BL_TRY(const auto known,
        m_database.selectInteger("SELECT version FROM " + std::string(schema.table) + " WHERE "
                + std::string(schema.key) + " = ?",
            entity.id));
    if (known && *known >= version)
        return false;
    if (known)
        BL_CHECK(unindex(entity.kind, entity.id));
    BL_CHECK(m_database.runValues(sqlOf(entity.kind).replace, rowValues(entity, version, {})));
    BL_CHECK(index(entity.kind, entity.id));
    return true;
}

Result<void> EntityStore::visitChanged(EntityKind kind, std::int64_t afterVersion,
    std::int64_t count,
    const std::function<Result<bool>(const Entity&, std::int64_t version)>& visit)
{
    const auto& schema = schemaOf(kind);
    BL_TRY(auto rows,
        m_database.select("SELECT " + columnList(schema) + ", version FROM "
                + std::string(schema.table) + " WHERE version > ? ORDER BY version LIMIT ?",
            afterVersion, count));
    while (rows.next()) {
        BL_TRY(const bool goOn,
            visit(readEntity(schema, rows),
                rows.integer(static_cast<int>(schema.fields.size()) + 1)));
        if (!goOn)
            break;
    }
    return rows.status();
}

Result<void> EntityStore::setVersion(EntityKind kind, const Uuid& id, std::int64_t version)
{
    const auto& schema = schemaOf(kind);
    BL_CHECK(m_database.run("UPDATE " + std::string(schema.table) + " SET version = ? WHERE "
            + std::string(schema.key) + " = ?",
        version, id));
    return {};
}

Result<void> EntityStore::unindex(EntityKind kind, const Uuid& id)
{
    return updateIndex(m_database, kind, id, &SearchIndex::remove);
}

Result<void> EntityStore::index(EntityKind kind, const Uuid& id)
{
    return updateIndex(m_database, kind, id, &SearchIndex::add);
}

}  // namespace bl::storage
