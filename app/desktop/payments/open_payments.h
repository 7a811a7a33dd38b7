#pragma once

#include "app/desktop/payments/payment_desk.h"
#include "app/desktop/till/till.h"

#include <functional>
#include <vector>

namespace bl::desktop {

/// Payments that no sale stands for: those of which nobody knows what became of them, and those
/// that were charged and never used. Each can be settled or taken back, long after its ticket left
/// the screen.
class OpenPayments final : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    OpenPayments(Till& till, PaymentDesk& payments, QObject* parent = nullptr);

    /// Who acts from now on.
    void setUser(UserId user) { m_user = user; }

    /// Reads them anew; `listed` follows.
    void refresh();
    /// Oldest first; as read last.
    const std::vector<payments::PaymentAttempt>& list() const { return m_list; }
    PaymentItem itemOf(const payments::PaymentAttempt& attempt) const
    {
        return m_payments.itemOf(attempt);
    }
    /// How many of them may have been charged.
    int unsettledCount() const;

    bool isBusy() const { return m_payments.isBusy(); }
    bool asksForApproval() const { return m_payments.asksForApproval(); }
    bool isTakingBack() const { return m_payments.isTakingBack(); }
    const QString& prompt() const { return m_prompt; }

    void ask(const payments::PaymentAttempt& attempt) { m_payments.ask(attempt); }
    void takeBack(const payments::PaymentAttempt& attempt);
    void giveBackByHand(
        const payments::PaymentAttempt& attempt, const payments::PaymentEvidence& read);
    void decide(const payments::PaymentAttempt& attempt, services::PaymentVerdict verdict,
        const payments::PaymentEvidence& read);
    void storeNow() { m_payments.storeNow(); }
    void abort() { m_payments.abort(); }
    void enterApproval(const QString& number) { m_payments.enterApproval(number); }

Q_SIGNALS:
    void listed();
    /// What is under way is another, or what it waits for.
    void changed();
    void failed(const bl::Error& error);

private:
    Till& m_till;
    PaymentDesk& m_payments;
    std::optional<UserId> m_user;
    std::vector<payments::PaymentAttempt> m_list;
    QString m_prompt;
};

}  // namespace bl::desktop
