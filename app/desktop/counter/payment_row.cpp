#include "app/desktop/counter/payment_row.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/tender_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

using payments::PaymentKind;
using payments::PaymentState;

QString stateText(const payments::PaymentAttempt& attempt)
{
    const bool back = attempt.kind == PaymentKind::Reversal;
    switch (attempt.state) {
    case PaymentState::Approved: return PaymentRow::tr("✓ Paid");
    case PaymentState::Unknown:
        return back ? PaymentRow::tr("Nobody knows yet whether it was taken back")
                    : PaymentRow::tr("Nobody knows yet whether it was charged");
    case PaymentState::Declined: return PaymentRow::tr("Declined");
    case PaymentState::Aborted: return PaymentRow::tr("Not carried out");
    case PaymentState::Created:
    case PaymentState::Sent:
    case PaymentState::Interacting:
        return back ? PaymentRow::tr("Is being taken back …") : PaymentRow::tr("Under way …");
    }
    return {};
}

}  // namespace

QString paymentDetails(const payments::PaymentAttempt& attempt)
{
    const auto& said = attempt.evidence;
    QStringList parts;
    QString card = QString::fromStdString(said.cardName);
    if (!said.card.empty())
        card +=
            (card.isEmpty() ? QString() : QStringLiteral(" ")) + QString::fromStdString(said.card);
    for (const QString& part :
        {card, QString::fromStdString(said.receipt), QString::fromStdString(said.approval)}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(" · "));
}

PaymentRow::PaymentRow(const payments::PaymentAttempt& attempt, const text::MoneyFormat& money,
    PaymentRows::Choices choices, const Theme& theme, QWidget* parent, const QString& when)
    : QFrame(parent)
{
    setStyleProperty(*this, "look", QStringLiteral("row"));
    const int gap = theme.size(Size::Space3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, theme.size(Size::Space2), gap, theme.size(Size::Space2));
    column->setSpacing(theme.size(Size::Space1));
    auto* row = new QHBoxLayout;
    row->setSpacing(gap);
    column->addLayout(row);
    row->addWidget(newLabel(TextLook::Plain, this, text::tenderName(attempt.tender)));
    QStringList details{when, paymentDetails(attempt)};
    details.removeAll(QString());
    if (!details.isEmpty())
        row->addWidget(newLabel(TextLook::Muted, this, details.join(QStringLiteral(" · "))));
    row->addStretch(1);
    const bool unknown = attempt.state == PaymentState::Unknown;
    auto* state = newLabel(TextLook::Plain, this, stateText(attempt));
    setStyleProperty(*state, "tone",
        toneName(unknown                                  ? Tone::Warning
                : attempt.state == PaymentState::Approved ? Tone::Success
                                                          : Tone::Neutral));
    row->addWidget(state);
    auto* amount = newLabel(
        TextLook::Plain, this, text::formatAmount(attempt.amount, money.currency, money.locale));
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    amount->setMinimumWidth(theme.size(Size::Pay) + theme.size(Size::Space6));
    row->addWidget(amount);
    if (choices == PaymentRows::Choices::None)
        return;
    if (attempt.state == PaymentState::Approved) {
        connect(addChoice(*row, theme, tr("Take back")), &QPushButton::clicked, this,
            &PaymentRow::takeBackRequested);
    } else if (unknown) {
        auto* answers = new QHBoxLayout;
        answers->setSpacing(theme.size(Size::Space2));
        column->addLayout(answers);
        const bool card = attempt.tender == payments::kCardTender;
        auto* hint = newLabel(TextLook::Small, this,
            card ? tr("Ask the terminal, or look at its display and slip and say what happened.")
                 : tr("Ask the payment service, or look at the customer's phone and say what "
                      "happened."));
        hint->setWordWrap(true);
        answers->addWidget(hint, 1);
        connect(addChoice(*answers, theme, card ? tr("Ask the terminal") : tr("Ask again")),
            &QPushButton::clicked, this, &PaymentRow::askRequested);
        const bool back = attempt.kind == PaymentKind::Reversal;
        connect(addChoice(*answers, theme, back ? tr("It was taken back") : tr("It was charged")),
            &QPushButton::clicked, this,
            [this] { Q_EMIT decided(services::PaymentVerdict::Charged); });
        connect(addChoice(*answers, theme, back ? tr("It was not") : tr("It was not charged")),
            &QPushButton::clicked, this,
            [this] { Q_EMIT decided(services::PaymentVerdict::NotCharged); });
    }
}

ActionButton* PaymentRow::addChoice(QHBoxLayout& row, const Theme& theme, const QString& text)
{
    auto* button = new ActionButton(theme, this);
    button->setText(text);
    row.addWidget(button);
    return button;
}

}  // namespace bl::desktop
