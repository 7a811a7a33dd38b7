#include "devices/payment/last_transaction.h"

#include "core/ports/device_fault.h"

namespace bl {

using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

/// How far a terminal's clock may be from ours.
constexpr std::chrono::minutes kClockSkew{5};
/// How long a customer may take at most.
constexpr std::chrono::minutes kLongestPayment{20};

PaymentOutcome cannotSay(
    const payments::PaymentAttempt& attempt, const LastTransaction& last, const char* why)
{
    // Amount, trace and card of something else would pass for this payment's.
    PaymentOutcome outcome;
    outcome.evidence.text = last.evidence.text;
    outcome.evidence.raw = last.evidence.raw;
    outcome.fault = deviceError(DeviceFault::OutcomeUnknown, attempt.device, why);
    return outcome;
}

}  // namespace

PaymentOutcome judgeLastTransaction(
    const payments::PaymentAttempt& attempt, const LastTransaction& last)
{
    const auto& said = last.evidence;
    if (said.trace.empty())
        return cannotSay(attempt, last, "no trace");
    if (!attempt.earlierTrace.empty() && said.trace == attempt.earlierTrace) {
        PaymentOutcome outcome = cannotSay(attempt, last, "never begun");
        outcome.state = PaymentState::Aborted;
        return outcome;
    }
    if (said.amount != attempt.amount)
        return cannotSay(attempt, last, "another amount");
    if (last.at
        && (*last.at < attempt.createdAt - kClockSkew
            || *last.at > attempt.createdAt + kLongestPayment + kClockSkew))
        return cannotSay(attempt, last, "another time");
    // Without an earlier trace only the time tells it from a payment before it.
    if (attempt.earlierTrace.empty() && !last.at)
        return cannotSay(attempt, last, "no time");
    PaymentOutcome outcome;
    outcome.state = last.approved ? PaymentState::Approved : PaymentState::Declined;
    outcome.evidence = said;
    return outcome;
}

}  // namespace bl
