#pragma once

#include "core/money/money.h"

#include <vector>

namespace bl::desktop {

/// The notes and coins of a currency, largest first; empty where they are not known.
std::vector<Money> denominationsOf(const Currency& currency);

}  // namespace bl::desktop
