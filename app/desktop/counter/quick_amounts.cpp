#include "app/desktop/counter/quick_amounts.h"

#include <array>
#include <string_view>

namespace bl::desktop {

namespace {

constexpr std::int64_t kMostChangeInLargestNotes = 10;

struct Notes {
    std::string_view currency;
    std::array<std::int64_t, 3>
        round;  ///< in major units, rising; the last one is the largest that is common
};

constexpr Notes kOtherNotes{"", {10, 50, 100}};
constexpr std::array kNotes{
    Notes{"CNY", {10, 50, 100}},
    Notes{"TWD", {100, 500, 1000}},
    Notes{"HKD", {20, 100, 500}},
    Notes{"JPY", {1000, 5000, 10000}},
    Notes{"KRW", {1000, 10000, 50000}},
    Notes{"VND", {10000, 100000, 500000}},
    Notes{"GBP", {5, 10, 20}},
    Notes{"EUR", {5, 10, 50}},
    Notes{"USD", {5, 10, 20}},
};

const Notes& notesOf(const Currency& currency)
{
    for (const Notes& notes : kNotes) {
        if (notes.currency == currency.code)
            return notes;
    }
    return kOtherNotes;
}

std::int64_t minorPerMajor(const Currency& currency)
{
    std::int64_t unit = 1;
    for (int i = 0; i < currency.digits; ++i)
        unit *= 10;
    return unit;
}

}  // namespace

std::vector<Money> quickAmounts(Money due, const Currency& currency)
{
    std::vector<Money> amounts{due};
    if (due <= Money{})
        return amounts;
    const Notes& notes = notesOf(currency);
    const auto add = [&](std::int64_t step) {
        const std::int64_t size = step * minorPerMajor(currency);
        // Above what was offered before, so that each button is another amount.
        amounts.push_back(Money::minor((amounts.back().minor() / size + 1) * size));
    };
    for (const std::int64_t note : notes.round)
        add(note);
    return amounts;
}

Result<Money> readAmount(const QString& typed, const Currency& currency)
{
    QString text = typed.trimmed();
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    return parseMoney(text.toStdString(), currency);
}

Result<Money> readReceived(const QString& typed, Money due, const Currency& currency)
{
    BL_TRY(const Money received, readAmount(typed, currency));
    if (received < due)
        return Error{ErrorCode::TenderShort, {std::to_string((due - received).minor())}};
    const std::int64_t most =
        notesOf(currency).round.back() * minorPerMajor(currency) * kMostChangeInLargestNotes;
    if ((received - due).minor() > most)
        return Error{ErrorCode::AmountOverflow, {typed.trimmed().toStdString()}};
    return received;
}

}  // namespace bl::desktop
