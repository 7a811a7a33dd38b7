#include "app/text/number_text.h"
#include "tests/support/catch.h"

#include <limits>

namespace bl::text {

namespace {

const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const Currency kYuan{"CNY", 2};

}  // namespace

TEST_CASE("Amounts carry the currency's sign, separators and a true minus", "[text][money]")
{
    CHECK(formatMoney(Money::minor(123450), kYuan, kBritish) == QStringLiteral("¥1,234.50"));
    CHECK(formatMoney(Money::minor(-6130), kYuan, kBritish) == QStringLiteral("−¥61.30"));
    CHECK(formatMoney(Money::minor(5), kYuan, kBritish) == QStringLiteral("¥0.05"));
    CHECK(
        formatMoney(Money::minor(1234), Currency{"JPY", 0}, kBritish) == QStringLiteral("¥1,234"));
    CHECK(formatMoney(Money::minor(1234), Currency{"KWD", 3}, kBritish)
        == QStringLiteral("KWD\u00a01.234"));
    CHECK(formatAmount(Money::minor(-1180), kYuan, kBritish) == QStringLiteral("−11.80"));
}

TEST_CASE("Separators follow the locale", "[text][money]")
{
    const QLocale german(QLocale::German, QLocale::Germany);
    CHECK(formatMoney(Money::minor(123450), Currency{"EUR", 2}, german)
        == QStringLiteral("€1.234,50"));
}

TEST_CASE("The smallest amount that exists can be written", "[text][money]")
{
    const auto least = Money::minor(std::numeric_limits<std::int64_t>::min());
    CHECK(formatAmount(least, kYuan, kBritish) == QStringLiteral("−92,233,720,368,547,758.08"));
}

TEST_CASE("Quantities show the decimals that they have", "[text][quantity]")
{
    CHECK(formatQuantity(Quantity::thousandths(2000), kBritish) == QStringLiteral("2"));
    CHECK(formatQuantity(Quantity::thousandths(1255), kBritish) == QStringLiteral("1.255"));
    CHECK(formatQuantity(Quantity::thousandths(1500), kBritish) == QStringLiteral("1.5"));
    CHECK(formatQuantity(Quantity::thousandths(-1000), kBritish) == QStringLiteral("−1"));
    CHECK(formatQuantity(Quantity(), kBritish) == QStringLiteral("0"));
    CHECK(formatCount(12480, kBritish) == QStringLiteral("12,480"));
}

}  // namespace bl::text
