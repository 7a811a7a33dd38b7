#pragma once

#include "core/base/result.h"
#include "core/catalog/product.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Codes on goods that were weighed or priced where they were packed.
namespace bl::catalog {

/// What such a code says.
struct MeasuredCode {
    std::vector<std::string> articles;  ///< under which the article may be on file, best first
    std::optional<std::int64_t> grams;
    std::optional<std::int64_t> price;  ///< with `priceDecimals` places: 1280 and 2 are 12.80
    int priceDecimals = 0;

    friend bool operator==(const MeasuredCode&, const MeasuredCode&) = default;
};

/// One form of the codes that a shop prints itself: `21.....{NNDDD}`. Digits stand for themselves,
/// each `.` for a digit of the article's number, `{NNDDD}` for a weight in kilograms and `{$NNNDD}`
/// for a price, N before and D behind the point. A check digit follows, which is not written.
class InStorePattern {
public:
    /// Fails with InvalidArgument {reason, text}: no article, neither weight nor price, one of them
    /// twice, a character that means nothing, or too short or long for a code.
    static Result<InStorePattern> parse(std::string_view text);

    /// Nothing where the code is not of this form or its check digit is wrong.
    std::optional<MeasuredCode> read(std::string_view code) const;

private:
    enum class Meaning { Literal, Article, Weight, Price };
    struct Place {
        Meaning meaning;
        char literal;
    };

    Result<void> addMeasure(std::string_view inside);

    std::vector<Place> m_places;
    int m_weightDecimals = 0;
    int m_priceDecimals = 0;
};

using InStorePatterns = std::vector<InStorePattern>;

/// One pattern a line; empty lines and those that begin with # are left out. Fails as
/// InStorePattern::parse.
Result<InStorePatterns> parseInStorePatterns(std::string_view lines);

/// What the first pattern that fits says, or a GS1 element string with an article and a weight or a
/// price.
std::optional<MeasuredCode> readMeasuredCode(
    std::string_view code, const InStorePatterns& patterns);

/// How much of goods by measure lies on a scale: in kg, g, 斤 or 两. Nothing for units that are no
/// weight.
std::optional<Quantity> weighedQuantity(std::int64_t grams, std::string_view unit);

/// A product as the code sells it.
struct MeasuredSale {
    Product product;  ///< with the code's price where the product is sold by the piece
    Quantity quantity;
};

/// Goods by measure are sold by the code's weight, or as much of them as its price buys, to the
/// nearest thousandth; goods by the piece at the code's price. Fails with InvalidQuantity where the
/// code does not say what the product needs.
Result<MeasuredSale> measuredSale(
    const MeasuredCode& code, const Product& product, const Currency& currency);

}  // namespace bl::catalog
