#include "core/base/uuid.h"

#include "core/base/hex.h"

#include <algorithm>

namespace bl {

namespace {
constexpr std::array<std::size_t, 4> kDashes{8, 13, 18, 23};
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    for (const std::size_t dash : kDashes) {
        if (text[dash] != '-')
            return std::nullopt;
    }
    Uuid uuid;
    std::size_t at = 0;
    for (auto& byte : uuid.bytes) {
        if (std::find(kDashes.begin(), kDashes.end(), at) != kDashes.end())
            ++at;
        const int high = hexDigit(text[at]);
        const int low = hexDigit(text[at + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        byte = static_cast<std::uint8_t>(high * 16 + low);
        at += 2;
    }
    return uuid;
}

std::string Uuid::toString() const
{
    const std::string hex = toHex({bytes.data(), bytes.size()});
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-'
        + hex.substr(16, 4) + '-' + hex.substr(20);
}

Uuid UuidFactory::next()
{
    Uuid uuid;
    m_random.fill({uuid.bytes.data(), uuid.bytes.size()});
    const std::int64_t now = m_clock.now().time_since_epoch().count();
    if (now > m_lastMs) {
        m_lastMs = now;
        // The counter starts in the lower half, so that it can count at least 2,048 ids before it
        // overflows.
        m_counter = static_cast<std::uint16_t>(((uuid.bytes[6] & 0x07) << 8) | uuid.bytes[7]);
    } else if (++m_counter > 0x0fff) {
        ++m_lastMs;
        m_counter = 0;
    }
    for (int i = 0; i < 6; ++i)
        uuid.bytes[static_cast<std::size_t>(i)] =
            static_cast<std::uint8_t>(m_lastMs >> (40 - 8 * i));
    uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (m_counter >> 8));
    uuid.bytes[7] = static_cast<std::uint8_t>(m_counter & 0xff);
    uuid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes[8] & 0x3f));
    return uuid;
}

}  // namespace bl
