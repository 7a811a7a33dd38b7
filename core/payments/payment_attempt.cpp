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

constexpr std::size_t kShortestCard = 13;
constexpr std::size_t kLongestCard = 19;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// ISO/IEC 7812-1, annex B.
bool passesLuhn(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            value = value < 5 ? 2 * value : 2 * value - 9;
        sum += value;
    }
    return sum % 10 == 0;
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
    if (!outcome.evidence.isEmpty())
        attempt.evidence = outcome.evidence;
    attempt.changedAt = at;
    return attempt;
}

std::string maskCardNumber(std::string_view digits)
{
    std::string masked(digits);
    const std::size_t head = digits.size() >= kShortestCard ? 6 : 0;
    const std::size_t tail =
        digits.size() >= kShortestCard ? 4 : std::min<std::size_t>(2, digits.size());
    for (std::size_t i = head; i + tail < masked.size(); ++i)
        masked[i] = '*';
    return masked;
}

std::string maskCardNumbers(std::string_view text)
{
    std::string masked(text);
    for (std::size_t i = 0; i < masked.size();) {
        if (!isDigit(masked[i])) {
            ++i;
            continue;
        }
        std::vector<std::size_t> places;
        std::size_t end = i;
        for (std::size_t at = i; at < masked.size(); ++at) {
            const char c = masked[at];
            if (isDigit(c)) {
                places.push_back(at);
                end = at + 1;
            } else if ((c != ' ' && c != '-') || at != end) {
                break;
            }
        }
        // The longest number wins: a card's number may stand among other digits.
        std::size_t skip = places.size();
        for (std::size_t begin = 0; begin + kShortestCard <= places.size() && skip == places.size();
             ++begin) {
            for (std::size_t length = std::min(kLongestCard, places.size() - begin);
                 length >= kShortestCard; --length) {
                std::string digits;
                for (std::size_t k = begin; k < begin + length; ++k)
                    digits += masked[places[k]];
                if (!passesLuhn(digits))
                    continue;
                const std::string hidden = maskCardNumber(digits);
                for (std::size_t k = 0; k < length; ++k)
                    masked[places[begin + k]] = hidden[k];
                skip = begin + length;
                break;
            }
        }
        i = skip == places.size() ? end : places[skip];
    }
    return masked;
}

}  // namespace bl::payments
