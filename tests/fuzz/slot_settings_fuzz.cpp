#include "core/base/assert.h"
#include "devices/slot/slot_settings_json.h"

#include <cstddef>
#include <cstdint>

/// The devices of a register: what was read is written, and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto slots = bl::readSlots(text);
    if (!slots)
        return 0;
    const auto again = bl::readSlots(bl::writeSlots(*slots));
    BL_ASSERT(again && *again == *slots);
    return 0;
}
