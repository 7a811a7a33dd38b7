#pragma once

#include "core/ports/payment_journal.h"
#include "core/sql/database_thread.h"

namespace bl::desktop {

/// The journal of payments of a register: a terminal's thread waits until the database's writer has
/// stored what it says.
class TillPaymentJournal final : public PaymentJournal {
public:
    /// The writer outlives it.
    explicit TillPaymentJournal(sql::DatabaseThread& writer)
        : m_writer(writer)
    {
    }

    Result<void> record(const payments::PaymentAttempt& attempt) override;
    Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id) override;
    Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device) override;
    Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since) override;

private:
    sql::DatabaseThread& m_writer;
};

}  // namespace bl::desktop
