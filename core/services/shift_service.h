#pragma once

#include "core/services/service_context.h"
#include "core/shifts/shift.h"
#include "core/staff/actor.h"
#include "core/storage/shift_store.h"

#include <optional>

namespace bl::services {

/// A shift with what the ledger knows of it: the X report while it is open, the Z report
/// afterwards.
struct ShiftReport {
    shifts::Shift shift;
    storage::ShiftTotals totals;
    Money expectedCash;  ///< in the drawer now, or when it was closed
    // Names; empty where nobody had to, or a user is unknown here.
    std::string openedBy;
    std::string openingApprovedBy;
    std::string closedBy;
    std::string closingApprovedBy;
};

/// Opening and closing a register's shift. Closing is local and always possible.
class ShiftService {
public:
    explicit ShiftService(const ServiceContext& context)
        : m_context(context)
    {
    }

    Result<std::optional<shifts::Shift>> current();

    /// Fails with ShiftAlreadyOpen, or ImpossibleCash.
    Result<shifts::Shift> open(Money floatAmount, const staff::Actor& by);

    /// For imports: a shift of another day, in the batch.
    Result<shifts::Shift> open(OperationWriter::Batch& batch, Money floatAmount,
        const BusinessDay& day, Instant time, const staff::Actor& by);

    /// The drawer was counted blind; the difference to the ledger is over/short, the money goes to
    /// the safe. Fails with NoOpenShift.
    Result<ShiftReport> close(Money counted, const staff::Actor& by);

    /// For imports: counts exactly what the ledger expects.
    Result<void> closeAsExpected(OperationWriter::Batch& batch, Instant time, UserId by);

    Result<ShiftReport> report(ShiftId shift);

private:
    Result<Money> cashInDrawer(const storage::Site& site);
    Result<std::string> nameOf(const std::optional<UserId>& user);

    ServiceContext m_context;
};

}  // namespace bl::services
