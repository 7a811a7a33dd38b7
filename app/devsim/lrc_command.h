#pragma once

#include <span>

namespace bl::devsim {

/// `branchline-devsim lrc …`: an acquirer's terminal; gives the exit status.
int runLrc(std::span<char* const> arguments);

}  // namespace bl::devsim
