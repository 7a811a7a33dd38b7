#include "devices/scale/weight_unit.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace bl {

namespace {

constexpr std::int64_t kMillionthsPerKilogram = 1'000'000;
constexpr std::int64_t kMostMillionths = 1'000'000LL * kMillionthsPerKilogram;
constexpr std::size_t kDecimalsKept = 6;
/// A pound is 453.59237 g.
constexpr std::int64_t kPoundNumerator = 45'359'237;

std::string_view trimmedBlanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// A number times a million.
std::optional<std::int64_t> parseMillionths(std::string_view text)
{
    text = trimmedBlanks(text);
    bool negative = false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        negative = text.front() == '-';
        text = trimmedBlanks(text.substr(1));
    }
    const auto point = std::min(text.find('.'), text.size());
    const auto whole = text.substr(0, point);
    const auto decimals = text.substr(std::min(point + 1, text.size()));
    const auto numeric = [](std::string_view digits) {
        return std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() > 9 || decimals.size() > kDecimalsKept || !numeric(whole)
        || !numeric(decimals) || (point < text.size() && decimals.empty()))
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : whole)
        value = 10 * value + (c - '0');
    for (std::size_t i = 0; i < kDecimalsKept; ++i)
        value = 10 * value + (i < decimals.size() ? decimals[i] - '0' : 0);
    if (value > kMostMillionths)
        return std::nullopt;
    return negative ? -value : value;
}

std::int64_t roundedQuotient(std::int64_t value, std::int64_t divisor)
{
    const std::int64_t half = divisor / 2;
    return value < 0 ? -((-value + half) / divisor) : (value + half) / divisor;
}

}  // namespace

std::optional<WeightUnit> findWeightUnit(std::string_view name)
{
    std::string lower;
    for (const char c : name)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (lower == "kg")
        return WeightUnit::Kilogram;
    if (lower == "g")
        return WeightUnit::Gram;
    if (lower == "lb")
        return WeightUnit::Pound;
    return std::nullopt;
}

std::optional<std::int64_t> parseGrams(std::string_view number, WeightUnit unit)
{
    const auto millionths = parseMillionths(number);
    if (!millionths)
        return std::nullopt;
    switch (unit) {
    case WeightUnit::Kilogram: return roundedQuotient(*millionths, 1000);
    case WeightUnit::Gram: return roundedQuotient(*millionths, kMillionthsPerKilogram);
    case WeightUnit::Pound: break;
    }
    // In steps that stay within 64 bits: ten-thousandths of a pound are finer than any scale.
    return roundedQuotient(roundedQuotient(*millionths, 100) * kPoundNumerator, 1'000'000'000);
}

}  // namespace bl
