#include "core/members/member.h"

#include "core/base/text.h"

namespace bl::members {

Result<std::string> normalisedPhone(std::string_view text)
{
    std::string phone;
    std::size_t digits = 0;
    for (const char c : trimmed(text)) {
        if (c >= '0' && c <= '9') {
            phone += c;
            ++digits;
        } else if (c == '+' && phone.empty()) {
            phone += c;
        } else if (std::string_view(" -()./").find(c) == std::string_view::npos) {
            return Error{ErrorCode::InvalidPhone, {maskedPhone(text)}};
        }
    }
    if (digits < 5 || digits > 15)
        return Error{ErrorCode::InvalidPhone, {maskedPhone(text)}};
    return phone;
}

}  // namespace bl::members
