#include "core/money/rounding.h"

#include "core/base/assert.h"

#include <limits>

namespace bl {

namespace {
__extension__ using Wide = __int128;
}

std::optional<std::int64_t> multiplyDivideRound(
    std::int64_t a, std::int64_t b, std::int64_t divisor)
{
    BL_ASSERT(divisor > 0);
    const Wide product = static_cast<Wide>(a) * b;
    const Wide half = divisor / 2 + divisor % 2;
    const Wide magnitude = product < 0 ? -product : product;
    Wide rounded = magnitude / divisor;
    if (magnitude % divisor >= half)
        ++rounded;
    if (product < 0)
        rounded = -rounded;
    if (rounded > std::numeric_limits<std::int64_t>::max()
        || rounded < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return static_cast<std::int64_t>(rounded);
}

std::optional<std::int64_t> checkedAdd(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return std::nullopt;
    return sum;
}

Decimal parseDecimal(std::string_view text, int decimals)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    std::int64_t value = 0;
    int wholeDigits = 0;
    int fractionDigits = -1;  // -1: no point seen yet
    bool overflow = false;    // reported at the end: "99…9x" is no number first of all
    for (const char c : text) {
        if (c == '.' && fractionDigits < 0 && wholeDigits > 0) {
            fractionDigits = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return {0, DecimalFault::NotANumber};
        if (fractionDigits >= 0) {
            // More places than the unit has are accepted only as zeros: 1.500 is 1.50, 1.505 is an
            // error.
            if (fractionDigits >= decimals) {
                if (c != '0')
                    return {0, DecimalFault::NotANumber};
                continue;
            }
            ++fractionDigits;
        } else {
            ++wholeDigits;
        }
        overflow = overflow || __builtin_mul_overflow(value, 10, &value)
            || __builtin_add_overflow(value, c - '0', &value);
    }
    if (wholeDigits == 0 || text.ends_with('.'))
        return {0, DecimalFault::NotANumber};
    for (int i = fractionDigits < 0 ? 0 : fractionDigits; i < decimals; ++i) {
        overflow = overflow || __builtin_mul_overflow(value, 10, &value);
    }
    if (overflow)
        return {0, DecimalFault::Overflow};
    return {negative ? -value : value, std::nullopt};
}

}  // namespace bl
