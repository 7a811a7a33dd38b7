#include "core/base/text.h"
#include "core/money/money.h"
#include "tests/support/catch.h"
#include "tests/support/death.h"
#include "tests/support/fake_random.h"

#include <limits>

using bl::Currency;
using bl::ErrorCode;
using bl::Money;
using bl::parseMoney;
using bl::plainMoney;

namespace {

constexpr std::int64_t kMostMinor = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeastMinor = std::numeric_limits<std::int64_t>::min();

Currency currency(std::string_view code)
{
    return Currency::create(code).value();
}

}  // namespace

TEST_CASE("Amounts add up, and back", "[money]")
{
    bl::test::SeededRandom random(41);
    for (int i = 0; i < 2000; ++i) {
        const Money a = Money::minor(random.between(-1'000'000'000, 1'000'000'000));
        const Money b = Money::minor(random.between(-1'000'000'000, 1'000'000'000));
        const Money c = Money::minor(random.between(-1'000'000'000, 1'000'000'000));
        REQUIRE(a + b == b + a);
        REQUIRE((a + b) + c == a + (b + c));
        REQUIRE(a + b - b == a);
        REQUIRE(a + -a == Money{});
        REQUIRE((a < b) == (a - b).isNegative());
        REQUIRE((a + b).minor() == a.minor() + b.minor());
    }
    CHECK(Money{}.isZero());
    CHECK_FALSE(Money::minor(1).isZero());
    CHECK(Money::minor(-1).isNegative());
    CHECK_FALSE(Money{}.isNegative());
}

TEST_CASE("A sum beyond 64 bits ends the program instead of going wrong", "[money][overflow]")
{
    using bl::test::deathCryOf;
    const Money most = Money::minor(kMostMinor);
    const Money least = Money::minor(kLeastMinor);
    const Money one = Money::minor(1);
    CHECK(most + -one == Money::minor(kMostMinor - 1));
    CHECK_FALSE(deathCryOf([&] { static_cast<void>(most + one); }).empty());
    CHECK_FALSE(deathCryOf([&] { static_cast<void>(least - one); }).empty());
    CHECK_FALSE(deathCryOf([&] { static_cast<void>(-least); }).empty());
    CHECK(deathCryOf([&] { static_cast<void>(-most); }).empty());
}

TEST_CASE("Currencies know the places of their minor unit", "[money][currency]")
{
    CHECK(currency("CNY").digits == 2);
    CHECK(currency("GBP").digits == 2);
    CHECK(currency("TWD").digits == 2);
    CHECK(currency("JPY").digits == 0);
    CHECK(currency("KRW").digits == 0);
    CHECK(currency("XPF").digits == 0);
    CHECK(currency("KWD").digits == 3);
    for (const std::string_view code : {"", "CN", "CNYY", "cny", "C1Y", "¥", "人民币", "CN "}) {
        INFO(code);
        const auto refused = Currency::create(code);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::UnknownCurrency);
    }
}

TEST_CASE("Amounts are read in the currency's minor unit", "[money][parse]")
{
    CHECK(*parseMoney("2.55", currency("CNY")) == Money::minor(255));
    CHECK(*parseMoney("-3", currency("CNY")) == Money::minor(-300));
    CHECK(*parseMoney("2.50", currency("JPY")).error().detail.begin() == "2.50");
    CHECK(*parseMoney("250", currency("JPY")) == Money::minor(250));
    CHECK(*parseMoney("2.555", currency("KWD")) == Money::minor(2555));
    CHECK(*parseMoney("90071992547409.91", currency("CNY")) == Money::minor(9007199254740991));
    CHECK(*parseMoney("-90071992547409.91", currency("CNY")) == Money::minor(-9007199254740991));
}

TEST_CASE("An amount with too many decimals is refused, never rounded", "[money][parse]")
{
    const auto refused = parseMoney("2.555", currency("CNY"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == bl::Error{ErrorCode::InvalidNumber, {"2.555"}});
}

TEST_CASE("An amount that is too large is told from one that is no number", "[money][parse]")
{
    for (const std::string_view text :
        {"90071992547409.92", "-90071992547409.92", "92233720368547758.08", "18446744073709551616",
            "340282366920938463463374607431768211456"}) {
        INFO(text);
        const auto refused = parseMoney(text, currency("CNY"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error() == bl::Error{ErrorCode::AmountOverflow, {std::string(text)}});
    }
    for (const std::string_view text :
        {"", "abc", "1,000.00", "£2.55", "1e5", "99999999999999999999x"}) {
        INFO(text);
        const auto refused = parseMoney(text, currency("CNY"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidNumber);
    }
}

TEST_CASE("What a bad amount held can always be shown", "[money][parse]")
{
    const std::string longText =
        "a" + std::string(30, '\xff') + "这不是一个数字这不是一个数字这不是一个数字";
    const auto refused = parseMoney(longText, currency("CNY"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail.at(0).size() <= 64);
    CHECK(bl::isUtf8(refused.error().detail.at(0)));
}

TEST_CASE("Amounts that were written are read again, in every currency", "[money][parse][property]")
{
    bl::test::SeededRandom random(42);
    for (const std::string_view code : {"CNY", "JPY", "KWD"}) {
        for (int i = 0; i < 1000; ++i) {
            const std::int64_t limit = std::int64_t{1} << random.below(53);
            const Money amount = Money::minor(random.between(-limit + 1, limit - 1));
            INFO(plainMoney(amount, currency(code)));
            REQUIRE(*parseMoney(plainMoney(amount, currency(code)), currency(code)) == amount);
        }
    }
}

TEST_CASE("Plain amounts have a point, all places and no separators", "[money]")
{
    CHECK(plainMoney(Money::minor(123450), currency("CNY")) == "1234.50");
    CHECK(plainMoney(Money::minor(5), currency("CNY")) == "0.05");
    CHECK(plainMoney(Money::minor(-5), currency("CNY")) == "-0.05");
    CHECK(plainMoney(Money{}, currency("CNY")) == "0.00");
    CHECK(plainMoney(Money::minor(1234), currency("JPY")) == "1234");
    CHECK(plainMoney(Money{}, currency("JPY")) == "0");
    CHECK(plainMoney(Money::minor(-1), currency("KWD")) == "-0.001");
    CHECK(plainMoney(Money::minor(kLeastMinor), currency("CNY")) == "-92233720368547758.08");
}
