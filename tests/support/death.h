#pragma once

#include <functional>
#include <string>

namespace bl::test {

/// What the act wrote to standard error before it aborted the process, or nothing where it came
/// back. It runs in a child process, so that a test sees an assertion strike and lives on.
std::string deathCryOf(const std::function<void()>& act);

}  // namespace bl::test
