#pragma once

#include "core/base/random.h"

#include <algorithm>
#include <cstdint>
#include <span>

/// Sources of random bytes that repeat themselves from run to run and from machine to machine.
namespace bl::test {

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same bytes.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }

    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::size_t i = 0; i < bytes.size(); i += 8) {
            std::uint64_t word = next();
            for (std::size_t k = i; k < std::min(i + 8, bytes.size()); ++k) {
                bytes[k] = static_cast<std::uint8_t>(word & 0xff);
                word >>= 8;
            }
        }
    }

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ull;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }

    /// A uniform number from `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        const std::uint64_t offset = width == 0 ? next() : below(width);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
    }

private:
    std::uint64_t m_state;
};

/// Gives one byte for ever, for the edges that chance rarely meets.
class ConstantRandom final : public RandomSource {
public:
    explicit ConstantRandom(std::uint8_t byte)
        : m_byte(byte)
    {
    }

    void fill(std::span<std::uint8_t> bytes) override
    {
        std::fill(bytes.begin(), bytes.end(), m_byte);
    }

private:
    std::uint8_t m_byte;
};

}  // namespace bl::test
