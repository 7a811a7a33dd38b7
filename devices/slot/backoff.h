#pragma once

#include "core/base/random.h"

#include <chrono>

namespace bl {

/// How long to wait before a device that is gone is tried again: from half a second, doubling, with
/// a tenth of jitter so that many registers do not try a shared printer in step. For the first ten
/// minutes it stays at 4 seconds at most, because somebody may just be changing a cable and looks
/// at the screen; then it goes up to 30.
class Backoff {
public:
    using Duration = std::chrono::milliseconds;

    explicit Backoff(RandomSource& random)
        : m_random(random)
    {
    }

    /// The next wait, `gone` after the device was lost.
    Duration next(Duration gone);
    void reset() { m_base = Duration{0}; }

private:
    RandomSource& m_random;
    Duration m_base{0};
};

}  // namespace bl
