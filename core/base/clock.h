#pragma once

#include <chrono>
#include <cstdint>

namespace bl {

/// A point in time, UTC, in milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

inline std::int64_t toMillis(Instant at)
{
    return at.time_since_epoch().count();
}
inline Instant fromMillis(std::int64_t ms)
{
    return Instant{std::chrono::milliseconds{ms}};
}

/// The time of day; it may jump. Tests and the simulator set it.
class WallClock {
public:
    virtual ~WallClock() = default;
    virtual Instant now() const = 0;
};

/// Time that only runs forwards, from an arbitrary start: for leases, timers and lock-outs.
class MonotonicClock {
public:
    virtual ~MonotonicClock() = default;
    virtual std::chrono::milliseconds now() const = 0;
};

class SystemWallClock final : public WallClock {
public:
    Instant now() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

class SystemMonotonicClock final : public MonotonicClock {
public:
    std::chrono::milliseconds now() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

}  // namespace bl
