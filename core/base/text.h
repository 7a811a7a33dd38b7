#pragma once

#include <string>
#include <string_view>

namespace bl {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).
bool isUtf8(std::string_view bytes);

/// Without white space (ASCII and U+3000) at both ends.
std::string trimmed(std::string_view text);

/// A phone number for error messages and logs: its last four digits behind stars.
std::string maskedPhone(std::string_view phone);

}  // namespace bl
