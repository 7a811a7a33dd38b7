#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// The value of a lower-case hexadecimal digit, or -1.
constexpr int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

std::string toHex(std::span<const std::uint8_t> bytes);

/// The bytes of an even number of lower-case digits; nothing for any other text.
std::optional<std::vector<std::uint8_t>> fromHex(std::string_view text);

}  // namespace bl
