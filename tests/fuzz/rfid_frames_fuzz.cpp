#include "core/base/assert.h"
#include "devices/card/rfid_frames.h"

#include <cstddef>

/// Bytes of a reader: every number has digits alone, and pieces change nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    bl::RfidFrames whole;
    bl::RfidFrames pieces;
    const auto expected = whole.take({data, size}, {});
    std::size_t count = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (const auto& event : pieces.take({data + i, 1}, {})) {
            const auto* seen = std::get_if<bl::CardSeen>(&event);
            const auto* wanted = std::get_if<bl::CardSeen>(&expected.at(count++));
            BL_ASSERT((seen == nullptr) == (wanted == nullptr));
            if (!seen)
                continue;
            BL_ASSERT(seen->number == wanted->number);
            BL_ASSERT(seen->number.find_first_not_of("0123456789ABCDEF") == std::string::npos);
        }
    }
    BL_ASSERT(count == expected.size());
    return 0;
}
