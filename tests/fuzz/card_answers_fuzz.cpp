#include "core/base/assert.h"
#include "core/ports/device_fault.h"
#include "devices/card/card_apdu.h"

#include <algorithm>
#include <cstddef>

namespace {

/// A card whose answers are one after the other in some bytes, each behind its length.
class SpokenCard {
public:
    explicit SpokenCard(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    bl::Transmit transmit()
    {
        return [this](const bl::Apdu& command) -> bl::Result<bl::Apdu> {
            BL_ASSERT(!command.empty() && bl::maskedApdu(command).size() == command.size());
            if (m_bytes.empty())
                return bl::deviceError(bl::DeviceFault::CardRemoved, "reader");
            const auto length = std::min<std::size_t>(m_bytes.front(), m_bytes.size() - 1);
            m_last.assign(
                m_bytes.begin() + 1, m_bytes.begin() + 1 + static_cast<std::ptrdiff_t>(length));
            m_bytes = m_bytes.subspan(1 + length);
            return m_last;
        };
    }
    const bl::Apdu& last() const { return m_last; }

private:
    std::span<const std::uint8_t> m_bytes;
    bl::Apdu m_last;
};

}  // namespace

/// Cards' answers: numbers are printable and of the right length, nothing that was not read back
/// counts as written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span bytes(data, size);
    const bl::MifareProfile profile;
    if (const auto chip = bl::readChip(SpokenCard(bytes).transmit(), "reader")) {
        BL_ASSERT(!chip->empty() && chip->size() % 2 == 0 && chip->size() <= 2 * size);
        BL_ASSERT(chip->find_first_not_of("0123456789ABCDEF") == std::string::npos);
    }
    if (const auto number = bl::readCardNumber(SpokenCard(bytes).transmit(), profile, "reader")) {
        BL_ASSERT(!number->empty() && number->size() <= bl::MifareProfile::kBlockBytes);
        BL_ASSERT(std::ranges::all_of(*number, [](char c) { return c > 0x20 && c < 0x7F; }));
    }
    SpokenCard card(bytes);
    if (bl::writeCardNumber(card.transmit(), profile, "880001", bl::CardIssue::Replace, "reader")) {
        const std::string read(card.last().begin(), card.last().end());
        BL_ASSERT(read == std::string("880001\0\0\0\0\0\0\0\0\0\0\x90\0", 18));
    }
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto written = bl::MifareProfile::parse(text, {}); written && *written)
        BL_ASSERT(bl::isDataBlock((*written)->block));
    (void)bl::MifareProfile::parse("mifare", text);
    return 0;
}
