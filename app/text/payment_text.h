#pragma once

#include <QString>

#include <string>

namespace bl::text {

/// What a terminal answered, in words: "The card has expired". `device` is its address, `result`
/// its own code as evidence holds it; a code that nobody knows reads "code 7B".
QString paymentResultText(const std::string& device, const std::string& result);

/// What the terminal wants the cashier to read: its own text, or ours for a code of its
/// (`zvt:0A`: "Insert the card"). Empty where it says nothing.
QString paymentPrompt(const std::string& said);

}  // namespace bl::text
