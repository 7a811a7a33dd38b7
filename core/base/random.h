#pragma once

#include <cstdint>
#include <span>

namespace bl {

/// Where random bytes come from. The simulator passes a seeded one.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    /// A uniform number below `bound`, which is at least 1.
    std::uint64_t below(std::uint64_t bound);
};

/// The operating system's generator, fit for secrets.
class SystemRandom final : public RandomSource {
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace bl
