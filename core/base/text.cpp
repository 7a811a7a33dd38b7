#include "core/base/text.h"

#include <cstdint>

namespace bl {

bool isUtf8(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<std::uint8_t>(bytes[i]);
        std::size_t length = 0;
        std::uint32_t point = 0;
        if (lead < 0x80) {
            ++i;
            continue;
        }
        if (lead >= 0xc2 && lead <= 0xdf) {
            length = 1;
            point = lead & 0x1fu;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            length = 2;
            point = lead & 0x0fu;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            length = 3;
            point = lead & 0x07u;
        } else {
            return false;
        }
        if (i + length >= bytes.size())
            return false;
        for (std::size_t k = 1; k <= length; ++k) {
            const auto next = static_cast<std::uint8_t>(bytes[i + k]);
            if ((next & 0xc0) != 0x80)
                return false;
            point = (point << 6) | (next & 0x3fu);
        }
        const bool overlong = (length == 2 && point < 0x800) || (length == 3 && point < 0x10000);
        if (overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
            return false;
        i += length + 1;
    }
    return true;
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kIdeographicSpace = "\u3000";
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            again = true;
        }
        while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos) {
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
    return "****" + std::string(phone.substr(phone.size() - 4));
}

}  // namespace bl
