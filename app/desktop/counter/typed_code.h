#pragma once

#include "core/base/result.h"
#include "core/money/quantity.h"

#include <QString>

#include <optional>

namespace bl::desktop {

/// What stands in the scan field: a code or a text, perhaps behind a multiplier (`3*690…`,
/// `1.255*grapes`).
struct TypedCode {
    std::optional<Quantity> times;
    QString text;
    std::optional<Error> fault;  ///< InvalidQuantity for a multiplier of nothing

    static TypedCode read(const QString& typed);

    /// A quantity as people type it, with a point or a comma. Fails with InvalidNumber or
    /// AmountOverflow.
    static Result<Quantity> readQuantity(const QString& typed);
};

}  // namespace bl::desktop
