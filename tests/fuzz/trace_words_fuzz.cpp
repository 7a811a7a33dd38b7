#include "core/base/assert.h"
#include "core/base/text.h"
#include "devices/slot/trace_words.h"
#include "devices/transport/driver_catalogue.h"

#include <cstddef>

/// Whatever went over a line can be shown on a screen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using bl::TraceRing;
    for (const auto& driver : bl::driverCatalogue()) {
        for (const auto direction :
            {TraceRing::Direction::ToDevice, TraceRing::Direction::FromDevice}) {
            for (const auto& line :
                bl::describeTrace(driver.name, {{}, direction, {data, data + size}})) {
                for (const auto& part : line)
                    BL_ASSERT(bl::isUtf8(part.value));
            }
        }
    }
    return 0;
}
