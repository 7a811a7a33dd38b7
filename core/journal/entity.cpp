#include "core/journal/entity.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>

namespace bl::journal {

namespace {

constexpr auto kRequired = Presence::Required;
using Type = FieldType;

constexpr EntityField kStoreFields[]{{"code", "code", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"address", "address", Type::Text},
    {"phone", "phone", Type::Text}, {"active", "active", Type::Integer, kRequired}};

constexpr EntityField kRegisterFields[]{{"code", "code", Type::Text, kRequired},
    {"store", "store_id", Type::Id}, {"number", "register_no", Type::Integer, kRequired},
    {"state", "state", Type::Text, kRequired}, {"device", "device", Type::Text}};

constexpr EntityField kUserFields[]{{"login", "login", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"role", "role_id", Type::Id},
    {"pinHash", "pin_hash", Type::Text}, {"pinTemporary", "pin_temporary", Type::Integer},
    {"passwordHash", "password_hash", Type::Text}, {"active", "active", Type::Integer, kRequired}};

constexpr EntityField kRoleFields[]{{"code", "code", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"permissions", "permissions", Type::Text, kRequired},
    {"active", "active", Type::Integer, kRequired}};

constexpr EntityField kTierFields[]{{"code", "code", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"rank", "rank", Type::Integer, kRequired},
    {"active", "active", Type::Integer, kRequired}};

constexpr EntityField kProductFields[]{{"code", "code", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"initials", "initials", Type::Text, kRequired},
    {"category", "category_id", Type::Id}, {"unit", "unit", Type::Text},
    {"measure", "measure", Type::Integer, kRequired}, {"store", "store_id", Type::Id},
    {"active", "active", Type::Integer, kRequired}};

constexpr EntityField kPriceFields[]{{"product", "product_id", Type::Id, kRequired},
    {"release", "release_no", Type::Integer, kRequired},
    {"amount", "amount_minor", Type::Integer, kRequired}};

constexpr EntityField kMemberFields[]{{"number", "number", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"initials", "initials", Type::Text, kRequired},
    {"phone", "phone", Type::Text}, {"tier", "tier_id", Type::Id},
    {"birthday", "birthday", Type::Text}, {"note", "note", Type::Text},
    {"store", "store_id", Type::Id}, {"since", "since", Type::Text},
    {"active", "active", Type::Integer, kRequired}};

constexpr EntityField kSettingFields[]{
    {"key", "key", Type::Text, kRequired}, {"value", "value", Type::Text, kRequired}};

constexpr EntityField kReleaseFields[]{{"number", "number", Type::Integer, kRequired}};

constexpr EntityField kParkedTicketFields[]{{"store", "store_id", Type::Id, kRequired},
    {"register", "register_no", Type::Integer, kRequired}, {"user", "user_id", Type::Id, kRequired},
    {"label", "label", Type::Text, kRequired},
    {"parkedAt", "parked_at_ms", Type::Integer, kRequired},
    {"content", "content", Type::Text, kRequired}, {"state", "state", Type::Integer, kRequired},
    {"endedRegister", "ended_register_no", Type::Integer}, {"endedBy", "ended_by", Type::Id},
    {"endedAt", "ended_at_ms", Type::Integer}};

constexpr EntityField kTemplateFields[]{{"purpose", "purpose", Type::Text, kRequired},
    {"name", "name", Type::Text, kRequired}, {"store", "store_id", Type::Id},
    {"active", "active", Type::Integer, kRequired}, {"content", "content", Type::Text, kRequired}};

constexpr std::array kSchemas{
    EntitySchema{EntityKind::Store, "store", "stores", "store_id", Ownership::Hq, kStoreFields},
    EntitySchema{EntityKind::Register, "register", "registers", "register_id", Ownership::Hq,
        kRegisterFields},
    EntitySchema{EntityKind::User, "user", "users", "user_id", Ownership::Hq, kUserFields},
    EntitySchema{EntityKind::Role, "role", "roles", "role_id", Ownership::Hq, kRoleFields},
    EntitySchema{EntityKind::Tier, "tier", "tiers", "tier_id", Ownership::Hq, kTierFields},
    EntitySchema{
        EntityKind::Category, "category", "categories", "category_id", Ownership::Hq, kTierFields},
    EntitySchema{
        EntityKind::Product, "product", "products", "product_id", Ownership::Store, kProductFields},
    EntitySchema{EntityKind::Price, "price", "prices", "price_id", Ownership::Store, kPriceFields},
    EntitySchema{
        EntityKind::Member, "member", "members", "member_id", Ownership::Shared, kMemberFields},
    EntitySchema{
        EntityKind::Setting, "setting", "settings", "setting_id", Ownership::Hq, kSettingFields},
    EntitySchema{
        EntityKind::Release, "release", "releases", "release_id", Ownership::Hq, kReleaseFields},
    EntitySchema{EntityKind::ParkedTicket, "parked-ticket", "parked_tickets", "ticket_id",
        Ownership::Moved, kParkedTicketFields},
    EntitySchema{EntityKind::Template, "template", "templates", "template_id", Ownership::Store,
        kTemplateFields},
};

std::size_t positionOf(const EntitySchema& schema, std::string_view field)
{
    const auto position = schema.find(field);
    BL_ASSERT(position);
    return *position;
}

}  // namespace

std::optional<std::size_t> EntitySchema::find(std::string_view fieldName) const
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == fieldName)
            return i;
    }
    return std::nullopt;
}

std::span<const EntitySchema> entitySchemas()
{
    return kSchemas;
}

const EntitySchema& schemaOf(EntityKind kind)
{
    return kSchemas[static_cast<std::size_t>(kind)];
}

const EntitySchema* findSchema(std::string_view name)
{
    const auto it = std::find_if(kSchemas.begin(), kSchemas.end(),
        [&](const EntitySchema& schema) { return schema.name == name; });
    return it == kSchemas.end() ? nullptr : &*it;
}

Entity::Entity(EntityKind entityKind, const Uuid& entityId)
    : kind(entityKind)
    , id(entityId)
    , values(schemaOf(entityKind).fields.size())
{
}

Entity& Entity::set(std::string_view field, FieldValue value)
{
    values[positionOf(schemaOf(kind), field)] = std::move(value);
    return *this;
}

const FieldValue& Entity::get(std::string_view field) const
{
    return values[positionOf(schemaOf(kind), field)];
}

std::string Entity::text(std::string_view field) const
{
    const auto* text = std::get_if<std::string>(&get(field));
    return text ? *text : std::string{};
}

std::int64_t Entity::integer(std::string_view field) const
{
    const auto* number = std::get_if<std::int64_t>(&get(field));
    return number ? *number : 0;
}

std::optional<Uuid> Entity::uuid(std::string_view field) const
{
    const auto* found = std::get_if<Uuid>(&get(field));
    return found ? std::optional{*found} : std::nullopt;
}

}  // namespace bl::journal
