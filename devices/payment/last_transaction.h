#pragma once

#include "core/payments/payment_attempt.h"

#include <optional>
#include <string>

namespace bl {

/// What a terminal that knows no reference of ours says of its last transaction.
struct LastTransaction {
    bool approved = false;
    payments::PaymentEvidence evidence;
    std::optional<Instant> at;  ///< by the terminal's clock
};

/// Whether the terminal's last transaction is the attempt whose answer was lost. It is not where it
/// has the trace that was known before: then the attempt never became one. It is where its trace is
/// new, its amount the same, and its time about the attempt's. Everything else is Unknown, with
/// what was said as evidence for whoever must decide.
payments::PaymentOutcome judgeLastTransaction(
    const payments::PaymentAttempt& attempt, const LastTransaction& last);

/// When that was (MMDD, hhmmss), by a clock that shows local time without a year: in the year that
/// brings it nearest to `about`. Nothing where it is no time.
std::optional<Instant> localTime(const std::string& date, const std::string& time, Instant about);

}  // namespace bl
