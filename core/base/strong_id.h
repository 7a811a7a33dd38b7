#pragma once

#include "core/base/uuid.h"

namespace bl {

/// A UUID that names one kind of thing, so that a member's id cannot be passed where a product's is
/// wanted.
template <typename Tag>
struct StrongId {
    Uuid uuid;

    static std::optional<StrongId> parse(std::string_view text)
    {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<StrongId>{StrongId{*uuid}} : std::nullopt;
    }
    std::string toString() const { return uuid.toString(); }

    friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

using OrganisationId = StrongId<struct OrganisationTag>;
using StoreId = StrongId<struct StoreTag>;
using RegisterId = StrongId<struct RegisterTag>;
using UserId = StrongId<struct UserTag>;
using RoleId = StrongId<struct RoleTag>;
using TierId = StrongId<struct TierTag>;
using CategoryId = StrongId<struct CategoryTag>;
using ProductId = StrongId<struct ProductTag>;
using MemberId = StrongId<struct MemberTag>;
using SaleId = StrongId<struct SaleTag>;
using ShiftId = StrongId<struct ShiftTag>;
using TicketId = StrongId<struct TicketTag>;
using EpochId = StrongId<struct EpochTag>;

}  // namespace bl

template <typename Tag>
struct std::hash<bl::StrongId<Tag>> {
    std::size_t operator()(const bl::StrongId<Tag>& id) const noexcept
    {
        return std::hash<bl::Uuid>{}(id.uuid);
    }
};
