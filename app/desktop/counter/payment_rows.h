#pragma once

#include "app/desktop/payments/payment_item.h"
#include "app/desktop/theme/theme.h"
#include "app/text/number_text.h"
#include "core/services/payment_service.h"

#include <QWidget>

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

    PaymentRows(const Theme& theme, QWidget* parent);

    /// Rows that are as before stay, with what is being stated in them.
    void setPayments(
        const std::vector<PaymentItem>& items, Choices choices, const text::MoneyFormat& money);

Q_SIGNALS:
    void takeBackRequested(const bl::payments::PaymentAttempt& attempt);
    void askRequested(const bl::payments::PaymentAttempt& attempt);
    /// A person says what became of it.
    void decided(const bl::payments::PaymentAttempt& attempt, bl::services::PaymentVerdict verdict,
        const bl::payments::PaymentEvidence& read);
    void givenBackByHand(
        const bl::payments::PaymentAttempt& attempt, const bl::payments::PaymentEvidence& read);
    /// What became of it is to be stored after all.
    void storeRequested();

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<PaymentItem> m_items;
    Choices m_choices = Choices::None;
    QLocale m_locale;
};

}  // namespace bl::desktop
