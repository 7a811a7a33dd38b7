#pragma once

#include <span>

namespace bl::devsim {

inline constexpr const char* kWindowOption = "--window";

/// `branchline-devsim printer …`: serves until SIGTERM or SIGINT; gives the exit status. Needs a
/// QGuiApplication for its pictures, and a QApplication where there is kWindowOption.
int runPrinter(std::span<char* const> arguments);

}  // namespace bl::devsim
