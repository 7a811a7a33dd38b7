#pragma once

#include "core/money/money.h"

#include <QString>

#include <vector>

namespace bl::desktop {

/// What customers are likely to hand over: the exact amount, then the next round sums in the notes
/// of the currency; at most four, rising. Only zero for an amount of zero.
std::vector<Money> quickAmounts(Money due, const Currency& currency);

/// An amount as typed, with a point or a comma. Fails with InvalidNumber.
Result<Money> readAmount(const QString& typed, const Currency& currency);

/// Cash that was handed over, as typed, with a point or a comma. Fails with InvalidNumber,
/// TenderShort, or AmountOverflow where the change would be larger than any note: then somebody
/// scanned a code into the field.
Result<Money> readReceived(const QString& typed, Money due, const Currency& currency);

}  // namespace bl::desktop
