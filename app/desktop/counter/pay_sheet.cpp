#include "app/desktop/counter/pay_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/quick_amounts.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kFieldWidth = 160;
constexpr int kTenderWidth = 110;
constexpr int kLongestAmount = 14;

}  // namespace

PaySheet::PaySheet(
    CounterPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_dueCaption(newLabel(TextLook::Muted, this))
    , m_due(new MoneyLabel(TextLook::Due, this))
    , m_cash(new ActionButton(theme, this))
    , m_quick(new QHBoxLayout)
    , m_changeCaption(newLabel(TextLook::Lead, this))
    , m_change(new MoneyLabel(TextLook::Total, this))
    , m_remaining(newLabel(TextLook::Muted, this))
{
    header()->addWidget(m_dueCaption, 0, Qt::AlignBottom);
    header()->addWidget(m_due);

    m_cash->setHint(QStringLiteral("F1"));
    m_cash->setCheckable(true);
    m_cash->setChecked(true);
    m_cash->setMinimumWidth(kTenderWidth * theme.scale() / 100);
    auto* tenders = new QHBoxLayout;
    tenders->addWidget(m_cash);
    tenders->addStretch(1);
    body()->addLayout(tenders);
    body()->addWidget(newCashRow());

    auto* sums = new QHBoxLayout;
    sums->setSpacing(theme.size(Size::Space2));
    m_quick->setSpacing(theme.size(Size::Space2));
    sums->addLayout(m_quick);
    sums->addStretch(1);
    sums->addWidget(m_changeCaption);
    m_change->setTone(Tone::Success);
    sums->addWidget(m_change);
    body()->addLayout(sums);

    addBack();
    footer()->addStretch(1);
    footer()->addWidget(m_remaining);
    m_finish = addPrimary();

    connect(m_cash, &QPushButton::clicked, this, &PaySheet::takeCash);
    connect(m_amount, &QLineEdit::textChanged, this, [this] { showChange(); });
    connect(m_amount, &QLineEdit::returnPressed, this, &PaySheet::finish);
    connect(m_finish, &QPushButton::clicked, this, &PaySheet::finish);
    connect(&presenter, &CounterPresenter::cartChanged, this, [this](const Cart& cart) {
        // A price that arrives late changes what is due, also while the sheet is open.
        if (isOpen() && cart.total != m_dueAmount)
            setDue(cart.total);
    });
    connect(&presenter, &CounterPresenter::sold, this, &Sheet::dismiss);
    connect(&presenter, &CounterPresenter::shiftNeeded, this, &Sheet::dismiss);
    retranslate();
}

QWidget* PaySheet::newCashRow()
{
    auto* frame = new QFrame(this);
    setStyleProperty(*frame, "look", QStringLiteral("row-active"));
    auto* row = new QHBoxLayout(frame);
    const int gap = theme().size(Size::Space3);
    row->setContentsMargins(gap, 2, gap, 2);
    row->setSpacing(gap);
    m_cashCaption = newLabel(TextLook::Plain, frame);
    m_amount = new QLineEdit(frame);
    setStyleProperty(*m_amount, "look", QStringLiteral("amount"));
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setMaxLength(kLongestAmount);
    m_amount->setFixedWidth(kFieldWidth * theme().scale() / 100);
    m_applied = newLabel(TextLook::Plain, frame);
    m_applied->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_applied->setMinimumWidth(theme().size(Size::Pay) + theme().size(Size::Space6));
    row->addWidget(m_cashCaption);
    row->addStretch(1);
    row->addWidget(m_amount);
    row->addWidget(m_applied);
    return frame;
}

void PaySheet::open(Money due)
{
    // F9 twice: the sheet is there already, with what was typed.
    if (isOpen())
        return;
    setDue(due);
    openAt(m_amount);
    m_amount->selectAll();
}

void PaySheet::setDue(Money due)
{
    m_dueAmount = due;
    m_amount->setText(amountText(due));
    showQuickAmounts();
    retranslate();
    m_amount->selectAll();
}

void PaySheet::showQuickAmounts()
{
    for (ActionButton* button : m_quickButtons)
        button->deleteLater();
    m_quickButtons.clear();
    if (!m_presenter.site())
        return;
    for (const Money amount : quickAmounts(m_dueAmount, m_presenter.site()->currency)) {
        auto* button = new ActionButton(theme(), this);
        button->setText(text::formatMoney(amount, money()));
        button->setAccessibleName(button->text());
        m_quick->addWidget(button);
        m_quickButtons << button;
        connect(button, &QPushButton::clicked, this, [this, amount] {
            m_amount->setText(amountText(amount));
            m_amount->setFocus(Qt::OtherFocusReason);
        });
    }
}

void PaySheet::showChange()
{
    clearError();
    const Currency currency = money().currency;
    QString typed = m_amount->text().trimmed();
    typed.replace(QLatin1Char(','), QLatin1Char('.'));
    const auto received = parseMoney(typed.toStdString(), currency);
    const Money given = received ? *received : Money{};
    const Money applied = std::clamp(given, std::min(Money{}, m_dueAmount), m_dueAmount);
    m_applied->setText(text::formatAmount(applied, currency, QLocale()));
    m_change->setAmount(std::max(given - m_dueAmount, Money{}), money());
    const Money remaining = m_dueAmount - applied;
    m_remaining->setText(
        tr("Remaining %1").arg(text::formatAmount(remaining, currency, QLocale())));
    setStyleProperty(
        *m_remaining, "tone", remaining.isZero() ? QString() : toneName(Tone::Warning));
}

QString PaySheet::amountText(Money amount) const
{
    return QString::fromStdString(plainMoney(amount, money().currency));
}

text::MoneyFormat PaySheet::money() const
{
    return {m_presenter.site() ? m_presenter.site()->currency : Currency{"CNY", 2}, QLocale()};
}

void PaySheet::finish()
{
    clearError();
    m_presenter.pay(m_amount->text());
}

void PaySheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1) {
        event->accept();
        takeCash();
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void PaySheet::takeCash()
{
    // There is one way to pay so far; the choice cannot be taken back.
    m_cash->setChecked(true);
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void PaySheet::retranslate()
{
    setTitle(tr("Pay"));
    m_dueCaption->setText(tr("Due"));
    m_due->setAmount(m_dueAmount, money());
    m_cash->setText(tr("Cash"));
    m_cash->setAccessibleName(m_cash->text());
    m_cashCaption->setText(tr("Cash received"));
    m_amount->setAccessibleName(m_cashCaption->text());
    m_changeCaption->setText(tr("Change"));
    m_finish->setText(tr("Finish and print"));
    m_finish->setAccessibleName(m_finish->text());
    showChange();
}

}  // namespace bl::desktop
