#include "core/money/quantity.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/money/rounding.h"

#include <limits>

namespace bl {

Result<Quantity> Quantity::pieces(std::int64_t count)
{
    if (count > kMaxJsonInteger / 1000 || count < -kMaxJsonInteger / 1000)
        return Error{ErrorCode::AmountOverflow, {std::to_string(count)}};
    return Quantity(count * 1000);
}

Quantity Quantity::operator-() const
{
    BL_ASSERT(m_thousandths != std::numeric_limits<std::int64_t>::min());
    return Quantity(-m_thousandths);
}

Quantity& Quantity::operator+=(Quantity other)
{
    const auto sum = checkedAdd(m_thousandths, other.m_thousandths);
    BL_ASSERT(sum);
    m_thousandths = *sum;
    return *this;
}

Result<Quantity> parseQuantity(std::string_view text)
{
    const auto decimal = parseDecimal(text, 3);
    const std::string shown = excerpt(text);
    if (decimal.fault == DecimalFault::NotANumber)
        return Error{ErrorCode::InvalidNumber, {shown}};
    if (decimal.fault == DecimalFault::Overflow || decimal.scaled > kMaxJsonInteger
        || decimal.scaled < -kMaxJsonInteger)
        return Error{ErrorCode::AmountOverflow, {shown}};
    return Quantity::thousandths(decimal.scaled);
}

std::string plainQuantity(Quantity quantity)
{
    std::string digits = std::to_string(quantity.thousandths());
    const bool negative = digits.front() == '-';
    if (negative)
        digits.erase(0, 1);
    if (digits.size() < 4)
        digits.insert(0, 4 - digits.size(), '0');
    digits.insert(digits.size() - 3, 1, '.');
    while (digits.ends_with('0'))
        digits.pop_back();
    if (digits.ends_with('.'))
        digits.pop_back();
    return negative ? '-' + digits : digits;
}

Result<Money> extend(Money unitPrice, Quantity quantity)
{
    const auto amount = multiplyDivideRound(unitPrice.minor(), quantity.thousandths(), 1000);
    if (!amount || *amount > kMaxJsonInteger || *amount < -kMaxJsonInteger)
        return Error{ErrorCode::AmountOverflow,
            {std::to_string(unitPrice.minor()) + " x " + plainQuantity(quantity)}};
    return Money::minor(*amount);
}

}  // namespace bl
