#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bl {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong
/// forms).
bool isUtf8(std::string_view bytes);

/// The characters (code points) of a text that is UTF-8.
std::size_t characterCount(std::string_view text);

/// Without white space (ASCII and U+3000) at both ends.
std::string trimmed(std::string_view text);

/// The first bytes of a text from outside, for an error's detail: valid UTF-8 that ends with a
/// whole character, with `?` for every byte that is no UTF-8 and for control characters.
std::string excerpt(std::string_view text, std::size_t maxBytes = 64);

/// A phone number for error messages and logs: its last four digits behind stars.
std::string maskedPhone(std::string_view phone);

}  // namespace bl
