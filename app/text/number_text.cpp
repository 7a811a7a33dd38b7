#include "app/text/number_text.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bl::text {

namespace {

constexpr QChar kMinus(0x2212);

struct Sign {
    std::string_view code;
    const char16_t* sign;
};

// The signs people expect on a price tag. QLocale would write "CN¥" for an English speaker in a
// Chinese shop.
constexpr std::array kSigns{
    Sign{"CNY", u"¥"},
    Sign{"JPY", u"¥"},
    Sign{"GBP", u"£"},
    Sign{"USD", u"$"},
    Sign{"EUR", u"€"},
    Sign{"HKD", u"HK$"},
    Sign{"TWD", u"NT$"},
    Sign{"MOP", u"MOP$"},
    Sign{"SGD", u"S$"},
    Sign{"AUD", u"A$"},
    Sign{"CAD", u"C$"},
    Sign{"KRW", u"₩"},
    Sign{"THB", u"฿"},
    Sign{"VND", u"₫"},
    Sign{"INR", u"₹"},
    Sign{"MYR", u"RM"},
    Sign{"PHP", u"₱"},
};

QString currencySign(const std::string& code)
{
    for (const Sign& known : kSigns) {
        if (known.code == code)
            return QString::fromUtf16(known.sign);
    }
    return QString::fromStdString(code) + QChar(QChar::Nbsp);
}

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

QString decimalText(std::uint64_t scaled, int digits, const QLocale& locale)
{
    std::uint64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    QString text = locale.toString(static_cast<qulonglong>(scaled / unit));
    if (digits > 0) {
        const QString fraction = QString::number(static_cast<qulonglong>(scaled % unit));
        text += locale.decimalPoint() + fraction.rightJustified(digits, QLatin1Char('0'));
    }
    return text;
}

QString withMinus(std::int64_t value, const QString& text)
{
    return value < 0 ? kMinus + text : text;
}

}  // namespace

QString formatMoney(Money amount, const Currency& currency, const QLocale& locale)
{
    const QString digits = decimalText(magnitude(amount.minor()), currency.digits, locale);
    return withMinus(amount.minor(), currencySign(currency.code) + digits);
}

QString formatMoney(Money amount, const MoneyFormat& format)
{
    return formatMoney(amount, format.currency, format.locale);
}

QString formatAmount(Money amount, const Currency& currency, const QLocale& locale)
{
    return withMinus(
        amount.minor(), decimalText(magnitude(amount.minor()), currency.digits, locale));
}

QString formatQuantity(Quantity quantity, const QLocale& locale)
{
    std::uint64_t scaled = magnitude(quantity.thousandths());
    int digits = 3;
    while (digits > 0 && scaled % 10 == 0) {
        scaled /= 10;
        --digits;
    }
    return withMinus(quantity.thousandths(), decimalText(scaled, digits, locale));
}

QString formatCount(std::int64_t count, const QLocale& locale)
{
    return withMinus(count, decimalText(magnitude(count), 0, locale));
}

}  // namespace bl::text
