#pragma once

#include "core/catalog/product.h"
#include "core/journal/entity.h"
#include "core/members/member.h"

namespace bl::services {

/// Members and products as the entities that travel.
journal::Entity toEntity(const members::Member& member);
journal::Entity toEntity(const catalog::Product& product);

/// The price of a product from a release on; its id is the product's.
journal::Entity priceEntity(ProductId product, Money amount, std::int64_t release);

/// An optional text or id as a field: null where it is empty.
journal::FieldValue optionalText(const std::string& text);

template <typename Id>
journal::FieldValue optionalId(const std::optional<Id>& id)
{
    return id ? journal::FieldValue{id->uuid} : journal::FieldValue{};
}

}  // namespace bl::services
