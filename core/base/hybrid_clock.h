#pragma once

#include "core/base/clock.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bl {

/// A hybrid logical timestamp: 48 bits of milliseconds and 16 bits of counter (Kulkarni et al.
/// 2014), so that order survives a wall clock that stands still or jumps back.
struct HybridTime {
    std::uint64_t value = 0;

    std::int64_t millis() const { return static_cast<std::int64_t>(value >> 16); }

    /// 16 lower-case hex digits; text order is time order.
    std::string toString() const;
    static std::optional<HybridTime> parse(std::string_view text);

    friend auto operator<=>(const HybridTime&, const HybridTime&) = default;
};

/// The hybrid clock of one journal. Every stamp is later than `last` and all that it gave. What is
/// heard from others moves the `last` that is kept with the journal.
class HybridClock {
public:
    explicit HybridClock(const WallClock& clock, HybridTime last = {})
        : m_clock(clock)
        , m_last(last)
    {
    }

    HybridTime next();
    HybridTime last() const { return m_last; }

private:
    const WallClock& m_clock;
    HybridTime m_last;
};

}  // namespace bl
