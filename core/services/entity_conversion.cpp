#include "core/services/entity_conversion.h"

namespace bl::services {

using journal::Entity;
using journal::EntityKind;

journal::FieldValue optionalText(const std::string& text)
{
    return text.empty() ? journal::FieldValue{} : journal::FieldValue{text};
}

Entity toEntity(const members::Member& member)
{
    Entity entity(EntityKind::Member, member.id.uuid);
    entity.set("number", member.number)
        .set("name", member.name)
        .set("initials", member.initials)
        .set("phone", optionalText(member.phone))
        .set("tier", optionalId(member.tier))
        .set("birthday", optionalText(member.birthday))
        .set("note", optionalText(member.note))
        .set("store", optionalId(member.store))
        .set("since", optionalText(member.since))
        .set("active", std::int64_t{1});
    return entity;
}

Entity toEntity(const catalog::Product& product)
{
    Entity entity(EntityKind::Product, product.id.uuid);
    entity.set("code", product.code)
        .set("name", product.name)
        .set("initials", product.initials)
        .set("category", optionalId(product.category))
        .set("unit", optionalText(product.unit))
        .set("measure", std::int64_t{product.saleUnit == catalog::SaleUnit::Measure ? 1 : 0})
        .set("store", optionalId(product.store))
        .set("active", std::int64_t{1});
    return entity;
}

Entity priceEntity(ProductId product, Money amount, std::int64_t release)
{
    Entity entity(EntityKind::Price, product.uuid);
    entity.set("product", product.uuid).set("release", release).set("amount", amount.minor());
    return entity;
}

}  // namespace bl::services
