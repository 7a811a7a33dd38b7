#pragma once

#include <string>
#include <string_view>

namespace bl::payments {

/// First 6 and last 4 digits; what is shorter than 13 digits is masked but for the last 2.
std::string maskCardNumber(std::string_view digits);

/// Masks whatever in a text may be a card number (13 to 19 digits with a right check digit), also
/// with blanks or hyphens between, among other digits, or in hexadecimal; and what a magnetic
/// stripe has behind the number.
std::string maskCardNumbers(std::string_view text);

}  // namespace bl::payments
