#include "core/base/random.h"
#include "tests/support/catch.h"
#include "tests/support/fake_random.h"

#include <array>
#include <set>

using bl::test::SeededRandom;

namespace {

/// Gives the bytes it was told, then zeros.
class ScriptedRandom final : public bl::RandomSource {
public:
    explicit ScriptedRandom(std::vector<std::uint8_t> bytes)
        : m_bytes(std::move(bytes))
    {
    }
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = m_next < m_bytes.size() ? m_bytes[m_next++] : std::uint8_t{0};
    }

private:
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_next = 0;
};

}  // namespace

TEST_CASE("A drawn number is below its bound and every number is drawn", "[base][random]")
{
    SeededRandom random(21);
    std::array<int, 7> drawn{};
    for (int i = 0; i < 7000; ++i)
        ++drawn.at(random.below(7));
    for (const int count : drawn)
        CHECK(count > 800);
    CHECK(random.below(1) == 0);
}

TEST_CASE("Numbers in the incomplete last stretch are drawn again", "[base][random]")
{
    // 2^64 - 1 is divisible by 3 and 5, so that its own remainder would make small numbers
    // likelier.
    ScriptedRandom random({255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 7});
    CHECK(random.below(10) == 7);
}

TEST_CASE("The system's random bytes differ from draw to draw", "[base][random]")
{
    bl::SystemRandom random;
    std::set<std::array<std::uint8_t, 16>> seen;
    for (int i = 0; i < 100; ++i) {
        std::array<std::uint8_t, 16> bytes{};
        random.fill(bytes);
        CHECK(seen.insert(bytes).second);
    }
}

TEST_CASE("A seed tells all bytes that follow", "[base][random]")
{
    SeededRandom first(22);
    SeededRandom second(22);
    SeededRandom other(23);
    std::array<std::uint8_t, 37> a{};
    std::array<std::uint8_t, 37> b{};
    std::array<std::uint8_t, 37> c{};
    first.fill(a);
    second.fill(b);
    other.fill(c);
    CHECK(a == b);
    CHECK(a != c);
    CHECK(SeededRandom(0).next() == 0xe220a8397b1dcdafull);  // SplitMix64's published first value
}
