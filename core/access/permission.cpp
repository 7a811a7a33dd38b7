#include "core/access/permission.h"

#include <algorithm>
#include <array>

namespace bl::access {

namespace {
constexpr std::array kPermissions{Permission::Sell, Permission::Refund, Permission::Stock,
    Permission::Shift, Permission::Member, Permission::Settings, Permission::Reports,
    Permission::Approve};
}

std::string_view permissionName(Permission permission)
{
    switch (permission) {
    case Permission::Sell: return "sell";
    case Permission::Refund: return "refund";
    case Permission::Stock: return "stock";
    case Permission::Shift: return "shift";
    case Permission::Member: return "member";
    case Permission::Settings: return "settings";
    case Permission::Reports: return "reports";
    case Permission::Approve: return "approve";
    }
    return {};
}

std::optional<Permission> findPermission(std::string_view name)
{
    const auto it = std::find_if(kPermissions.begin(), kPermissions.end(),
        [&](Permission p) { return permissionName(p) == name; });
    return it == kPermissions.end() ? std::nullopt : std::optional{*it};
}

std::string formatPermissions(const Permissions& permissions)
{
    std::string text;
    for (const auto permission : kPermissions) {
        if (std::find(permissions.begin(), permissions.end(), permission) != permissions.end())
            text += (text.empty() ? "" : " ") + std::string(permissionName(permission));
    }
    return text;
}

Permissions parsePermissions(std::string_view text)
{
    Permissions permissions;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        // A name that this version does not know was granted by a newer one and allows nothing
        // here.
        if (const auto permission = findPermission(text.substr(0, end)))
            permissions.push_back(*permission);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return permissions;
}

}  // namespace bl::access
