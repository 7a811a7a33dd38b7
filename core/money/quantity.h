#pragma once

#include "core/base/result.h"
#include "core/money/money.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace bl {

/// A quantity of goods in thousandths of the product's unit: 1000 is one piece, 1255 is 1.255 kg.
class Quantity {
public:
    constexpr Quantity() = default;
    static constexpr Quantity thousandths(std::int64_t amount) { return Quantity(amount); }

    /// Fails with AmountOverflow.
    static Result<Quantity> pieces(std::int64_t count);

    constexpr std::int64_t thousandths() const { return m_thousandths; }
    constexpr bool isZero() const { return m_thousandths == 0; }

    Quantity operator-() const;
    Quantity& operator+=(Quantity other);
    friend Quantity operator+(Quantity a, Quantity b) { return a += b; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    explicit constexpr Quantity(std::int64_t amount)
        : m_thousandths(amount)
    {
    }

    std::int64_t m_thousandths = 0;
};

/// Reads "2" or "1.255" (at most three decimals). Fails with InvalidNumber or AmountOverflow.
Result<Quantity> parseQuantity(std::string_view text);

/// "2" or "1.255"
std::string plainQuantity(Quantity quantity);

/// round(unitPrice × quantity / 1000), halves away from zero. Fails with AmountOverflow
/// beyond 2⁵³ − 1.
Result<Money> extend(Money unitPrice, Quantity quantity);

}  // namespace bl
