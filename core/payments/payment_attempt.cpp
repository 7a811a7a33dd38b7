#include "core/payments/payment_attempt.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bl::payments {

namespace {

using enum PaymentState;

constexpr std::array<std::pair<PaymentState, std::string_view>, 7> kStates{
    {{Created, "created"}, {Sent, "sent"}, {Interacting, "interacting"}, {Approved, "approved"},
        {Declined, "declined"}, {Aborted, "aborted"}, {Unknown, "unknown"}}};

constexpr std::array<std::pair<PaymentKind, std::string_view>, 3> kKinds{
    {{PaymentKind::Authorisation, "authorisation"}, {PaymentKind::Reversal, "reversal"},
        {PaymentKind::Refund, "refund"}}};

}  // namespace

std::string_view stateName(PaymentState state)
{
    return std::ranges::find(kStates, state, &std::pair<PaymentState, std::string_view>::first)
        ->second;
}

std::optional<PaymentState> findState(std::string_view name)
{
    const auto found =
        std::ranges::find(kStates, name, &std::pair<PaymentState, std::string_view>::second);
    return found == kStates.end() ? std::nullopt : std::optional{found->first};
}

std::string_view kindName(PaymentKind kind)
{
    return std::ranges::find(kKinds, kind, &std::pair<PaymentKind, std::string_view>::first)
        ->second;
}

std::optional<PaymentKind> findKind(std::string_view name)
{
    const auto found =
        std::ranges::find(kKinds, name, &std::pair<PaymentKind, std::string_view>::second);
    return found == kKinds.end() ? std::nullopt : std::optional{found->first};
}

bool isUnsettled(PaymentState state)
{
    return state != Approved && state != Declined && state != Aborted;
}

bool mayFollow(PaymentState from, PaymentState to)
{
    switch (from) {
    case Created: return to == Sent || to == Aborted;
    case Sent: return to != Created && to != Sent;
    case Interacting: return to != Created && to != Sent && to != Interacting;
    case Unknown: return to == Approved || to == Declined || to == Aborted;
    case Approved:
    case Declined:
    case Aborted: return false;
    }
    return false;
}

PaymentEvidence joined(PaymentEvidence known, const PaymentEvidence& added)
{
    if (added.amount)
        known.amount = added.amount;
    for (const auto field : {&PaymentEvidence::result, &PaymentEvidence::trace,
             &PaymentEvidence::receipt, &PaymentEvidence::terminal, &PaymentEvidence::card,
             &PaymentEvidence::cardName, &PaymentEvidence::approval, &PaymentEvidence::time,
             &PaymentEvidence::text, &PaymentEvidence::raw}) {
        if (!(added.*field).empty())
            known.*field = added.*field;
    }
    return known;
}

PaymentAttempt settled(PaymentAttempt attempt, const PaymentOutcome& outcome, Instant at)
{
    const bool approves = outcome.state == Approved;
    const bool sameAmount = outcome.evidence.amount == attempt.amount;
    const PaymentState next = approves && !sameAmount ? Unknown : outcome.state;
    if (next != attempt.state && !mayFollow(attempt.state, next))
        return attempt;
    if (next == attempt.state && next != Unknown)
        return attempt;
    attempt.state = next;
    // What is known of an unknown outcome is not replaced by nothing.
    attempt.evidence = next == Unknown ? joined(std::move(attempt.evidence), outcome.evidence)
        : outcome.evidence.isEmpty()   ? std::move(attempt.evidence)
                                       : outcome.evidence;
    attempt.changedAt = at;
    return attempt;
}

}  // namespace bl::payments
