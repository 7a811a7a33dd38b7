#pragma once

#include <span>

namespace bl::devsim {

/// `branchline-devsim printer …`: serves until SIGTERM or SIGINT; gives the exit status. Needs a
/// QGuiApplication for its pictures.
int runPrinter(std::span<char* const> arguments);

}  // namespace bl::devsim
