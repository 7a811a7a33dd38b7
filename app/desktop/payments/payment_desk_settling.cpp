#include "app/desktop/payments/payment_desk.h"

#include <algorithm>
#include <memory>
#include <utility>

/// What becomes of payments by people's word, and before a terminal's day is closed.
namespace bl::desktop {

using payments::PaymentAttempt;

PaymentItem PaymentDesk::itemOf(const PaymentAttempt& attempt) const
{
    const auto* outcome = m_unstored.find(attempt.id);
    PaymentItem item;
    item.attempt = outcome ? *outcome : attempt;
    item.kept = outcome ? PaymentItem::Kept::NotStored : PaymentItem::Kept::Stored;
    const bool canDevice = slotFor(attempt.device) && !m_notTakenBack.contains(attempt.id);
    item.wayBack = canDevice ? PaymentItem::WayBack::Device : PaymentItem::WayBack::Hand;
    return item;
}

void PaymentDesk::giveBackByHand(
    payments::PaymentId payment, const payments::PaymentEvidence& read, UserId by)
{
    m_permitted = [this, payment, read, by](UserId who) {
        m_till.write(
            this,
            [payment, read, actor = staff::Actor(by, who)](TillServices& services) {
                return services.payments.recordGivenBack(payment, read, actor);
            },
            [this](const Result<PaymentAttempt>& recorded) {
                if (!recorded)
                    Q_EMIT failed(recorded.error());
                refresh();
                Q_EMIT changed();
            });
    };
    Q_EMIT permissionNeeded(access::Permission::Refund);
}

void PaymentDesk::permit(UserId who)
{
    if (const auto permitted = std::exchange(m_permitted, nullptr))
        permitted(who);
}

void PaymentDesk::decide(payments::PaymentId payment, services::PaymentVerdict verdict,
    const payments::PaymentEvidence& read, UserId by)
{
    // It is known, and only not stored yet.
    if (m_unstored.find(payment)) {
        m_unstored.storeNow();
        return;
    }
    m_till.write(
        this,
        [payment, verdict, read, by](TillServices& services) {
            return services.payments.decide(payment, verdict, read, by);
        },
        [this](const Result<PaymentAttempt>& decided) {
            if (!decided)
                Q_EMIT failed(decided.error());
            refresh();
            Q_EMIT changed();
        });
}

bool PaymentDesk::mayKnow(const std::string& slot, const PaymentAttempt& attempt) const
{
    return attempt.device == m_devices.status(slot).settings.address
        || !addresses().contains(attempt.device);
}

std::set<std::string> PaymentDesk::addresses() const
{
    std::set<std::string> addresses;
    for (const auto& status : m_devices.devices().statuses())
        addresses.insert(status.settings.address);
    return addresses;
}

void PaymentDesk::endOfDay(
    const std::string& slot, std::function<void(const Result<TerminalTotals>& totals)> done)
{
    // A day that is closed twice is an empty one.
    if (!m_closing.insert(slot).second)
        return;
    const std::string device = m_devices.status(slot).settings.address;
    const auto before = std::make_shared<std::vector<PaymentEnd>>();
    m_devices.devices().run<PaymentTerminal>(
        slot,
        [this, device, before, set = addresses()](
            PaymentTerminal& terminal) -> Result<TerminalTotals> {
            // What was sent to an address that was changed since may have been this terminal's.
            BL_TRY(const auto open, m_journal.unsettled({}));
            const auto homeless = std::ranges::count_if(
                open, [&](const PaymentAttempt& attempt) { return !set.contains(attempt.device); });
            if (homeless > 0)
                return Error{ErrorCode::PaymentsLeftOpen, {device, std::to_string(homeless)}};
            auto end = PaymentRun(terminal, m_journal, m_till.clock()).endOfDay(device);
            *before = std::move(end.before);
            return end.totals;
        },
        [this, slot, before, done = std::move(done)](const Result<TerminalTotals>& totals) {
            m_closing.erase(slot);
            for (const auto& settled : *before)
                take(settled);
            if (!before->empty()) {
                refresh();
                Q_EMIT changed();
            }
            done(totals);
        });
}

}  // namespace bl::desktop
