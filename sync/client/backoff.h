#pragma once

#include "core/base/random.h"

#include <chrono>

namespace bl::sync {

/// How long to wait after failures in a row: a random time between 1 second and a limit that
/// doubles up to 5 minutes, so that registers that lost HQ together do not come back together.
class Backoff {
public:
    explicit Backoff(RandomSource& random)
        : m_random(random)
    {
    }

    std::chrono::milliseconds next();
    void reset() { m_failures = 0; }

private:
    RandomSource& m_random;
    int m_failures = 0;
};

}  // namespace bl::sync
