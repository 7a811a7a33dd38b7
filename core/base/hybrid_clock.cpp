#include "core/base/hybrid_clock.h"

#include "core/base/hex.h"

#include <algorithm>

namespace bl {

std::string HybridTime::toString() const
{
    std::uint8_t bytes[8];
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
    return toHex(bytes);
}

std::optional<HybridTime> HybridTime::parse(std::string_view text)
{
    if (text.size() != 16)
        return std::nullopt;
    HybridTime time;
    for (const char c : text) {
        const int digit = hexDigit(c);
        if (digit < 0)
            return std::nullopt;
        time.value = (time.value << 4) | static_cast<std::uint64_t>(digit);
    }
    return time;
}

HybridTime HybridClock::next()
{
    const auto now = static_cast<std::uint64_t>(std::max<std::int64_t>(toMillis(m_clock.now()), 0))
        << 16;
    m_last.value = std::max(now, m_last.value + 1);
    return m_last;
}

}  // namespace bl
