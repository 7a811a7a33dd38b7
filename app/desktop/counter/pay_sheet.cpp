#include "app/desktop/counter/pay_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/payment_row.h"
#include "app/desktop/counter/quick_amounts.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/tender_text.h"

#include <QFrame>
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
constexpr int kLongestApproval = 20;

}  // namespace

PaySheet::PaySheet(CounterPresenter& counter, PayPresenter& presenter, const Theme& theme,
    ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_dueCaption(newLabel(TextLook::Muted, this))
    , m_due(new MoneyLabel(TextLook::Due, this))
    , m_cash(new ActionButton(theme, this))
    , m_card(new ActionButton(theme, this))
    , m_rows(new QVBoxLayout)
    , m_quick(new QHBoxLayout)
    , m_changeCaption(newLabel(TextLook::Lead, this))
    , m_change(new MoneyLabel(TextLook::Total, this))
    , m_remaining(newLabel(TextLook::Muted, this))
{
    header()->addWidget(m_dueCaption, 0, Qt::AlignBottom);
    header()->addWidget(m_due);

    auto* tenders = new QHBoxLayout;
    tenders->setSpacing(theme.size(Size::Space2));
    m_cash->setHint(QStringLiteral("F1"));
    m_card->setHint(QStringLiteral("F4"));
    for (ActionButton* tender : {m_cash, m_card}) {
        tender->setCheckable(true);
        tender->setMinimumWidth(kTenderWidth * theme.scale() / 100);
        tenders->addWidget(tender);
    }
    tenders->addStretch(1);
    body()->addLayout(tenders);
    m_rows->setSpacing(0);
    body()->addLayout(m_rows);
    body()->addWidget(newEntryRow());

    auto* sums = new QHBoxLayout;
    sums->setSpacing(theme.size(Size::Space2));
    m_quick->setSpacing(theme.size(Size::Space2));
    sums->addLayout(m_quick);
    sums->addStretch(1);
    sums->addWidget(m_changeCaption);
    m_change->setTone(Tone::Success);
    sums->addWidget(m_change);
    body()->addLayout(sums);

    m_back = addBack();
    footer()->addStretch(1);
    footer()->addWidget(m_remaining);
    m_finish = addPrimary();

    // Esc while a terminal works asks that to stop, and leaves the sheet only afterwards.
    disconnect(this, &Sheet::backRequested, this, nullptr);
    connect(this, &Sheet::backRequested, this, &PaySheet::leave);
    connect(m_cash, &QPushButton::clicked, this, [this] { choose(Entry::Cash); });
    connect(m_card, &QPushButton::clicked, this, [this] { choose(Entry::Card); });
    connect(m_amount, &QLineEdit::textChanged, this, [this] { showSums(); });
    connect(m_amount, &QLineEdit::returnPressed, this, &PaySheet::confirm);
    connect(m_charge, &QPushButton::clicked, this, &PaySheet::confirm);
    connect(m_giveUp, &QPushButton::clicked, &m_presenter, &PayPresenter::abort);
    connect(m_finish, &QPushButton::clicked, this, [this] {
        clearError();
        m_presenter.finish(m_amount->text());
    });
    connect(&m_presenter, &PayPresenter::changed, this, [this] {
        if (isOpen())
            refresh();
    });
    connect(&m_presenter, &PayPresenter::failed, this, [this](const Error& error) {
        if (isOpen())
            fail(error, money());
    });
    connect(&counter, &CounterPresenter::sold, this, &Sheet::dismiss);
    connect(&counter, &CounterPresenter::shiftNeeded, this, &Sheet::dismiss);
    retranslate();
}

QWidget* PaySheet::newEntryRow()
{
    m_entry = new QFrame(this);
    setStyleProperty(*m_entry, "look", QStringLiteral("row-active"));
    auto* row = new QHBoxLayout(m_entry);
    const int gap = theme().size(Size::Space3);
    row->setContentsMargins(gap, 2, gap, 2);
    row->setSpacing(gap);
    m_caption = newLabel(TextLook::Plain, m_entry);
    m_prompt = newLabel(TextLook::Lead, m_entry);
    m_amount = new QLineEdit(m_entry);
    setStyleProperty(*m_amount, "look", QStringLiteral("amount"));
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setFixedWidth(kFieldWidth * theme().scale() / 100);
    m_applied = newLabel(TextLook::Plain, m_entry);
    m_applied->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_applied->setMinimumWidth(theme().size(Size::Pay) + theme().size(Size::Space6));
    m_charge = new ActionButton(theme(), m_entry);
    m_giveUp = new ActionButton(theme(), m_entry);
    row->addWidget(m_caption);
    row->addWidget(m_prompt, 1);
    row->addWidget(m_amount);
    row->addWidget(m_charge);
    row->addWidget(m_giveUp);
    row->addWidget(m_applied);
    return m_entry;
}

void PaySheet::open(Money due)
{
    // F9 twice: the sheet is there already, with what was typed.
    if (isOpen())
        return;
    m_chosen = Entry::Cash;
    m_shown = Entry::Nothing;
    m_presenter.open(due);
    openAt(m_amount);
    refresh();
    m_amount->selectAll();
}

void PaySheet::hideEvent(QHideEvent* event)
{
    CounterSheet::hideEvent(event);
    m_presenter.close();
}

PaySheet::Entry PaySheet::entry() const
{
    if (m_presenter.isBusy())
        return m_presenter.asksForApproval() ? Entry::Approval : Entry::Nothing;
    if (m_presenter.paid().unsettled)
        return Entry::Nothing;
    return m_presenter.hasTerminal() ? m_chosen : Entry::Cash;
}

void PaySheet::choose(Entry entry)
{
    m_chosen = entry;
    clearError();
    refresh();
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void PaySheet::refresh()
{
    showRows();
    showEntry();
    m_due->setAmount(m_presenter.due(), money());
    const Money remaining = m_presenter.remaining();
    if (m_shown != entry() || m_shownRemaining != remaining) {
        m_shown = entry();
        m_shownRemaining = remaining;
        fillAmount();
    }
    showQuickAmounts();
    showSums();
}

void PaySheet::showRows()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    auto attempts = m_presenter.paid().charged;
    const auto& unsettled = m_presenter.paid().unsettled;
    if (unsettled)
        attempts.push_back(*unsettled);
    const auto choices =
        m_presenter.isBusy() ? PaymentRow::Choices::None : PaymentRow::Choices::Offered;
    for (const auto& attempt : attempts) {
        // What is under way is told by the entry row.
        if (unsettled && attempt.id == unsettled->id && m_presenter.isBusy())
            continue;
        auto* row = new PaymentRow(attempt, money(), choices, theme(), this);
        m_rows->addWidget(row);
        connect(row, &PaymentRow::takeBackRequested, &m_presenter,
            [this, attempt] { m_presenter.takeBack(attempt); });
        connect(row, &PaymentRow::askRequested, &m_presenter, &PayPresenter::ask);
        connect(row, &PaymentRow::decided, &m_presenter, &PayPresenter::decide);
    }
}

void PaySheet::showEntry()
{
    const Entry now = entry();
    const bool busy = m_presenter.isBusy();
    const bool nothingLeft = m_presenter.remaining() <= Money{} && !m_presenter.due().isZero();
    m_entry->setVisible(busy || (now != Entry::Nothing && !nothingLeft));
    m_cash->setChecked(now == Entry::Cash);
    m_card->setChecked(now != Entry::Cash);
    m_card->setVisible(m_presenter.hasTerminal());
    for (ActionButton* tender : {m_cash, m_card})
        tender->setEnabled(!busy && now != Entry::Nothing);
    m_amount->setVisible(now != Entry::Nothing);
    m_prompt->setVisible(busy);
    m_prompt->setText(!m_presenter.prompt().isEmpty() ? m_presenter.prompt()
            : now == Entry::Approval
            ? tr("Type the amount on the terminal, then its approval number here")
            : tr("Follow the terminal …"));
    m_charge->setVisible(now == Entry::Card || now == Entry::Approval);
    m_giveUp->setVisible(busy);
    m_applied->setVisible(now == Entry::Cash);
    m_caption->setVisible(!busy);
    m_caption->setText(now == Entry::Card ? tr("Charge on the card") : tr("Cash received"));
    m_charge->setText(now == Entry::Approval ? tr("Approved") : tr("Charge"));
    m_charge->setAccessibleName(m_charge->text());
    m_amount->setAccessibleName(now == Entry::Approval ? tr("Approval number") : m_caption->text());
    m_back->setEnabled(!busy);
}

void PaySheet::fillAmount()
{
    // Takes away what is selected, so that it belongs here and not where rows are shown anew.
    m_amount->setMaxLength(m_shown == Entry::Approval ? kLongestApproval : kLongestAmount);
    m_amount->setText(m_shown == Entry::Approval || m_shown == Entry::Nothing
            ? QString()
            : amountText(std::max(m_presenter.remaining(), std::min(Money{}, m_presenter.due()))));
    m_amount->selectAll();
    if (m_amount->isVisibleTo(this))
        m_amount->setFocus(Qt::OtherFocusReason);
    else
        m_finish->setFocus(Qt::OtherFocusReason);
}

void PaySheet::showQuickAmounts()
{
    for (ActionButton* button : m_quickButtons) {
        button->hide();
        button->deleteLater();
    }
    m_quickButtons.clear();
    if (!m_presenter.site() || entry() != Entry::Cash || !m_entry->isVisibleTo(this))
        return;
    for (const Money amount : quickAmounts(m_presenter.remaining(), m_presenter.site()->currency)) {
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

void PaySheet::showSums()
{
    clearError();
    const Currency currency = money().currency;
    const Money open = m_presenter.remaining();
    const bool cash = entry() == Entry::Cash;
    const auto received = readAmount(m_amount->text(), currency);
    const Money given = cash && received ? *received : Money{};
    const Money applied = std::clamp(given, std::min(Money{}, open), std::max(Money{}, open));
    m_applied->setText(text::formatAmount(applied, currency, QLocale()));
    m_change->setAmount(std::max(given - std::max(open, Money{}), Money{}), money());
    m_change->setVisible(cash);
    m_changeCaption->setVisible(cash);
    const Money remaining = open - applied;
    m_remaining->setText(
        tr("Remaining %1").arg(text::formatAmount(remaining, currency, QLocale())));
    setStyleProperty(
        *m_remaining, "tone", remaining.isZero() ? QString() : toneName(Tone::Warning));
    m_finish->setEnabled(!m_presenter.isBusy() && !m_presenter.paid().unsettled);
}

QString PaySheet::amountText(Money amount) const
{
    return QString::fromStdString(plainMoney(amount, money().currency));
}

text::MoneyFormat PaySheet::money() const
{
    return {m_presenter.site() ? m_presenter.site()->currency : Currency{"CNY", 2}, QLocale()};
}

void PaySheet::confirm()
{
    clearError();
    switch (entry()) {
    case Entry::Cash: m_presenter.finish(m_amount->text()); break;
    case Entry::Card: m_presenter.charge(m_amount->text()); break;
    case Entry::Approval: m_presenter.enterApproval(m_amount->text()); break;
    case Entry::Nothing: break;
    }
}

void PaySheet::leave()
{
    if (m_presenter.isBusy())
        m_presenter.abort();
    else
        dismiss();
}

void PaySheet::keyPressEvent(QKeyEvent* event)
{
    const bool card = event->key() == Qt::Key_F4 && m_card->isVisible() && m_card->isEnabled();
    if (card || (event->key() == Qt::Key_F1 && m_cash->isEnabled())) {
        event->accept();
        choose(card ? Entry::Card : Entry::Cash);
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void PaySheet::retranslate()
{
    setTitle(tr("Pay"));
    m_dueCaption->setText(tr("Due"));
    m_cash->setText(text::tenderName("cash"));
    m_card->setText(text::tenderName("card"));
    for (ActionButton* tender : {m_cash, m_card})
        tender->setAccessibleName(tender->text());
    m_giveUp->setText(tr("Give up"));
    m_giveUp->setAccessibleName(m_giveUp->text());
    m_changeCaption->setText(tr("Change"));
    m_finish->setText(tr("Finish and print"));
    m_finish->setAccessibleName(m_finish->text());
    refresh();
}

}  // namespace bl::desktop
