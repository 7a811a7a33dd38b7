#include "core/payments/payment_attempt.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace bl::payments {

namespace {

using enum PaymentState;

constexpr std::array<std::pair<PaymentState, std::string_view>, 7> kStates{
    {{Created, "created"}, {Sent, "sent"}, {Interacting, "interacting"}, {Approved, "approved"},
        {Declined, "declined"}, {Aborted, "aborted"}, {Unknown, "unknown"}}};

constexpr std::array<std::pair<PaymentKind, std::string_view>, 3> kKinds{
    {{PaymentKind::Authorisation, "authorisation"}, {PaymentKind::Reversal, "reversal"},
        {PaymentKind::Refund, "refund"}}};

constexpr std::size_t kShortestCard = 13;
constexpr std::size_t kLongestCard = 19;
constexpr std::size_t kHead = 6;
constexpr std::size_t kTail = 4;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// ISO/IEC 7812-1, annex B; of the digits at these places.
bool passesLuhn(std::string_view text, std::span<const std::size_t> places)
{
    int sum = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        int value = text[places[places.size() - 1 - i]] - '0';
        if (i % 2 == 1)
            value = value < 5 ? 2 * value : 2 * value - 9;
        sum += value;
    }
    return sum % 10 == 0;
}

/// The places of the digits from `begin` on that single blanks or hyphens at most stand between.
std::vector<std::size_t> digitRun(std::string_view text, std::size_t begin)
{
    std::vector<std::size_t> places;
    for (std::size_t at = begin; at < text.size(); ++at) {
        if (isDigit(text[at]))
            places.push_back(at);
        else if ((text[at] != ' ' && text[at] != '-') || at != places.back() + 1)
            break;
    }
    return places;
}

/// Where the data ends that a magnetic stripe has behind the card's number: service code, expiry
/// date, and what only the issuer may know. `end` itself where nothing of a stripe follows.
std::size_t endOfStripe(std::string_view text, std::size_t end)
{
    const char separator = end < text.size() ? text[end] : '\0';
    if (separator != '=' && separator != '^' && separator != 'D' && separator != 'd')
        return end;
    const bool named = separator == '^';
    std::size_t at = end + 1;
    while (at < text.size() && text[at] != '?' && text[at] != '\n'
        && (named || isDigit(text[at]) || text[at] == '='))
        ++at;
    return at;
}

/// Hides in `masked` what of a card's number may not be seen, for every number that these digits
/// may hold: which of several is the card's cannot be told.
void hideCardsIn(std::string_view text, std::span<const std::size_t> places, std::string& masked)
{
    for (std::size_t begin = 0; begin + kShortestCard <= places.size(); ++begin) {
        const std::size_t longest = std::min(kLongestCard, places.size() - begin);
        for (std::size_t length = kShortestCard; length <= longest; ++length) {
            const auto card = places.subspan(begin, length);
            if (!passesLuhn(text, card))
                continue;
            for (const auto place : card.subspan(kHead, length - kHead - kTail))
                masked[place] = '*';
            const std::size_t end = card.back() + 1;
            for (std::size_t at = end + 1; at < endOfStripe(text, end); ++at)
                masked[at] = '*';
        }
    }
}

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

std::string maskCardNumber(std::string_view digits)
{
    std::string masked(digits);
    const std::size_t head = digits.size() >= kShortestCard ? kHead : 0;
    const std::size_t tail =
        digits.size() >= kShortestCard ? kTail : std::min<std::size_t>(2, digits.size());
    for (std::size_t i = head; i + tail < masked.size(); ++i)
        masked[i] = '*';
    return masked;
}

std::string maskCardNumbers(std::string_view text)
{
    std::string masked(text);
    for (std::size_t i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            ++i;
            continue;
        }
        const auto run = digitRun(text, i);
        hideCardsIn(text, run, masked);
        i = run.back() + 1;
    }
    return masked;
}

}  // namespace bl::payments
