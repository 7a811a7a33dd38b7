#pragma once

#include "core/access/permission.h"
#include "core/base/strong_id.h"

#include <optional>
#include <string>

namespace bl::staff {

enum class PinState {
    None,       ///< cannot log in at a register
    Temporary,  ///< given out; the user chooses another at the first log-in
    Own,
};

struct User {
    UserId id;
    std::string login;
    std::string name;
    std::optional<RoleId> role;
    access::Permissions permissions;  ///< the role's
    PinState pin = PinState::None;

    bool may(access::Permission permission) const;
};

/// Who acts where no person does. They exist in every organisation and cannot log in.
inline constexpr UserId kSystemUser{Uuid{{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}}};
inline constexpr UserId kImportUser{Uuid{{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 2}}};

}  // namespace bl::staff
