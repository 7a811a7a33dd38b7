#pragma once

#include "app/desktop/payments/payment_desk.h"
#include "core/payments/ticket_payments.h"

#include <QObject>

namespace bl::desktop {

class CounterPresenter;

/// Taking the money for the ticket at the counter: what is due, what other tenders have paid of it,
/// what remains, and the payment that is under way.
class PayPresenter final : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    PayPresenter(CounterPresenter& counter, PaymentDesk& payments, QObject* parent = nullptr);

    /// Begins with the ticket at the counter.
    void open(Money due);
    void close();

    Money due() const { return m_due; }
    const payments::TicketPayments& paid() const { return m_paid; }
    /// Below zero where more was charged than is due now.
    Money remaining() const { return m_due - m_paid.total; }
    const std::optional<storage::Site>& site() const;

    /// What stands of the ticket's payments, and what is not settled, as people see them.
    std::vector<PaymentItem> items() const;

    bool hasTerminal() const { return m_payments.hasTerminal(); }
    std::vector<PaymentDesk::Terminal> terminals() const { return m_payments.terminals(); }
    std::string terminal() const { return m_payments.terminal(); }
    void chooseTerminal(const std::string& slot) { m_payments.chooseTerminal(slot); }
    bool hasGateway() const { return m_payments.hasGateway(); }
    bool asksForApproval() const { return m_payments.asksForApproval(); }
    bool isBusy() const { return m_payments.isBusy(); }
    bool isTakingBack() const { return m_payments.isTakingBack(); }
    /// What the terminal wants people to read.
    const QString& prompt() const { return m_prompt; }

    /// An amount as typed, that can be charged now: a part of what remains, or all of it. Fails
    /// with InvalidNumber or, where it is not between nothing and what remains, InvalidPrice.
    Result<Money> chargeable(const QString& typed) const;
    /// What a code that is scanned while `cash` is in the cashier's hand is to pay: the rest.
    Money besideCash(const QString& cash) const;

    /// Charges an amount as typed on the card terminal, or fails as `chargeable`.
    void charge(const QString& typed);
    /// Charges the code on the customer's phone. Fails with PaymentCodeUnknown.
    void chargeCode(const QString& code, Money amount);
    void abort() { m_payments.abort(); }
    void enterApproval(const QString& number);
    void takeBack(const payments::PaymentAttempt& attempt);
    void giveBackByHand(
        const payments::PaymentAttempt& attempt, const payments::PaymentEvidence& read);
    /// About the payment that is not settled.
    void ask();
    void decide(services::PaymentVerdict verdict, const payments::PaymentEvidence& read);
    void storeNow() { m_payments.storeNow(); }

    /// Completes the sale: what other tenders have not paid is paid in cash. `received` as typed;
    /// not looked at where nothing remains.
    void finish(const QString& received);

Q_SIGNALS:
    /// Sums, payments or the payment under way are others.
    void changed();
    void failed(const bl::Error& error);

private:
    bool canCharge() const;
    void take(const std::vector<payments::PaymentAttempt>& attempts);
    void ended(const payments::PaymentAttempt& attempt, const std::optional<Error>& why);

    CounterPresenter& m_counter;
    PaymentDesk& m_payments;
    Money m_due;
    payments::TicketPayments m_paid;
    QString m_prompt;
    bool m_open = false;
    bool m_asking = false;  ///< somebody asked what became of an unknown payment
    bool m_finishWhenPaid =
        false;  ///< something was charged: when nothing remains, the sale is done
};

}  // namespace bl::desktop
