#pragma once

#include "core/payments/payment_attempt.h"

#include <optional>
#include <string>
#include <vector>

namespace bl {

/// Where attempts are stored before they are acted on. A record is on disk when the call returns.
/// Blocks; called on the thread that drives a terminal.
class PaymentJournal {
public:
    virtual ~PaymentJournal() = default;

    /// Stores the attempt's new form. Fails with PaymentConflict where the stored one may not be
    /// followed by it; the stored one stays.
    virtual Result<void> record(const payments::PaymentAttempt& attempt) = 0;

    virtual Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id) = 0;

    /// Those that are neither charged nor surely not, oldest first; of all devices where `device`
    /// is empty.
    virtual Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device) = 0;

    /// Which payment has this trace of this device as its own, since that time.
    virtual Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since) = 0;
};

}  // namespace bl
