#include "core/payments/card_masking.h"

#include "core/payments/luhn.h"

#include <algorithm>
#include <span>
#include <vector>

namespace bl::payments {

namespace {

constexpr std::size_t kShortestCard = 13;
constexpr std::size_t kLongestCard = 19;
constexpr std::size_t kHead = 6;
constexpr std::size_t kTail = 4;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
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
    if (places.size() < kShortestCard)
        return;
    std::string digits;
    for (const auto place : places)
        digits += text[place];
    const LuhnSums sums(digits);
    for (std::size_t begin = 0; begin + kShortestCard <= places.size(); ++begin) {
        const std::size_t longest = std::min(kLongestCard, places.size() - begin);
        for (std::size_t length = kShortestCard; length <= longest; ++length) {
            if (!sums.passes(begin, length))
                continue;
            const auto card = places.subspan(begin, length);
            for (const auto place : card.subspan(kHead, length - kHead - kTail))
                masked[place] = '*';
            const std::size_t end = card.back() + 1;
            const std::size_t endOfData = endOfStripe(text, end);
            for (std::size_t at = end + 1; at < endOfData; ++at)
                masked[at] = '*';
        }
    }
}

}  // namespace

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
