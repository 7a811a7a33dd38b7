#pragma once

#include <span>

namespace bl::devsim {

/// `branchline-devsim label …`: a label printer; gives the exit status. Needs a QGuiApplication for
/// its pictures.
int runLabel(std::span<char* const> arguments);

}  // namespace bl::devsim
