#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace bl {

/// A UUID (RFC 9562) as 16 bytes in network order.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    /// Takes the 36-character lower-case form only, so that one id has one spelling.
    static std::optional<Uuid> parse(std::string_view text);

    std::string toString() const;

    friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

/// Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then a counter that
/// keeps ids of one millisecond in order (section 6.2, method 1), then random bits. Not
/// thread-safe: one per thread.
class UuidFactory {
public:
    UuidFactory(const WallClock& clock, RandomSource& random)
        : m_clock(clock)
        , m_random(random)
    {
    }

    Uuid next();

private:
    const WallClock& m_clock;
    RandomSource& m_random;
    std::int64_t m_lastMs = 0;
    std::uint16_t m_counter = 0;
};

}  // namespace bl

template <>
struct std::hash<bl::Uuid> {
    std::size_t operator()(const bl::Uuid& uuid) const noexcept
    {
        std::uint64_t h = 14695981039346656037ull;
        for (const auto byte : uuid.bytes)
            h = (h ^ byte) * 1099511628211ull;
        return static_cast<std::size_t>(h);
    }
};
