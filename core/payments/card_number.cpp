#include "core/payments/card_number.h"

#include "core/payments/luhn.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace bl::payments {

namespace {

/// A range of issuer numbers of one scheme: the first digits of a card, and how long its number is.
struct IssuerRange {
    std::uint32_t first;
    std::uint32_t last;
    std::size_t digits;  ///< how many digits `first` and `last` have
    std::size_t shortest;
    std::size_t longest;
};

// Visa's old numbers of 13 digits are left out: they cannot be told from European article numbers.
constexpr std::array kIssuerRanges{
    IssuerRange{4, 4, 1, 16, 19},        // Visa
    IssuerRange{51, 55, 2, 16, 16},      // Mastercard
    IssuerRange{2221, 2720, 4, 16, 16},  // Mastercard
    IssuerRange{34, 34, 2, 15, 15},      // American Express
    IssuerRange{37, 37, 2, 15, 15},      // American Express
    IssuerRange{36, 36, 2, 14, 19},      // Diners Club
    IssuerRange{38, 39, 2, 14, 19},      // Diners Club
    IssuerRange{300, 305, 3, 14, 19},    // Diners Club
    IssuerRange{3528, 3589, 4, 16, 19},  // JCB
    IssuerRange{6011, 6011, 4, 16, 19},  // Discover
    IssuerRange{644, 659, 3, 16, 19},    // Discover, RuPay
    IssuerRange{62, 62, 2, 16, 19},      // UnionPay
    IssuerRange{81, 81, 2, 16, 19},      // UnionPay, RuPay
    IssuerRange{2200, 2204, 4, 16, 19},  // Mir
    IssuerRange{50, 50, 2, 14, 19},      // Maestro
    IssuerRange{56, 58, 2, 14, 19},      // Maestro
    IssuerRange{6304, 6304, 4, 14, 19},  // Maestro
    IssuerRange{67, 67, 2, 14, 19},      // Maestro
};

bool isWithin(std::string_view digits, const IssuerRange& range)
{
    if (digits.size() < range.shortest || digits.size() > range.longest)
        return false;
    std::uint32_t issuer = 0;
    for (const char c : digits.substr(0, range.digits))
        issuer = 10 * issuer + static_cast<std::uint32_t>(c - '0');
    return issuer >= range.first && issuer <= range.last;
}

}  // namespace

bool isPaymentCard(std::string_view digits)
{
    const bool numeric = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return numeric && std::ranges::any_of(kIssuerRanges, [&](const IssuerRange& range) {
        return isWithin(digits, range);
    }) && LuhnSums(digits).passes(0, digits.size());
}

}  // namespace bl::payments
