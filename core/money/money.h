#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace bl {

/// An amount in the minor units of the organisation's currency (fen, pence). Sums trap on overflow
/// of 64 bits; amounts from outside are bounded where they enter (2⁵³ − 1), so a trap is a
/// programmer's error.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money minor(std::int64_t amount) { return Money(amount); }

    constexpr std::int64_t minor() const { return m_minor; }
    constexpr bool isZero() const { return m_minor == 0; }
    constexpr bool isNegative() const { return m_minor < 0; }

    Money operator-() const;
    Money& operator+=(Money other);
    Money& operator-=(Money other);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t amount)
        : m_minor(amount)
    {
    }

    std::int64_t m_minor = 0;
};

/// A currency by ISO 4217 code.
struct Currency {
    std::string code;  ///< three capital letters
    int digits = 2;    ///< decimal places of the minor unit

    /// Fails with UnknownCurrency.
    static Result<Currency> create(std::string_view code);

    friend bool operator==(const Currency&, const Currency&) = default;
};

/// Whether ISO 4217 lists the code, now or formerly. For what people enter; a database keeps the
/// currency that it has, whichever list this machine knows.
bool isListedCurrency(std::string_view code);

/// Reads a decimal amount ("2.55", "-3") with a point and at most the currency's decimal places.
/// Fails with InvalidNumber, or AmountOverflow above 2⁵³ − 1 minor units.
Result<Money> parseMoney(std::string_view text, const Currency& currency);

/// "1234.50": no separators, a point; for files and technical output. Screens format by locale.
std::string plainMoney(Money amount, const Currency& currency);

}  // namespace bl
