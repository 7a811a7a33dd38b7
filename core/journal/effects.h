#pragma once

#include "core/base/result.h"
#include "core/journal/change.h"
#include "core/journal/operation.h"
#include "core/ledger/posting.h"

#include <vector>

namespace bl::journal {

struct Effects {
    ledger::PostingSet postings;
    std::vector<Change> changes;
};

/// What an operation does: a pure function of it, frozen for every released (type, version), the
/// same on a register and at HQ. The changes point into the operation. Fails where the operation
/// contradicts itself (its postings do not balance) and with AmountOverflow where it moves more
/// than kMaxLineAmount.
Result<Effects> effects(const Operation& operation);

}  // namespace bl::journal
