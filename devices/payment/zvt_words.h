#pragma once

#include "core/base/result.h"
#include "core/payments/payment_attempt.h"
#include "devices/payment/zvt_codec.h"
#include "devices/transport/trace_line.h"
#include "devices/transport/trace_ring.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What stands for ZVT's codes outside: in evidence, on screens, in the console.
namespace bl::zvt {

/// A result code as evidence holds it: `6C`.
std::string codeWord(std::uint8_t code);

/// The texts of a message in one line.
std::string joinedText(const Fields& fields);

/// What a message tells of a payment.
payments::PaymentEvidence evidenceOf(const Fields& fields);

/// An intermediate status without a text of its own: `zvt:0A`. Screens have words for it.
std::string promptWord(std::uint8_t code);

/// The number that terminals know a currency by. Fails with UnknownCurrency.
Result<CurrencyCode> currencyCode(std::string_view code);

/// How many payments an end of day counted (field 60: receipt numbers, then a count and a sum for
/// each kind of card).
int countOf(std::span<const std::uint8_t> totals);

/// What one entry of a line's trace says, one message a line; passwords, card numbers and tracks
/// are masked.
std::vector<TraceLine> describeTrace(const TraceRing::Entry& entry);

}  // namespace bl::zvt
