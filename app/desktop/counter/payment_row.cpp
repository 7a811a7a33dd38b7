#include "app/desktop/counter/payment_row.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/payment_text.h"
#include "app/text/tender_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

using payments::PaymentState;
using Claim = PaymentStatement::Claim;

QString stateText(const payments::PaymentAttempt& attempt)
{
    const bool back = givesBack(attempt.kind);
    switch (attempt.state) {
    case PaymentState::Approved:
        return back ? PaymentRow::tr("Taken back") : PaymentRow::tr("✓ Paid");
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

Tone stateTone(const PaymentItem& item)
{
    const auto state = item.attempt.state;
    if (state == PaymentState::Unknown || item.kept == PaymentItem::Kept::NotStored)
        return Tone::Warning;
    return state == PaymentState::Approved ? Tone::Success : Tone::Neutral;
}

/// `VISA 476173******0010 · 0042`: how people tell a payment from another.
QString paymentDetails(const PaymentItem& item)
{
    const auto& said = item.attempt.evidence;
    const QString card = QString::fromStdString(said.cardName + ' ' + said.card).trimmed();
    QStringList parts{item.when, card, QString::fromStdString(said.receipt),
        QString::fromStdString(said.approval)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString evidenceText(const payments::PaymentAttempt& attempt, const text::MoneyFormat& money)
{
    const auto lines = text::paymentEvidence(attempt, money);
    const bool card = attempt.tender == payments::kCardTender;
    if (lines.isEmpty())
        return card ? PaymentRow::tr("The terminal has said nothing about it.")
                    : PaymentRow::tr("The payment service has said nothing about it.");
    return (card ? PaymentRow::tr("The terminal said: %1")
                 : PaymentRow::tr("The payment service said: %1"))
        .arg(lines.join(QStringLiteral(" · ")));
}

}  // namespace

PaymentRow::PaymentRow(const PaymentItem& item, const text::MoneyFormat& money,
    PaymentRows::Choices choices, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_choices(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_choices))
    , m_statement(new PaymentStatement(theme, this))
{
    setStyleProperty(*this, "look", QStringLiteral("row"));
    const int gap = theme.size(Size::Space3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, theme.size(Size::Space2), gap, theme.size(Size::Space2));
    column->setSpacing(theme.size(Size::Space1));
    m_buttons->setContentsMargins({});
    m_buttons->setSpacing(theme.size(Size::Space2));
    auto* head = addHead(item, money);
    column->addWidget(m_choices);
    column->addWidget(m_statement);
    if (choices == PaymentRows::Choices::Offered)
        addChoices(*head, item, money);
    m_choices->setVisible(m_buttons->count() > 0);
    connect(m_statement, &PaymentStatement::withdrawn, this, [this] {
        m_statement->hide();
        m_choices->show();
    });
    connect(m_statement, &PaymentStatement::confirmed, this, &PaymentRow::take);
}

QHBoxLayout* PaymentRow::addHead(const PaymentItem& item, const text::MoneyFormat& money)
{
    const auto& attempt = item.attempt;
    auto* column = static_cast<QVBoxLayout*>(layout());
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.size(Size::Space3));
    column->addLayout(row);
    row->addWidget(newLabel(TextLook::Plain, this, text::tenderName(attempt.tender)));
    if (const QString details = paymentDetails(item); !details.isEmpty())
        row->addWidget(newLabel(TextLook::Muted, this, details));
    row->addStretch(1);
    const QString stands = stateText(attempt);
    auto* state = newLabel(TextLook::Plain, this,
        item.kept == PaymentItem::Kept::NotStored ? tr("%1 (not stored yet)").arg(stands) : stands);
    setStyleProperty(*state, "tone", toneName(stateTone(item)));
    row->addWidget(state);
    auto* amount = newLabel(
        TextLook::Plain, this, text::formatAmount(attempt.amount, money.currency, money.locale));
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    amount->setMinimumWidth(m_theme.size(Size::Pay) + m_theme.size(Size::Space6));
    row->addWidget(amount);
    if (attempt.state == PaymentState::Unknown) {
        auto* evidence = newLabel(TextLook::Plain, this, evidenceText(attempt, money));
        evidence->setWordWrap(true);
        column->addWidget(evidence);
    }
    return row;
}

void PaymentRow::addChoices(
    QHBoxLayout& head, const PaymentItem& item, const text::MoneyFormat& money)
{
    const auto& attempt = item.attempt;
    const auto addHint = [this](const QString& text) {
        auto* hint = newLabel(TextLook::Small, this, text);
        hint->setWordWrap(true);
        m_buttons->addWidget(hint, 1);
    };
    if (item.kept == PaymentItem::Kept::NotStored) {
        addHint(tr("It could not be stored, because the disk is full, say. It is tried again all "
                   "the time; nothing else is charged for this ticket meanwhile."));
        addChoice(*m_buttons, tr("Store it now"), [this] { Q_EMIT storeRequested(); });
    } else if (attempt.state == PaymentState::Approved) {
        addChoice(head, tr("Take back"), [this] { Q_EMIT takeBackRequested(); });
        if (item.wayBack == PaymentItem::WayBack::Hand) {
            addHint(tr("Its device could not take it back, or is not set up any more."));
            addChoice(*m_buttons, tr("Given back by hand"),
                stating(Claim::GivenBackByHand, attempt, money));
        }
    } else if (attempt.state == PaymentState::Unknown) {
        const bool card = attempt.tender == payments::kCardTender;
        addHint(card
                ? tr("Ask the terminal, or look at its display and slip and say what happened.")
                : tr("Ask the payment service, or look at the customer's phone and say what "
                     "happened."));
        addChoice(*m_buttons, card ? tr("Ask the terminal") : tr("Ask again"),
            [this] { Q_EMIT askRequested(); });
        addVerdicts(attempt, money);
    }
}

void PaymentRow::addVerdicts(
    const payments::PaymentAttempt& attempt, const text::MoneyFormat& money)
{
    const bool back = givesBack(attempt.kind);
    // Another amount is no payment of this: it can only be taken back where it was charged.
    const auto& named = attempt.evidence.amount;
    if (!named || *named == attempt.amount)
        addChoice(*m_buttons, back ? tr("It was taken back") : tr("It was charged"),
            stating(Claim::Charged, attempt, money));
    addChoice(*m_buttons, back ? tr("It was not") : tr("It was not charged"),
        stating(Claim::NotCharged, attempt, money));
}

void PaymentRow::addChoice(QHBoxLayout& row, const QString& text, std::function<void()> act)
{
    auto* button = new ActionButton(m_theme, this);
    button->setText(text);
    row.addWidget(button);
    connect(button, &QPushButton::clicked, this, std::move(act));
}

std::function<void()> PaymentRow::stating(
    Claim claim, const payments::PaymentAttempt& attempt, const text::MoneyFormat& money)
{
    return [this, claim, attempt, money] {
        m_choices->hide();
        m_statement->ask(claim, attempt, money);
    };
}

void PaymentRow::take(Claim claim, const payments::PaymentEvidence& read)
{
    m_statement->hide();
    m_choices->show();
    switch (claim) {
    case Claim::Charged: Q_EMIT decided(services::PaymentVerdict::Charged, read); break;
    case Claim::NotCharged: Q_EMIT decided(services::PaymentVerdict::NotCharged, read); break;
    case Claim::GivenBackByHand: Q_EMIT givenBackByHand(read); break;
    }
}

}  // namespace bl::desktop
