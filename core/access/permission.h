#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who may do what.
namespace bl::access {

enum class Permission {
    Sell,
    Refund,  ///< also without a receipt
    Stock,   ///< correct it
    Shift,   ///< open and close
    Member,  ///< register and change
    Settings,
    Reports,
    Approve,  ///< allow others, by PIN in place, what they may not do themselves
};

std::string_view permissionName(Permission permission);
std::optional<Permission> findPermission(std::string_view name);

/// A role's permissions as they are stored: names with blanks between, in the order of the
/// enumeration.
using Permissions = std::vector<Permission>;
std::string formatPermissions(const Permissions& permissions);
Permissions parsePermissions(std::string_view text);

}  // namespace bl::access
