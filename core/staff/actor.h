#pragma once

#include "core/base/strong_id.h"

#include <optional>

namespace bl::staff {

/// Who does something, and who allowed it by PIN where they may not do it themselves. The journal
/// records both.
struct Actor {
    // Not explicit: nearly everybody acts on their own.
    Actor(UserId by, std::optional<UserId> allowedBy = std::nullopt)
        : user(by)
        , approvedBy(allowedBy)
    {
    }

    UserId user;
    std::optional<UserId> approvedBy;
};

}  // namespace bl::staff
