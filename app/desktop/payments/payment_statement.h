#pragma once

#include "app/desktop/theme/theme.h"
#include "app/text/number_text.h"
#include "core/payments/payment_attempt.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace bl::desktop {

class ActionButton;

/// What a person states about a payment: says what that means for the money, takes the numbers that
/// stand on the paper, and counts only when it is confirmed. Shown in place of the choice that led
/// here.
class PaymentStatement final : public QFrame {
    Q_OBJECT
public:
    enum class Claim {
        Charged,  ///< of what takes money back: it was taken back
        NotCharged,
        GivenBackByHand,
    };

    PaymentStatement(const Theme& theme, QWidget* parent);

    /// Shows itself; the focus is where nothing is stated by accident.
    void ask(Claim claim, const payments::PaymentAttempt& attempt, const text::MoneyFormat& money);

Q_SIGNALS:
    /// `read` is what was typed off the paper.
    void confirmed(
        bl::desktop::PaymentStatement::Claim claim, const bl::payments::PaymentEvidence& read);
    void withdrawn();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void confirm();

    Claim m_claim = Claim::NotCharged;
    QLabel* m_meaning;
    QLineEdit* m_receipt;
    QLineEdit* m_approval;
    ActionButton* m_back;
    ActionButton* m_confirm;
};

}  // namespace bl::desktop
