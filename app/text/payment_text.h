#pragma once

#include "app/text/number_text.h"
#include "core/payments/payment_attempt.h"

#include <QStringList>

#include <string>

namespace bl::text {

/// What a terminal answered, in words: "The card has expired". `device` is its address, `result`
/// its own code as evidence holds it; a code that nobody knows reads "code 7B".
QString paymentResultText(const std::string& device, const std::string& result);

/// What the terminal wants the cashier to read: its own text, or ours for a code of its
/// (`zvt:0A`: "Insert the card"). Empty where it says nothing.
QString paymentPrompt(const std::string& said);

/// What the other side said of a payment, for people who must decide what became of it: its text,
/// result, the amount that it named, time, trace, receipt, approval and card. Empty where it said
/// nothing.
QStringList paymentEvidence(const payments::PaymentAttempt& attempt, const MoneyFormat& money);

}  // namespace bl::text
