#include "devices/payment/last_transaction.h"

#include "core/ports/device_fault.h"

#include <algorithm>
#include <ctime>

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

std::optional<Instant> localTime(const std::string& date, const std::string& time, Instant about)
{
    const std::string digits = date + time;
    const bool areDigits = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (date.size() != 4 || time.size() != 6 || !areDigits)
        return std::nullopt;
    const auto two = [](const std::string& text, std::size_t at) {
        return (text[at] - '0') * 10 + (text[at + 1] - '0');
    };
    const std::time_t seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(about));
    std::tm today{};
    ::localtime_r(&seconds, &today);
    std::optional<Instant> nearest;
    for (const int year : {today.tm_year - 1, today.tm_year, today.tm_year + 1}) {
        std::tm then{};
        then.tm_year = year;
        then.tm_mon = two(date, 0) - 1;
        then.tm_mday = two(date, 2);
        then.tm_hour = two(time, 0);
        then.tm_min = two(time, 2);
        then.tm_sec = two(time, 4);
        then.tm_isdst = -1;
        const Instant at = fromMillis(std::int64_t{::mktime(&then)} * 1000);
        if (!nearest || std::chrono::abs(at - about) < std::chrono::abs(*nearest - about))
            nearest = at;
    }
    return nearest;
}

}  // namespace bl
