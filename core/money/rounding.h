#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bl {

/// round(a × b / divisor) to the nearest integer, halves away from zero, exact in 128 bits.
/// `divisor` > 0. Nothing where the result does not fit 64 bits.
std::optional<std::int64_t> multiplyDivideRound(
    std::int64_t a, std::int64_t b, std::int64_t divisor);

/// a + b, or nothing where 64 bits overflow.
std::optional<std::int64_t> checkedAdd(std::int64_t a, std::int64_t b);

/// Reads an optional minus, digits, and a point with at most `decimals` digits as an integer of
/// 10^-decimals. `Overflow` beyond 64 bits.
enum class DecimalFault { NotANumber, Overflow };
struct Decimal {
    std::int64_t scaled = 0;
    std::optional<DecimalFault> fault;
};
Decimal parseDecimal(std::string_view text, int decimals);

}  // namespace bl
