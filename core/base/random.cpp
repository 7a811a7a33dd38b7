#include "core/base/random.h"

#include "core/base/assert.h"

#include <sodium.h>

namespace bl {

std::uint64_t RandomSource::below(std::uint64_t bound)
{
    BL_ASSERT(bound > 0);
    // Values in the incomplete last stretch are thrown away, so that none is more likely than
    // another.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    for (;;) {
        std::uint8_t bytes[8];
        fill(bytes);
        std::uint64_t value = 0;
        for (const auto byte : bytes)
            value = (value << 8) | byte;
        if (value < limit)
            return value % bound;
    }
}

SystemRandom::SystemRandom()
{
    BL_ASSERT(sodium_init() >= 0);
}

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace bl
