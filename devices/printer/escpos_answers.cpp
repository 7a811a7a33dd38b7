#include "devices/printer/escpos_answers.h"

#include <algorithm>

namespace bl::escpos {

namespace {

/// No identity is longer; more than this without an end is noise.
constexpr std::size_t kLongestBlock = 80;
constexpr std::uint8_t kIdentityHeader = 0x5f;
constexpr std::uint8_t kMarkHeader = 0x37;
constexpr std::uint8_t kMarkKind = 0x22;
constexpr std::size_t kMarkBytes = 7;

AutomaticStatus readAutomatic(std::span<const std::uint8_t> bytes)
{
    AutomaticStatus status;
    status.drawerHigh = (bytes[0] & 0x04) != 0;
    status.paperNearEnd = (bytes[2] & 0x03) != 0;
    if (bytes[0] & 0x20)
        status.condition = PrinterCondition::CoverOpen;
    else if (bytes[2] & 0x0c)
        status.condition = PrinterCondition::PaperOut;
    else if (bytes[1] & 0x08)
        status.condition = PrinterCondition::CutterJam;
    else if (bytes[1] & 0x60)
        status.condition = PrinterCondition::Fault;
    return status;
}

}  // namespace

void AnswerReader::feed(std::span<const std::uint8_t> bytes)
{
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::optional<Answer> AnswerReader::next()
{
    const auto drop = [this](std::size_t count) {
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(count));
    };
    while (!m_bytes.empty()) {
        const std::uint8_t first = m_bytes.front();
        if ((first & 0x93) == 0x12) {
            drop(1);
            return StatusAnswer{first};
        }
        if ((first & 0x93) == 0x10) {
            if (m_bytes.size() < 4)
                return std::nullopt;
            const auto status = readAutomatic(m_bytes);
            drop(4);
            return status;
        }
        if ((first & 0x90) == 0x00) {
            drop(1);
            return SensorAnswer{first};
        }
        if (first == kIdentityHeader || first == kMarkHeader) {
            const auto limit = m_bytes.begin()
                + static_cast<std::ptrdiff_t>(std::min(m_bytes.size(), kLongestBlock));
            const auto end = std::find(m_bytes.begin(), limit, std::uint8_t{0});
            if (end == limit && m_bytes.size() < kLongestBlock)
                return std::nullopt;
            if (end != limit) {
                const auto size = static_cast<std::size_t>(end - m_bytes.begin()) + 1;
                const std::vector<std::uint8_t> block(m_bytes.begin(), end);
                drop(size);
                if (first == kIdentityHeader)
                    return IdentityAnswer{std::string(block.begin() + 1, block.end())};
                if (size == kMarkBytes && block[1] == kMarkKind) {
                    MarkAnswer answer;
                    std::copy(block.begin() + 2, block.end(), answer.mark.begin());
                    return answer;
                }
                continue;
            }
        }
        drop(1);
    }
    return std::nullopt;
}

}  // namespace bl::escpos
