#pragma once

#include "core/base/strong_id.h"
#include "core/base/time_zone.h"
#include "core/money/quantity.h"

#include <string>

namespace bl::stock {

/// The stock of a product set right by a difference, outside any sale.
struct StockCorrection {
    StoreId store;
    ProductId product;
    std::string code;
    Quantity quantity;  ///< the difference, not zero
    std::string reason;
    BusinessDay day;
    Instant time;
    std::string external;  ///< the number in the system it was imported from; empty for our own

    friend bool operator==(const StockCorrection&, const StockCorrection&) = default;
};

}  // namespace bl::stock
