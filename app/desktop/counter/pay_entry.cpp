#include "app/desktop/counter/pay_entry.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace bl::desktop {

namespace {

constexpr int kFieldWidth = 160;
constexpr int kCodeWidth = 280;
constexpr int kLongestAmount = 14;
constexpr int kLongestApproval = 20;
constexpr int kLongestCode = 32;

int longestOf(PayEntry::Kind kind)
{
    switch (kind) {
    case PayEntry::Kind::Approval:
    case PayEntry::Kind::TakenBack: return kLongestApproval;
    case PayEntry::Kind::Code: return kLongestCode;
    default: return kLongestAmount;
    }
}

QString captionOf(PayEntry::Kind kind)
{
    switch (kind) {
    case PayEntry::Kind::Card: return PayEntry::tr("Charge on the card");
    case PayEntry::Kind::CodeAmount: return PayEntry::tr("Charge by the customer's code");
    case PayEntry::Kind::Code: return PayEntry::tr("Scan the customer's code: %1");
    case PayEntry::Kind::Approval: return PayEntry::tr("Approval number");
    case PayEntry::Kind::TakenBack: return PayEntry::tr("Number of its slip");
    case PayEntry::Kind::Cash:
    case PayEntry::Kind::Nothing: break;
    }
    return PayEntry::tr("Cash received");
}

QString confirmationOf(PayEntry::Kind kind)
{
    switch (kind) {
    case PayEntry::Kind::Approval: return PayEntry::tr("Approved");
    case PayEntry::Kind::TakenBack: return PayEntry::tr("Taken back");
    case PayEntry::Kind::CodeAmount: return PayEntry::tr("Next");
    default: return PayEntry::tr("Charge");
    }
}

}  // namespace

PayEntry::PayEntry(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_caption(newLabel(TextLook::Plain, this))
    , m_prompt(newLabel(TextLook::Lead, this))
    , m_field(new QLineEdit(this))
    , m_confirm(new ActionButton(theme, this))
    , m_giveUp(new ActionButton(theme, this))
    , m_applied(newLabel(TextLook::Plain, this))
{
    setStyleProperty(*this, "look", QStringLiteral("row-active"));
    auto* row = new QHBoxLayout(this);
    const int gap = theme.size(Size::Space3);
    row->setContentsMargins(gap, 2, gap, 2);
    row->setSpacing(gap);
    setStyleProperty(*m_field, "look", QStringLiteral("amount"));
    m_field->setAlignment(Qt::AlignRight);
    m_prompt->setWordWrap(true);
    m_applied->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_applied->setMinimumWidth(theme.size(Size::Pay) + theme.size(Size::Space6));
    row->addWidget(m_caption);
    row->addWidget(m_prompt, 1);
    row->addStretch();
    row->addWidget(m_field);
    row->addWidget(m_confirm);
    row->addWidget(m_giveUp);
    row->addWidget(m_applied);
    connect(m_field, &QLineEdit::textChanged, this, &PayEntry::edited);
    connect(m_field, &QLineEdit::returnPressed, this, &PayEntry::confirmed);
    connect(m_confirm, &QPushButton::clicked, this, &PayEntry::confirmed);
    connect(m_giveUp, &QPushButton::clicked, this, &PayEntry::givenUp);
    retranslate();
}

void PayEntry::show(Kind kind)
{
    m_field->setVisible(kind != Kind::Nothing);
    m_field->setFixedWidth((kind == Kind::Code ? kCodeWidth : kFieldWidth) * m_theme.scale() / 100);
    m_confirm->setVisible(kind != Kind::Nothing && kind != Kind::Cash);
    m_confirm->setText(confirmationOf(kind));
    m_applied->setVisible(kind == Kind::Cash);
    m_caption->setText(captionOf(kind));
    m_field->setAccessibleName(
        kind == Kind::Code ? tr("Code on the customer's phone") : m_caption->text());
}

void PayEntry::ask(Kind kind, const QString& codeAmount)
{
    show(kind);
    if (kind == Kind::Code)
        m_caption->setText(captionOf(kind).arg(codeAmount));
    m_caption->show();
    m_prompt->hide();
    m_giveUp->hide();
}

void PayEntry::wait(Kind kind, const QString& prompt)
{
    show(kind);
    m_caption->hide();
    m_prompt->setText(prompt);
    m_prompt->show();
    m_giveUp->show();
}

void PayEntry::fill(Kind kind, const QString& text)
{
    m_field->setMaxLength(longestOf(kind));
    m_field->setText(text);
    m_field->selectAll();
    if (m_field->isVisibleTo(this))
        m_field->setFocus(Qt::OtherFocusReason);
}

QString PayEntry::approvalText(Kind kind)
{
    return kind == Kind::TakenBack
        ? tr("Take the payment back on the terminal, then type the number of its slip here")
        : tr("Type the amount on the terminal, then its approval number here");
}

void PayEntry::setApplied(const QString& amount)
{
    m_applied->setText(amount);
}

void PayEntry::retranslate()
{
    m_giveUp->setText(tr("Give up"));
}

}  // namespace bl::desktop
