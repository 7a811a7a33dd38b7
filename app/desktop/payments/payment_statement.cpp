#include "app/desktop/payments/payment_statement.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

using Claim = PaymentStatement::Claim;

constexpr int kLongestNumber = 20;

QString meaningOf(Claim claim, const payments::PaymentAttempt& attempt)
{
    switch (claim) {
    case Claim::Charged:
        return givesBack(attempt.kind)
            ? PaymentStatement::tr("%1 went back to the customer and does not count as paid any "
                                   "more.")
            : PaymentStatement::tr("%1 was charged. It counts as paid and is not asked for again.");
    case Claim::NotCharged:
        return givesBack(attempt.kind)
            ? PaymentStatement::tr("%1 did not go back to the customer. It still counts as paid.")
            : PaymentStatement::tr("%1 was not charged and may be asked for again. Had it been "
                                   "charged all the same, the customer would pay twice.");
    case Claim::GivenBackByHand:
        return PaymentStatement::tr("%1 was given back without the device that charged it. It does "
                                    "not count as paid any more. Whoever may refund answers for "
                                    "this. Cash from the drawer is not booked by it.");
    }
    return {};
}

QString confirmationOf(Claim claim, const payments::PaymentAttempt& attempt)
{
    switch (claim) {
    case Claim::Charged:
        return givesBack(attempt.kind) ? PaymentStatement::tr("Yes, it was taken back")
                                       : PaymentStatement::tr("Yes, it was charged");
    case Claim::NotCharged:
        return givesBack(attempt.kind) ? PaymentStatement::tr("Yes, it was not taken back")
                                       : PaymentStatement::tr("Yes, it was not charged");
    case Claim::GivenBackByHand: return PaymentStatement::tr("Yes, it was given back");
    }
    return {};
}

}  // namespace

PaymentStatement::PaymentStatement(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_meaning(newLabel(TextLook::Plain, this))
    , m_receipt(new QLineEdit(this))
    , m_approval(new QLineEdit(this))
    , m_back(new ActionButton(theme, this))
    , m_confirm(new ActionButton(theme, this))
{
    m_meaning->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.size(Size::Space1), 0, 0);
    column->setSpacing(theme.size(Size::Space2));
    column->addWidget(m_meaning);
    auto* numbers = new QHBoxLayout;
    auto* buttons = new QHBoxLayout;
    numbers->setSpacing(theme.size(Size::Space2));
    buttons->setSpacing(theme.size(Size::Space2));
    for (QLineEdit* field : {m_receipt, m_approval}) {
        field->setMaxLength(kLongestNumber);
        numbers->addWidget(field, 1);
    }
    // Enter leads on and states nothing before the button for that has the focus.
    connect(m_receipt, &QLineEdit::returnPressed, this,
        [this] { m_approval->setFocus(Qt::OtherFocusReason); });
    connect(m_approval, &QLineEdit::returnPressed, this,
        [this] { m_confirm->setFocus(Qt::OtherFocusReason); });
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_confirm);
    column->addLayout(numbers);
    column->addLayout(buttons);
    m_back->setHint(QStringLiteral("Esc"));
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    connect(m_back, &QPushButton::clicked, this, &PaymentStatement::withdrawn);
    connect(m_confirm, &QPushButton::clicked, this, &PaymentStatement::confirm);
    hide();
}

void PaymentStatement::ask(
    Claim claim, const payments::PaymentAttempt& attempt, const text::MoneyFormat& money)
{
    m_claim = claim;
    m_meaning->setText(meaningOf(claim, attempt).arg(text::formatMoney(attempt.amount, money)));
    const std::pair<QLineEdit*, QString> numbers[]{
        {m_receipt, tr("Receipt number on the slip")}, {m_approval, tr("Approval number")}};
    for (const auto& [field, name] : numbers) {
        field->clear();
        field->setVisible(claim != Claim::NotCharged);
        field->setPlaceholderText(name);
        field->setAccessibleName(name);
    }
    m_back->setText(tr("Not sure yet"));
    m_confirm->setText(confirmationOf(claim, attempt));
    m_confirm->setEmphasis(
        claim == Claim::Charged ? ActionButton::Emphasis::Normal : ActionButton::Emphasis::Danger);
    show();
    QWidget* const first = claim == Claim::NotCharged ? static_cast<QWidget*>(m_back) : m_receipt;
    first->setFocus(Qt::OtherFocusReason);
}

void PaymentStatement::confirm()
{
    payments::PaymentEvidence read;
    read.receipt = m_receipt->text().trimmed().toStdString();
    read.approval = m_approval->text().trimmed().toStdString();
    Q_EMIT confirmed(m_claim, read);
}

void PaymentStatement::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    event->accept();
    Q_EMIT withdrawn();
}

}  // namespace bl::desktop
