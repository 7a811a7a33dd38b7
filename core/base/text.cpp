#include "core/base/text.h"

#include <algorithm>
#include <cstdint>

namespace bl {

namespace {

/// The bytes of the character at the front of a text that is not empty, or 0 where they are no
/// UTF-8.
std::size_t characterLength(std::string_view text)
{
    const auto lead = static_cast<std::uint8_t>(text.front());
    if (lead < 0x80)
        return 1;
    std::size_t length = 0;
    std::uint32_t point = 0;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
        point = lead & 0x1fu;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        point = lead & 0x0fu;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        point = lead & 0x07u;
    } else {
        return 0;
    }
    if (length > text.size())
        return 0;
    for (std::size_t k = 1; k < length; ++k) {
        const auto next = static_cast<std::uint8_t>(text[k]);
        if ((next & 0xc0) != 0x80)
            return 0;
        point = (point << 6) | (next & 0x3fu);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = point >= 0xd800 && point <= 0xdfff;
    return overlong || surrogate || point > 0x10ffff ? 0 : length;
}

}  // namespace

bool isUtf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::string excerpt(std::string_view text, std::size_t maxBytes)
{
    std::string shown;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const auto lead = static_cast<std::uint8_t>(text.front());
        const bool readable = length > 0 && lead >= 0x20 && lead != 0x7f;
        const std::string_view character =
            readable ? text.substr(0, length) : std::string_view("?");
        if (shown.size() + character.size() > maxBytes)
            break;
        shown += character;
        text.remove_prefix(readable ? length : 1);
    }
    return shown;
}

std::size_t characterCount(std::string_view text)
{
    // Every character has one byte that does not continue another.
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u; }));
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kIdeographicSpace = "\u3000";
    for (bool again = true; again;) {
        again = false;
        while (!text.empty()
            && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            again = true;
        }
        while (!text.empty()
            && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
            again = true;
        }
        if (text.starts_with(kIdeographicSpace)) {
            text.remove_prefix(kIdeographicSpace.size());
            again = true;
        }
        if (text.ends_with(kIdeographicSpace)) {
            text.remove_suffix(kIdeographicSpace.size());
            again = true;
        }
    }
    return std::string(text);
}

std::string maskedPhone(std::string_view phone)
{
    if (phone.size() <= 4)
        return "****";
    auto end = phone.substr(phone.size() - 4);
    // Whoever types a name where a phone number belongs gets its last whole characters.
    while (!end.empty() && (static_cast<std::uint8_t>(end.front()) & 0xc0) == 0x80)
        end.remove_prefix(1);
    return "****" + excerpt(end);
}

}  // namespace bl
