#include "app/desktop/till/till_payment_journal.h"

#include "core/storage/payment_store.h"

namespace bl::desktop {

using storage::PaymentStore;

Result<void> TillPaymentJournal::record(const payments::PaymentAttempt& attempt)
{
    return m_writer.call([&](sql::Database& database) -> Result<void> {
        BL_TRY(auto transaction, sql::Transaction::begin(database));
        BL_CHECK(PaymentStore(database).update(attempt));
        return transaction.commit();
    });
}

Result<std::optional<payments::PaymentAttempt>> TillPaymentJournal::find(payments::PaymentId id)
{
    return m_writer.call([&](sql::Database& database) { return PaymentStore(database).find(id); });
}

Result<std::vector<payments::PaymentAttempt>> TillPaymentJournal::unsettled(
    const std::string& device)
{
    return m_writer.call(
        [&](sql::Database& database) { return PaymentStore(database).unsettled(device); });
}

Result<std::optional<payments::PaymentId>> TillPaymentJournal::findByTrace(
    const std::string& device, const std::string& trace, Instant since)
{
    return m_writer.call([&](sql::Database& database) {
        return PaymentStore(database).findByTrace(device, trace, since);
    });
}

}  // namespace bl::desktop
