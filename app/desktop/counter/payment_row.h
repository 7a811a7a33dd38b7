#pragma once

#include "app/desktop/counter/payment_rows.h"
#include "app/desktop/theme/theme.h"
#include "app/text/number_text.h"
#include "core/payments/payment_attempt.h"
#include "core/services/payment_service.h"

#include <QFrame>

class QHBoxLayout;

namespace bl::desktop {

class ActionButton;

/// One payment that a terminal or a payment service decided, or has not decided yet: what it is,
/// how it stands, and what can be done about it.
class PaymentRow final : public QFrame {
    Q_OBJECT
public:
    PaymentRow(const payments::PaymentAttempt& attempt, const text::MoneyFormat& money,
        PaymentRows::Choices choices, const Theme& theme, QWidget* parent,
        const QString& when = {});

Q_SIGNALS:
    void takeBackRequested();
    void askRequested();
    void decided(bl::services::PaymentVerdict verdict);

private:
    ActionButton* addChoice(QHBoxLayout& row, const Theme& theme, const QString& text);
};

/// `VISA 476173******0010 · 0042`: how people tell a payment from another.
QString paymentDetails(const payments::PaymentAttempt& attempt);

}  // namespace bl::desktop
