#include "core/staff/user.h"

#include <algorithm>

namespace bl::staff {

bool User::may(access::Permission permission) const
{
    return std::find(permissions.begin(), permissions.end(), permission) != permissions.end();
}

}  // namespace bl::staff
