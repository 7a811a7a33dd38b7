#pragma once

#include "core/money/money.h"
#include "core/money/quantity.h"

#include <QLocale>
#include <QString>

/// Numbers as people read them: separators by locale, the true minus sign (U+2212) in front of
/// everything.
namespace bl::text {

/// How amounts are written: in which currency and by which locale.
struct MoneyFormat {
    Currency currency;
    QLocale locale;
};

/// `¥1,234.50`, `−¥61.30`; currencies without a common sign show their code: `CHF 12.00`.
QString formatMoney(Money amount, const Currency& currency, const QLocale& locale);
QString formatMoney(Money amount, const MoneyFormat& format);

/// `1,234.50`, `−61.30`: an amount in a column whose header or neighbour names the currency.
QString formatAmount(Money amount, const Currency& currency, const QLocale& locale);

/// `2`, `1.255`, `−1`: as many decimals as the quantity needs, at most three.
QString formatQuantity(Quantity quantity, const QLocale& locale);

/// `12,480`
QString formatCount(std::int64_t count, const QLocale& locale);

}  // namespace bl::text
