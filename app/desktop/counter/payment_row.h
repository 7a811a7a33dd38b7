#pragma once

#include "app/desktop/counter/payment_rows.h"
#include "app/desktop/payments/payment_statement.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;

namespace bl::desktop {

class ActionButton;

/// One payment that a terminal or a payment service decided, or has not decided yet: what it is,
/// how it stands, what is known of it, and what can be done about it.
class PaymentRow final : public QFrame {
    Q_OBJECT
public:
    PaymentRow(const PaymentItem& item, const text::MoneyFormat& money,
        PaymentRows::Choices choices, const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void takeBackRequested();
    void askRequested();
    void storeRequested();
    void decided(bl::services::PaymentVerdict verdict, const bl::payments::PaymentEvidence& read);
    void givenBackByHand(const bl::payments::PaymentEvidence& read);

private:
    QHBoxLayout* addHead(const PaymentItem& item, const text::MoneyFormat& money);
    void addChoices(QHBoxLayout& head, const PaymentItem& item, const text::MoneyFormat& money);
    void addChoice(QHBoxLayout& row, const QString& text, std::function<void()> act);
    void addVerdicts(const payments::PaymentAttempt& attempt, const text::MoneyFormat& money);
    /// Leads to the statement that takes the place of the choices.
    std::function<void()> stating(PaymentStatement::Claim claim,
        const payments::PaymentAttempt& attempt, const text::MoneyFormat& money);
    void take(PaymentStatement::Claim claim, const payments::PaymentEvidence& read);

    const Theme& m_theme;
    QWidget* m_choices;
    QHBoxLayout* m_buttons;
    PaymentStatement* m_statement;
};

}  // namespace bl::desktop
