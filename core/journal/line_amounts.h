#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"
#include "core/ledger/posting.h"

namespace bl::journal {

/// Fails with AmountOverflow (the amount) where the operation holds one above kMaxLineAmount.
Result<void> checkAmounts(const OperationData& data);

/// Fails with AmountOverflow (the sum) where the postings move more than kMaxLineAmount in all.
Result<void> checkMovement(const ledger::PostingSet& postings);

}  // namespace bl::journal
