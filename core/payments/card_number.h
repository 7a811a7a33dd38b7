#pragma once

#include <string_view>

namespace bl::payments {

/// Whether a text of digits can be a payment card's number: check digit, length and the ranges that
/// the schemes use. Such a number is refused as a member's and not kept anywhere.
bool isPaymentCard(std::string_view digits);

}  // namespace bl::payments
