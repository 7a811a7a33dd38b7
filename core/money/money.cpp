#include "core/money/money.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/money/rounding.h"

#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <limits>

namespace bl {

Money Money::operator-() const
{
    BL_ASSERT(m_minor != std::numeric_limits<std::int64_t>::min());
    return Money(-m_minor);
}

Money& Money::operator+=(Money other)
{
    const auto sum = checkedAdd(m_minor, other.m_minor);
    BL_ASSERT(sum);
    m_minor = *sum;
    return *this;
}

Money& Money::operator-=(Money other)
{
    return *this += -other;
}

Result<Currency> Currency::create(std::string_view code)
{
    // ISO 4217: the currencies whose minor unit is not a hundredth.
    constexpr std::array<std::string_view, 16> kWithoutMinor{"BIF", "CLP", "DJF", "GNF", "ISK",
        "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
    constexpr std::array<std::string_view, 7> kThousandths{
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    const bool wellFormed = code.size() == 3
        && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!wellFormed)
        return Error{ErrorCode::UnknownCurrency, {excerpt(code)}};
    if (std::find(kWithoutMinor.begin(), kWithoutMinor.end(), code) != kWithoutMinor.end())
        return Currency{std::string(code), 0};
    if (std::find(kThousandths.begin(), kThousandths.end(), code) != kThousandths.end())
        return Currency{std::string(code), 3};
    return Currency{std::string(code), 2};
}

bool isListedCurrency(std::string_view code)
{
    const std::u16string wide(code.begin(), code.end());
    return code.size() == 3 && ucurr_getNumericCode(wide.c_str()) != 0;
}

Result<Money> parseMoney(std::string_view text, const Currency& currency)
{
    const auto decimal = parseDecimal(text, currency.digits);
    const std::string shown = excerpt(text);
    if (decimal.fault == DecimalFault::NotANumber)
        return Error{ErrorCode::InvalidNumber, {shown}};
    if (decimal.fault == DecimalFault::Overflow || decimal.scaled > kMaxJsonInteger
        || decimal.scaled < -kMaxJsonInteger)
        return Error{ErrorCode::AmountOverflow, {shown}};
    return Money::minor(decimal.scaled);
}

std::string plainMoney(Money amount, const Currency& currency)
{
    std::string digits = std::to_string(amount.minor());
    const bool negative = digits.front() == '-';
    if (negative)
        digits.erase(0, 1);
    const auto places = static_cast<std::size_t>(currency.digits);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0)
        digits.insert(digits.size() - places, 1, '.');
    return negative ? '-' + digits : digits;
}

}  // namespace bl
