#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/payments/payment_attempt.h"
#include "core/sql/database.h"
#include "core/staff/actor.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bl::storage {
class PaymentStore;
}

namespace bl::services {

/// What is to be charged, or given back.
struct PaymentRequest {
    payments::PaymentKind kind = payments::PaymentKind::Authorisation;
    std::string tender{payments::kCardTender};
    std::string device;  ///< its address
    Money amount;
    std::string currency;
    std::optional<payments::PaymentId> original;  ///< what a reversal takes back
    std::optional<TicketId> ticket;
    std::optional<UserId> by;
};

/// The request that takes a whole payment back.
PaymentRequest reversalOf(const payments::PaymentAttempt& charge);

/// What a person found out about a payment of which nobody could say what became of it.
enum class PaymentVerdict { Charged, NotCharged };

/// The rules around the journal of payments, on a register's database or on a file of payments
/// alone. Every call is a transaction of its own, on the database's writer thread.
class PaymentService {
public:
    PaymentService(sql::Database& database, const WallClock& clock, UuidFactory& ids)
        : m_database(database)
        , m_clock(clock)
        , m_ids(ids)
    {
    }

    /// Stores a new attempt; now it may be carried out. Fails with PaymentUnsettled where the
    /// ticket, or what is to be taken back, has an attempt that is not settled yet, with
    /// PaymentMismatch where the original is not one that can be taken back, and with InvalidPrice.
    Result<payments::PaymentAttempt> begin(const PaymentRequest& request);

    /// Stores an attempt's new form. Fails with PaymentConflict or NotFound.
    Result<void> record(const payments::PaymentAttempt& attempt);

    Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id);
    Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device = {});
    Result<std::vector<payments::PaymentAttempt>> ofTicket(TicketId ticket);
    Result<std::vector<payments::PaymentAttempt>> newest(std::int64_t limit);

    /// Charged and in no sale: to be sold or taken back before the shift is closed.
    Result<std::vector<payments::PaymentAttempt>> unclaimed();

    Result<std::string> lastTrace(const std::string& device);
    Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since);

    /// Settles an Unknown by what a person read off the terminal or its reports; `read` adds to
    /// what the device said. Fails with PaymentConflict where it is settled or still under way, or
    /// where the device named another amount than was asked for: that can only be taken back there.
    Result<payments::PaymentAttempt> decide(payments::PaymentId id, PaymentVerdict verdict,
        const payments::PaymentEvidence& read, UserId by);

    /// A charge that its device cannot take back was given back in some other way; `read` is what
    /// stands on the paper about that. Stored as a reversal that whoever answers for it decided.
    /// Fails as `begin`.
    Result<payments::PaymentAttempt> recordGivenBack(
        payments::PaymentId charge, const payments::PaymentEvidence& read, const staff::Actor& by);

    /// At the program's start, before anything is charged: what had not been sent is Aborted, what
    /// may have arrived is Unknown. Gives those that are unknown.
    Result<std::vector<payments::PaymentAttempt>> recover();

private:
    Result<payments::PaymentAttempt> add(const PaymentRequest& request);

    sql::Database& m_database;
    const WallClock& m_clock;
    UuidFactory& m_ids;
};

/// Whether the ticket was charged for nothing else than `taken`. Fails with PaymentUnsettled where
/// an attempt is not settled, and with PaymentAttached where one is approved.
Result<void> checkNoPayments(
    TicketId ticket, storage::PaymentStore& store, std::span<const payments::PaymentId> taken = {});

}  // namespace bl::services
