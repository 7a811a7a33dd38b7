#pragma once

#include "app/platform/file_lock.h"
#include "core/base/random.h"
#include "core/services/direct_payment_journal.h"
#include "core/services/payment_service.h"
#include "core/sql/database.h"

#include <memory>
#include <string>

namespace bl::device {

/// A file of payments in this process's hands: what an earlier one left in the middle counts as
/// unknown from here on.
class PaymentJournalFile {
public:
    /// Makes the file where there is none. Fails with DatabaseInUse where another program has it.
    static Result<std::unique_ptr<PaymentJournalFile>> open(const std::string& file);

    services::PaymentService& service() { return m_service; }
    PaymentJournal& journal() { return m_journal; }
    const WallClock& clock() const { return m_clock; }

private:
    PaymentJournalFile(platform::FileLock lock, std::unique_ptr<sql::Database> database);

    platform::FileLock m_lock;
    SystemWallClock m_clock;
    SystemRandom m_random;
    UuidFactory m_ids;
    std::unique_ptr<sql::Database> m_database;
    services::PaymentService m_service;
    services::DirectPaymentJournal m_journal;
};

}  // namespace bl::device
