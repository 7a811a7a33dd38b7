#pragma once

#include "core/payments/payment_attempt.h"
#include "core/sql/database.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

/// The journal of payments: the newest form of every attempt. Called within the transaction of
/// what goes with it.
class PaymentStore {
public:
    explicit PaymentStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// Stores a new attempt, which is Created.
    Result<void> insert(const payments::PaymentAttempt& attempt);

    /// Stores the attempt's new form; what was asked for does not change. Fails with
    /// PaymentConflict where the stored state may not be followed by it, and with NotFound.
    Result<void> update(const payments::PaymentAttempt& attempt);

    Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id);

    /// Neither charged nor surely not, oldest first; of all devices where `device` is empty.
    Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device = {});
    Result<std::vector<payments::PaymentAttempt>> ofTicket(TicketId ticket);

    /// Charged, in no sale, and not taken back; oldest first.
    Result<std::vector<payments::PaymentAttempt>> unclaimed();

    /// The newest first.
    Result<std::vector<payments::PaymentAttempt>> newest(std::int64_t limit);

    /// The reversal that took a payment back, or that may have.
    Result<std::optional<payments::PaymentAttempt>> reversalOf(payments::PaymentId original);

    /// The line of the sale that it pays; nothing where it pays none.
    Result<std::optional<std::int64_t>> saleOf(payments::PaymentId id);
    Result<void> claim(payments::PaymentId id, std::int64_t saleSeq);

    /// The newest trace that this device is known to have; empty where none is.
    Result<std::string> lastTrace(const std::string& device);

    /// Which payment has this trace of this device as its own, since that time: traces start again
    /// after some years.
    Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
