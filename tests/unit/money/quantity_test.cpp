#include "core/money/quantity.h"
#include "tests/support/catch.h"
#include "tests/support/death.h"
#include "tests/support/fake_random.h"

#include <limits>

using bl::ErrorCode;
using bl::extend;
using bl::Money;
using bl::parseQuantity;
using bl::plainQuantity;
using bl::Quantity;

namespace {

constexpr std::int64_t kMostThousandths = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeastThousandths = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLimit = 9007199254740991;  // 2^53 - 1

}  // namespace

TEST_CASE("A piece is a thousand thousandths", "[money][quantity]")
{
    CHECK(Quantity::pieces(3)->thousandths() == 3000);
    CHECK(Quantity::pieces(-3)->thousandths() == -3000);
    CHECK(Quantity::pieces(9007199254740)->thousandths() == 9007199254740000);
    CHECK(Quantity::pieces(9007199254741).error().code == ErrorCode::AmountOverflow);
    CHECK(Quantity::pieces(-9007199254741).error().code == ErrorCode::AmountOverflow);
    CHECK(Quantity::pieces(kMostThousandths).error().code == ErrorCode::AmountOverflow);
    CHECK(Quantity::pieces(kLeastThousandths).error().code == ErrorCode::AmountOverflow);
    CHECK(Quantity{}.isZero());
}

TEST_CASE("Quantities are read with at most three decimals", "[money][quantity]")
{
    CHECK(parseQuantity("2")->thousandths() == 2000);
    CHECK(parseQuantity("1.255")->thousandths() == 1255);
    CHECK(parseQuantity("-0.5")->thousandths() == -500);
    CHECK(parseQuantity("9007199254740.991")->thousandths() == kLimit);
    CHECK(parseQuantity("1.2555").error() == bl::Error{ErrorCode::InvalidNumber, {"1.2555"}});
    CHECK(parseQuantity("two").error() == bl::Error{ErrorCode::InvalidNumber, {"two"}});
    CHECK(parseQuantity("9007199254740.992").error().code == ErrorCode::AmountOverflow);
    CHECK(parseQuantity("18446744073709551616").error().code == ErrorCode::AmountOverflow);
}

TEST_CASE("Quantities are written without needless zeros and read again", "[money][quantity]")
{
    CHECK(plainQuantity(Quantity::thousandths(2000)) == "2");
    CHECK(plainQuantity(Quantity::thousandths(1255)) == "1.255");
    CHECK(plainQuantity(Quantity::thousandths(1250)) == "1.25");
    CHECK(plainQuantity(Quantity::thousandths(100'000)) == "100");
    CHECK(plainQuantity(Quantity::thousandths(-5)) == "-0.005");
    CHECK(plainQuantity(Quantity{}) == "0");
    CHECK(plainQuantity(Quantity::thousandths(kLeastThousandths)) == "-9223372036854775.808");

    bl::test::SeededRandom random(51);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t limit = std::int64_t{1} << random.below(53);
        const Quantity quantity = Quantity::thousandths(random.between(-limit + 1, limit - 1));
        REQUIRE(*parseQuantity(plainQuantity(quantity)) == quantity);
    }
}

TEST_CASE(
    "Quantities add up, and a sum beyond 64 bits ends the program", "[money][quantity][overflow]")
{
    using bl::test::deathCryOf;
    const Quantity most = Quantity::thousandths(kMostThousandths);
    const Quantity least = Quantity::thousandths(kLeastThousandths);
    CHECK(*Quantity::pieces(2) + -*Quantity::pieces(3) == *Quantity::pieces(-1));
    CHECK_FALSE(deathCryOf([&] { static_cast<void>(most + Quantity::thousandths(1)); }).empty());
    CHECK_FALSE(deathCryOf([&] { static_cast<void>(-least); }).empty());
    CHECK(deathCryOf([&] { static_cast<void>(-most); }).empty());
}

TEST_CASE("A line's amount is price times quantity, halves away from zero", "[money][quantity]")
{
    CHECK(*extend(Money::minor(255), *Quantity::pieces(6)) == Money::minor(1530));
    CHECK(*extend(Money::minor(1000), Quantity::thousandths(1255)) == Money::minor(1255));
    CHECK(*extend(Money::minor(1), Quantity::thousandths(500)) == Money::minor(1));
    CHECK(*extend(Money::minor(1), Quantity::thousandths(499)) == Money{});
    CHECK(*extend(Money::minor(-1), Quantity::thousandths(500)) == Money::minor(-1));
    CHECK(*extend(Money::minor(1), Quantity::thousandths(-500)) == Money::minor(-1));
    CHECK(*extend(Money{}, *Quantity::pieces(1000)) == Money{});
}

TEST_CASE("Whole pieces cost exactly their number times the price", "[money][quantity][property]")
{
    bl::test::SeededRandom random(52);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t price = random.between(-10'000'000, 10'000'000);
        const std::int64_t pieces = random.between(-10'000, 10'000);
        REQUIRE(*extend(Money::minor(price), *Quantity::pieces(pieces))
            == Money::minor(price * pieces));

        // Selling and taking back the same quantity leaves nothing.
        const Quantity part = Quantity::thousandths(random.between(-10'000'000, 10'000'000));
        REQUIRE(
            *extend(Money::minor(price), part) + *extend(Money::minor(price), -part) == Money{});
    }
}

TEST_CASE(
    "A line's amount beyond the largest exact number is refused", "[money][quantity][overflow]")
{
    CHECK(*extend(Money::minor(kLimit), *Quantity::pieces(1)) == Money::minor(kLimit));
    CHECK(extend(Money::minor(kLimit), Quantity::thousandths(1001)).error().code
        == ErrorCode::AmountOverflow);
    CHECK(extend(Money::minor(-kLimit), *Quantity::pieces(2)).error().code
        == ErrorCode::AmountOverflow);
    CHECK(
        extend(Money::minor(kMostThousandths), Quantity::thousandths(kMostThousandths)).error().code
        == ErrorCode::AmountOverflow);
    CHECK(extend(Money::minor(kLeastThousandths), Quantity::thousandths(kLeastThousandths))
              .error()
              .code
        == ErrorCode::AmountOverflow);
}
