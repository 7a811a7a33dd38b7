#pragma once

#include "core/catalog/product.h"
#include "core/members/member.h"

#include <vector>

namespace bl::desktop {

struct TillQueries;

/// What there is to sell in the scripted hour, and to whom.
struct ScriptedGoods {
    std::vector<catalog::Product> pieces;
    std::vector<catalog::Product> measured;
    std::vector<members::Member> members;  ///< with a phone number
};

/// Goods with a price, some of every category, and members, as far as the register knows any.
Result<ScriptedGoods> readScriptedGoods(TillQueries& queries);

}  // namespace bl::desktop
