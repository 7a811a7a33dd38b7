#include "core/base/assert.h"
#include "core/base/text.h"
#include "devices/slot/trace_words.h"
#include "devices/transport/driver_catalogue.h"

#include <cstddef>

/// Whatever went over a line can be shown on a screen. The first byte says which driver's line it
/// was, and its highest bit which way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using bl::TraceRing;
    if (size == 0)
        return 0;
    const auto drivers = bl::driverCatalogue();
    const auto& driver = drivers[data[0] % 0x80 % drivers.size()];
    const auto direction =
        data[0] < 0x80 ? TraceRing::Direction::ToDevice : TraceRing::Direction::FromDevice;
    for (const auto& line :
        bl::describeTrace(driver.name, {{}, direction, {data + 1, data + size}})) {
        for (const auto& part : line)
            BL_ASSERT(bl::isUtf8(part.value));
    }
    return 0;
}
