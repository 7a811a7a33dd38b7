#pragma once

#include "core/base/clock.h"

/// Clocks that stand still until a test moves them.
namespace bl::test {

/// Starts at 2026-01-02T03:04:05.678Z unless told otherwise; may be set backwards, as real clocks
/// are.
class FakeWallClock final : public WallClock {
public:
    FakeWallClock() = default;
    explicit FakeWallClock(Instant start)
        : m_now(start)
    {
    }

    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now = fromMillis(1'767'323'045'678);
};

class FakeMonotonicClock final : public MonotonicClock {
public:
    std::chrono::milliseconds now() const override { return m_now; }

    /// Never backwards: the system's does not run backwards either.
    void advance(std::chrono::milliseconds by)
    {
        if (by.count() > 0)
            m_now += by;
    }

private:
    std::chrono::milliseconds m_now{1'000};
};

}  // namespace bl::test
