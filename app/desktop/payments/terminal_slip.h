#pragma once

#include "core/base/clock.h"
#include "core/base/time_zone.h"
#include "core/money/money.h"
#include "core/ports/payment_terminal.h"
#include "core/ports/receipt_document.h"

namespace bl::desktop {

/// What a terminal wants on paper after a payment, a line each.
ReceiptDocument cardSlip(const std::string& lines);

/// What is printed when a terminal's day is closed: the terminal's own report, or its totals where
/// it has none.
ReceiptDocument terminalSlip(const std::string& terminal, const TerminalTotals& totals, Instant at,
    const TimeZone& zone, const Currency& currency);

/// The same, marked as a copy.
ReceiptDocument copyOf(ReceiptDocument slip);

}  // namespace bl::desktop
