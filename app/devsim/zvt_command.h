#pragma once

#include <span>

namespace bl::devsim {

/// `branchline-devsim zvt …`: a payment terminal; gives the exit status.
int runZvt(std::span<char* const> arguments);

}  // namespace bl::devsim
