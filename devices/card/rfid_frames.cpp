#include "devices/card/rfid_frames.h"

#include <algorithm>
#include <cctype>

namespace bl {

namespace {

constexpr char kStx = 0x02;
constexpr char kEtx = 0x03;
constexpr std::size_t kChipDigits = 10;
constexpr std::size_t kWithChecksum = 12;
constexpr std::size_t kShortestDecimal = 6;
constexpr std::size_t kLongestDecimal = 20;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

int byteAt(const std::string& digits, std::size_t index)
{
    return hexValue(digits[2 * index]) * 16 + hexValue(digits[2 * index + 1]);
}

bool hasRightChecksum(const std::string& digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < kChipDigits / 2; ++i)
        sum ^= byteAt(digits, i);
    return sum == byteAt(digits, kChipDigits / 2);
}

CardSeen chipSeen(std::string digits, DeviceTime at)
{
    for (char& c : digits)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return {CardTechnology::Contactless, std::move(digits), at};
}

}  // namespace

std::vector<DeviceEvent> RfidFrames::take(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    std::vector<DeviceEvent> events;
    const CardRefused damaged{CardRefused::Reason::Unreadable, at};
    for (const std::uint8_t byte : bytes) {
        const char c = static_cast<char>(byte);
        if (c == kStx) {
            if (m_frame == Frame::Hex)
                events.emplace_back(damaged);
            clear();
            m_frame = Frame::Hex;
        } else if (c == kEtx) {
            if (m_frame == Frame::Hex) {
                const bool whole = !m_damaged
                    && (m_digits.size() == kChipDigits
                        || (m_digits.size() == kWithChecksum && hasRightChecksum(m_digits)));
                if (whole)
                    events.emplace_back(chipSeen(m_digits.substr(0, kChipDigits), at));
                else
                    events.emplace_back(damaged);
            }
            clear();
        } else if (m_frame == Frame::Hex) {
            if (c == '\r' || c == '\n')
                continue;
            if (hexValue(c) < 0 || m_digits.size() == kWithChecksum)
                m_damaged = true;
            else
                m_digits += c;
        } else if (c >= '0' && c <= '9') {
            m_frame = Frame::Decimal;
            if (m_digits.size() == kLongestDecimal)
                m_damaged = true;
            else
                m_digits += c;
        } else if (c == '\r' || c == '\n') {
            // The LF of a CR LF ends nothing any more.
            if (m_frame == Frame::Decimal && !m_damaged && m_digits.size() >= kShortestDecimal)
                events.emplace_back(CardSeen{CardTechnology::Contactless, m_digits, at});
            else if (m_frame == Frame::Decimal)
                events.emplace_back(damaged);
            clear();
        } else {
            // Noise in the middle of a number makes it another one.
            m_damaged = m_frame == Frame::Decimal;
        }
    }
    return events;
}

void RfidFrames::clear()
{
    m_frame = Frame::None;
    m_digits.clear();
    m_damaged = false;
}

}  // namespace bl
