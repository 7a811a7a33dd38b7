#include "core/money/rounding.h"
#include "tests/support/catch.h"
#include "tests/support/death.h"
#include "tests/support/fake_random.h"

#include <array>
#include <limits>
#include <string>

using bl::DecimalFault;
using bl::multiplyDivideRound;
using bl::parseDecimal;
using bl::test::SeededRandom;

namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

/// A natural number in decimal digits, least significant first: slow, simple, and nothing like the
/// code under test.
class BigNumber {
public:
    explicit BigNumber(std::uint64_t value)
    {
        for (; value > 0; value /= 10)
            m_digits.push_back(static_cast<int>(value % 10));
    }

    BigNumber times(const BigNumber& other) const
    {
        std::vector<int> digits(m_digits.size() + other.m_digits.size() + 1, 0);
        for (std::size_t i = 0; i < m_digits.size(); ++i) {
            for (std::size_t k = 0; k < other.m_digits.size(); ++k) {
                digits[i + k] += m_digits[i] * other.m_digits[k];
                for (std::size_t carry = i + k; digits[carry] > 9; ++carry) {
                    digits[carry + 1] += digits[carry] / 10;
                    digits[carry] %= 10;
                }
            }
        }
        return BigNumber(std::move(digits));
    }

    BigNumber plus(const BigNumber& other) const
    {
        std::vector<int> digits(std::max(m_digits.size(), other.m_digits.size()) + 1, 0);
        for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
            digits[i] += m_digits.size() > i ? m_digits[i] : 0;
            digits[i] += other.m_digits.size() > i ? other.m_digits[i] : 0;
            digits[i + 1] += digits[i] / 10;
            digits[i] %= 10;
        }
        return BigNumber(std::move(digits));
    }

    bool isBelow(const BigNumber& other) const
    {
        if (m_digits.size() != other.m_digits.size())
            return m_digits.size() < other.m_digits.size();
        return std::lexicographical_compare(
            m_digits.rbegin(), m_digits.rend(), other.m_digits.rbegin(), other.m_digits.rend());
    }

private:
    explicit BigNumber(std::vector<int> digits)
        : m_digits(std::move(digits))
    {
        while (!m_digits.empty() && m_digits.back() == 0)
            m_digits.pop_back();
    }

    std::vector<int> m_digits;
};

std::uint64_t magnitude(std::int64_t number)
{
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

/// Whether `rounded` is |a × b| / divisor to the nearest, halves up: (2r − 1) d ≤ 2 |a b| < (2r +
/// 1) d.
bool isNearest(std::uint64_t rounded, std::int64_t a, std::int64_t b, std::int64_t divisor)
{
    const BigNumber two(2);
    const BigNumber d(static_cast<std::uint64_t>(divisor));
    const BigNumber twiceProduct =
        BigNumber(magnitude(a)).times(BigNumber(magnitude(b))).times(two);
    const BigNumber twiceRounded = BigNumber(rounded).times(two).times(d);
    return !twiceProduct.plus(d).isBelow(twiceRounded)
        && twiceProduct.isBelow(twiceRounded.plus(d));
}

std::int64_t anyNumber(SeededRandom& random)
{
    const std::int64_t number = static_cast<std::int64_t>(random.next()) >> random.below(63);
    return random.below(50) == 0 ? random.between(-3, 3) : number;
}

}  // namespace

TEST_CASE("Halves are rounded away from zero", "[money][rounding]")
{
    CHECK(multiplyDivideRound(5, 1, 10) == 1);
    CHECK(multiplyDivideRound(-5, 1, 10) == -1);
    CHECK(multiplyDivideRound(5, -1, 10) == -1);
    CHECK(multiplyDivideRound(-5, -1, 10) == 1);
    CHECK(multiplyDivideRound(4, 1, 10) == 0);
    CHECK(multiplyDivideRound(-4, 1, 10) == 0);
    CHECK(multiplyDivideRound(15, 1, 10) == 2);
    CHECK(multiplyDivideRound(25, 1, 10) == 3);
    CHECK(multiplyDivideRound(1, 1, 3) == 0);
    CHECK(multiplyDivideRound(2, 1, 3) == 1);
    CHECK(multiplyDivideRound(1, 1, 2) == 1);
    CHECK(multiplyDivideRound(7, 0, 3) == 0);
    CHECK(multiplyDivideRound(7, 3, 1) == 21);
}

TEST_CASE("Products beyond 64 bits are exact, and results beyond 64 bits are refused",
    "[money][rounding]")
{
    CHECK(multiplyDivideRound(kMax, kMax, kMax) == kMax);
    CHECK(multiplyDivideRound(kMin, kMax, kMax) == kMin);
    CHECK(multiplyDivideRound(kMax, 1000, 1000) == kMax);
    CHECK(multiplyDivideRound(kMin, 1, 1) == kMin);
    CHECK_FALSE(multiplyDivideRound(kMin, -1, 1));
    CHECK_FALSE(multiplyDivideRound(kMax, 2, 1));
    CHECK_FALSE(multiplyDivideRound(kMax, kMax, kMax - 1));
    CHECK_FALSE(multiplyDivideRound(kMin, kMin, 1));
}

TEST_CASE(
    "Every rounded quotient is the nearest, halves away from zero", "[money][rounding][property]")
{
    SeededRandom random(31);
    int fitting = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::int64_t a = anyNumber(random);
        const std::int64_t b = anyNumber(random);
        const auto divisor =
            static_cast<std::int64_t>(1 + (random.next() >> (1 + random.below(62))) % kMax);
        INFO(a << " * " << b << " / " << divisor);
        const auto rounded = multiplyDivideRound(a, b, divisor);
        const bool negative = (a < 0) != (b < 0);
        if (rounded) {
            ++fitting;
            REQUIRE(isNearest(magnitude(*rounded), a, b, divisor));
            REQUIRE((*rounded == 0 || negative == (*rounded < 0)));
            REQUIRE(multiplyDivideRound(b, a, divisor) == rounded);
        } else {
            // Too large for 64 bits: 2 |a b| ≥ (2 (2^63) − 1) d, or one more below zero.
            const std::uint64_t first = (std::uint64_t{1} << 63) + (negative ? 1 : 0);
            const BigNumber two(2);
            const BigNumber twiceProduct =
                BigNumber(magnitude(a)).times(BigNumber(magnitude(b))).times(two);
            const BigNumber d(static_cast<std::uint64_t>(divisor));
            REQUIRE_FALSE(twiceProduct.plus(d).isBelow(BigNumber(first).times(two).times(d)));
        }
    }
    CHECK(fitting > 5000);
    CHECK(fitting < 19'900);
}

TEST_CASE(
    "Exact halves are met and rounded away from zero at every size", "[money][rounding][property]")
{
    SeededRandom random(32);
    for (int i = 0; i < 5000; ++i) {
        const std::int64_t half = 1 + static_cast<std::int64_t>(random.below(1'000'000'000));
        const std::int64_t whole = random.between(0, 4'000'000'000);
        const std::int64_t number = whole * 2 * half + half;  // whole and a half, times 2 half
        REQUIRE(multiplyDivideRound(number, 1, 2 * half) == whole + 1);
        REQUIRE(multiplyDivideRound(-number, 1, 2 * half) == -whole - 1);
        REQUIRE(multiplyDivideRound(number - 1, 1, 2 * half) == whole);
        REQUIRE(multiplyDivideRound(-number + 1, 1, 2 * half) == -whole);
    }
}

TEST_CASE("A division by nothing is a programmer's error", "[money][rounding]")
{
    CHECK_FALSE(
        bl::test::deathCryOf([] { static_cast<void>(multiplyDivideRound(1, 1, 0)); }).empty());
    CHECK_FALSE(
        bl::test::deathCryOf([] { static_cast<void>(multiplyDivideRound(1, 1, -5)); }).empty());
}

TEST_CASE("Sums that do not fit are nothing", "[money][rounding]")
{
    CHECK(bl::checkedAdd(1, 2) == 3);
    CHECK(bl::checkedAdd(kMax, kMin) == -1);
    CHECK(bl::checkedAdd(kMax, 0) == kMax);
    CHECK_FALSE(bl::checkedAdd(kMax, 1));
    CHECK_FALSE(bl::checkedAdd(kMin, -1));
}

TEST_CASE("Decimal numbers are read exactly", "[money][decimal]")
{
    const auto read = [](std::string_view text, int decimals) {
        const auto decimal = parseDecimal(text, decimals);
        INFO(text);
        REQUIRE_FALSE(decimal.fault);
        return decimal.scaled;
    };
    CHECK(read("2.55", 2) == 255);
    CHECK(read("2.5", 2) == 250);
    CHECK(read("2", 2) == 200);
    CHECK(read("-3", 2) == -300);
    CHECK(read("-0.01", 2) == -1);
    CHECK(read("0.00", 2) == 0);
    CHECK(read("-0", 2) == 0);
    CHECK(read("007.50", 2) == 750);
    CHECK(read("1.500", 2) == 150);
    CHECK(read("5.000", 0) == 5);
    CHECK(read("92233720368547758.07", 2) == kMax);
    CHECK(read("0.000000000000000000000000000000", 2) == 0);
}

TEST_CASE("What is no decimal number is told from what is too large", "[money][decimal]")
{
    for (const std::string_view text : {"", "-", "--1", "+1", ".5", "-.5", "5.", ".", "1..2",
             "1.2.3", "1,5", "1 000", " 1", "1 ", "1e3", "0x10", "1.505", "0.001", "inf", "nan",
             "１", "99999999999999999999999x", "99999999999999999999999."}) {
        INFO(text);
        CHECK(parseDecimal(text, 2).fault == DecimalFault::NotANumber);
    }
    for (const std::string_view text : {"9223372036854775808", "92233720368547758.08",
             "-92233720368547758.08", "18446744073709551616", "184467440737095516.17",
             "99999999999999999999999999999999999999999"}) {
        INFO(text);
        CHECK(parseDecimal(text, 2).fault == DecimalFault::Overflow);
    }
}
