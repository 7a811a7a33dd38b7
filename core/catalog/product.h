#pragma once

#include "core/base/strong_id.h"
#include "core/money/money.h"
#include "core/money/quantity.h"

#include <cstdint>
#include <optional>
#include <string>

/// What is sold.
namespace bl::catalog {

enum class SaleUnit {
    Piece,    ///< whole pieces only
    Measure,  ///< thousandths: weight, length
};

struct Category {
    CategoryId id;
    std::string code;
    std::string name;
    std::int64_t rank = 0;  ///< order on the screen

    friend bool operator==(const Category&, const Category&) = default;
};

struct Product {
    ProductId id;
    std::string code;  ///< EAN-13 or a house code; what a scanner reads
    std::string name;
    std::string initials;  ///< pinyin initials for search
    std::optional<CategoryId> category;
    std::string unit;  ///< what a quantity of 1 is called: 件, kg
    SaleUnit saleUnit = SaleUnit::Piece;
    std::optional<StoreId> store;  ///< the owner of a store's own product; none for HQ's
    Money price;                   ///< of the release in force

    friend bool operator==(const Product&, const Product&) = default;
};

/// Whether the quantity can be sold of such a product: above zero, whole pieces where it is sold by
/// the piece.
bool isSaleable(const Product& product, Quantity quantity);

}  // namespace bl::catalog
