#pragma once

#include "app/desktop/theme/theme.h"
#include "app/text/number_text.h"
#include "core/payments/payment_attempt.h"
#include "core/services/payment_service.h"

#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace bl::desktop {

/// Payments below each other, each with what can be done about it.
class PaymentRows final : public QWidget {
    Q_OBJECT
public:
    enum class Choices {
        None,  ///< one is under way
        Offered,
    };
    /// When it was, for lists that reach back; empty where that is plain.
    using When = std::function<QString(const payments::PaymentAttempt&)>;

    PaymentRows(const Theme& theme, QWidget* parent);

    void setPayments(const std::vector<payments::PaymentAttempt>& attempts, Choices choices,
        const text::MoneyFormat& money, const When& when = {});

Q_SIGNALS:
    void takeBackRequested(const bl::payments::PaymentAttempt& attempt);
    void askRequested(const bl::payments::PaymentAttempt& attempt);
    void decided(const bl::payments::PaymentAttempt& attempt, bl::services::PaymentVerdict verdict);

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
};

}  // namespace bl::desktop
