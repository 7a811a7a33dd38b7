#pragma once

#include "core/services/service_context.h"
#include "core/shifts/shift.h"
#include "core/storage/shift_store.h"

#include <optional>

namespace bl::services {

/// A shift with what the ledger knows of it: the X report while it is open, the Z report
/// afterwards.
struct ShiftReport {
    shifts::Shift shift;
    storage::ShiftTotals totals;
    Money expectedCash;  ///< in the drawer now, or when it was closed
};

/// Opening and closing a register's shift. Closing is local and always possible.
class ShiftService {
public:
    explicit ShiftService(const ServiceContext& context)
        : m_context(context)
    {
    }

    Result<std::optional<shifts::Shift>> current();

    /// Fails with ShiftAlreadyOpen, or InvalidPrice for a negative float.
    Result<shifts::Shift> open(Money floatAmount, UserId by);

    /// For imports: a shift of another day, in the batch.
    Result<shifts::Shift> open(OperationWriter::Batch& batch, Money floatAmount,
        const BusinessDay& day, Instant time, UserId by);

    /// The drawer was counted blind; the difference to the ledger is over/short, the money goes to
    /// the safe. Fails with NoOpenShift.
    Result<ShiftReport> close(Money counted, UserId by);

    /// For imports: counts exactly what the ledger expects.
    Result<void> closeAsExpected(OperationWriter::Batch& batch, Instant time, UserId by);

    Result<ShiftReport> report(ShiftId shift);

private:
    Result<Money> cashInDrawer(const storage::Site& site);

    ServiceContext m_context;
};

}  // namespace bl::services
