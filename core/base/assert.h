#pragma once

namespace bl {

/// Writes the condition and its place to standard error and aborts.
[[noreturn]] void assertionFailed(const char* condition, const char* file, int line);

}  // namespace bl

/// A programmer's error; stays on in release builds.
#define BL_ASSERT(condition)                                                                       \
    (static_cast<bool>(condition) ? void(0) : ::bl::assertionFailed(#condition, __FILE__, __LINE__))
