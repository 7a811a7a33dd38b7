#pragma once

#include "core/base/strong_id.h"
#include "core/base/time_zone.h"
#include "core/money/money.h"

#include <optional>
#include <string>

/// Shifts: from a counted float in the drawer to a blind count. The business day of a sale is its
/// shift's.
namespace bl::shifts {

struct ShiftOpening {
    StoreId store;
    ShiftId shift;
    std::int64_t number = 0;  ///< counts up per register
    BusinessDay day;
    Instant time;
    std::string currency;
    Money floatAmount;                                ///< taken from the safe into the drawer
    std::optional<UserId> approvedBy = std::nullopt;  ///< who allowed it, where somebody had to

    friend bool operator==(const ShiftOpening&, const ShiftOpening&) = default;
};

/// The drawer is counted and emptied into the safe; the difference to what the ledger expects is
/// over/short.
struct ShiftClosing {
    StoreId store;
    ShiftId shift;
    Instant time;
    std::string currency;
    Money counted;
    Money expected;
    std::optional<UserId> approvedBy = std::nullopt;

    friend bool operator==(const ShiftClosing&, const ShiftClosing&) = default;
};

/// A shift as it stands.
struct Shift {
    ShiftId id;
    std::int64_t number = 0;
    UserId user;                              ///< who opened it
    std::optional<UserId> openingApprovedBy;  ///< who allowed it, where somebody had to
    BusinessDay day;
    Instant openedAt;
    Money floatAmount;
    std::optional<Instant> closedAt;
    std::optional<UserId> closedBy;
    std::optional<UserId> closingApprovedBy;
    Money counted;
    Money expected;
};

}  // namespace bl::shifts
