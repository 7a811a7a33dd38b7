#include "core/base/assert.h"
#include "devices/scale/scale.h"
#include "devices/scale/scale_frames.h"

#include <array>
#include <cstddef>

/// Bytes of every kind of scale: weights stay within what a scale can carry.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using bl::WeightUnit;
    constexpr std::int64_t kMostGrams = 1'000'000'000;
    for (const auto unit : {WeightUnit::Kilogram, WeightUnit::Gram, WeightUnit::Pound}) {
        const std::array kinds{bl::toledoFrames(unit), bl::nciFrames(unit),
            bl::continuousFrames(unit, bl::DigitOrder::Reversed),
            bl::continuousFrames(unit, bl::DigitOrder::Plain)};
        for (const auto& frames : kinds) {
            for (const auto& frame : frames->take({data, size}, {})) {
                const auto* weight = std::get_if<bl::WeightSeen>(&frame);
                if (!weight)
                    continue;
                BL_ASSERT(weight->grams <= kMostGrams && weight->grams >= -kMostGrams);
                BL_ASSERT(!(weight->overload && bl::fillsLine(*weight, {})));
            }
        }
    }
    return 0;
}
