#include "app/desktop/counter/pay_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/payment_rows.h"
#include "app/desktop/counter/quick_amounts.h"
#include "app/desktop/counter/terminal_chooser.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/tender_text.h"
#include "core/payments/payment_code.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kTenderWidth = 110;

using Kind = PayEntry::Kind;

}  // namespace

PaySheet::PaySheet(CounterPresenter& counter, PayPresenter& presenter, const Theme& theme,
    ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_dueCaption(newLabel(TextLook::Muted, this))
    , m_due(new MoneyLabel(TextLook::Due, this))
    , m_cash(new ActionButton(theme, this))
    , m_code(new ActionButton(theme, this))
    , m_card(new ActionButton(theme, this))
    , m_terminals(new TerminalChooser(theme, this))
    , m_rows(new PaymentRows(theme, this))
    , m_entry(new PayEntry(theme, this))
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
    m_code->setHint(QStringLiteral("F3"));
    m_card->setHint(QStringLiteral("F4"));
    for (ActionButton* tender : {m_cash, m_code, m_card}) {
        tender->setCheckable(true);
        tender->setMinimumWidth(kTenderWidth * theme.scale() / 100);
        tenders->addWidget(tender);
    }
    tenders->addWidget(m_terminals);
    tenders->addStretch(1);
    body()->addLayout(tenders);
    body()->addWidget(m_rows);
    body()->addWidget(m_entry);

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
    connect(m_cash, &QPushButton::clicked, this, [this] { choose(Kind::Cash); });
    connect(m_code, &QPushButton::clicked, this, [this] { choose(Kind::CodeAmount); });
    connect(m_card, &QPushButton::clicked, this, [this] { choose(Kind::Card); });
    connect(m_terminals, &TerminalChooser::chosen, this, [this](const std::string& slot) {
        m_presenter.chooseTerminal(slot);
        field()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_entry, &PayEntry::edited, this, &PaySheet::showSums);
    // What went wrong stays in sight until the cashier goes on.
    connect(field(), &QLineEdit::textEdited, this, &PaySheet::clearError);
    connect(m_entry, &PayEntry::confirmed, this, &PaySheet::confirm);
    connect(m_entry, &PayEntry::givenUp, &m_presenter, &PayPresenter::abort);
    connect(m_rows, &PaymentRows::takeBackRequested, this,
        [this](const payments::PaymentAttempt& attempt) {
            clearError();
            m_presenter.takeBack(attempt);
        });
    connect(m_rows, &PaymentRows::askRequested, this, [this] {
        clearError();
        m_presenter.ask();
    });
    connect(m_rows, &PaymentRows::decided, this,
        [this](const payments::PaymentAttempt&, services::PaymentVerdict verdict,
            const payments::PaymentEvidence& read) {
            clearError();
            m_presenter.decide(verdict, read);
        });
    connect(m_rows, &PaymentRows::givenBackByHand, this,
        [this](const payments::PaymentAttempt& attempt, const payments::PaymentEvidence& read) {
            clearError();
            m_presenter.giveBackByHand(attempt, read);
        });
    connect(m_rows, &PaymentRows::storeRequested, this, [this] {
        clearError();
        m_presenter.storeNow();
    });
    connect(m_finish, &QPushButton::clicked, this, [this] {
        clearError();
        m_presenter.finish(field()->text());
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

void PaySheet::open(Money due, const QString& code)
{
    // F9 twice: the sheet is there already, with what was typed.
    if (isOpen())
        return;
    m_chosen = code.isEmpty() ? Kind::Cash : Kind::Code;
    m_shown = Kind::Nothing;
    m_codeAmount.reset();
    m_presenter.open(due);
    openAt(field());
    refresh();
    if (!code.isEmpty() && entry() == Kind::Code)
        m_entry->fill(Kind::Code, code);
    field()->selectAll();
}

void PaySheet::hideEvent(QHideEvent* event)
{
    CounterSheet::hideEvent(event);
    // A window that is only minimised keeps its sheet.
    if (!event->spontaneous())
        m_presenter.close();
}

PayEntry::Kind PaySheet::entry() const
{
    if (m_presenter.isBusy())
        return !m_presenter.asksForApproval() ? Kind::Nothing
            : m_presenter.isTakingBack()      ? Kind::TakenBack
                                              : Kind::Approval;
    if (m_presenter.paid().unsettled)
        return Kind::Nothing;
    const bool byCode = m_chosen == Kind::CodeAmount || m_chosen == Kind::Code;
    return (byCode ? m_presenter.hasGateway() : m_presenter.hasTerminal()) ? m_chosen : Kind::Cash;
}

void PaySheet::choose(Kind entry)
{
    m_chosen = entry;
    m_codeAmount.reset();
    clearError();
    refresh();
    field()->setFocus(Qt::OtherFocusReason);
    field()->selectAll();
}

void PaySheet::refresh()
{
    if (m_presenter.isBusy()) {
        // The next code pays the rest, unless another part is entered.
        m_codeAmount.reset();
        m_chosen = m_chosen == Kind::Code ? Kind::CodeAmount : m_chosen;
    }
    m_rows->setPayments(m_presenter.items(),
        m_presenter.isBusy() ? PaymentRows::Choices::None : PaymentRows::Choices::Offered, money());
    showEntry();
    m_due->setAmount(m_presenter.due(), money());
    const Money remaining = m_presenter.remaining();
    if (m_shown != entry() || m_shownRemaining != remaining) {
        m_shown = entry();
        m_shownRemaining = remaining;
        fillEntry();
    }
    showQuickAmounts();
    showSums();
}

void PaySheet::showEntry()
{
    const Kind now = entry();
    const bool busy = m_presenter.isBusy();
    const bool nothingLeft = m_presenter.remaining() <= Money{} && !m_presenter.due().isZero();
    m_entry->setVisible(busy || (now != Kind::Nothing && !nothingLeft));
    m_cash->setChecked(now == Kind::Cash);
    m_code->setChecked(now == Kind::CodeAmount || now == Kind::Code);
    m_card->setChecked(now == Kind::Card || now == Kind::Approval || now == Kind::TakenBack);
    m_code->setVisible(m_presenter.hasGateway());
    m_card->setVisible(m_presenter.hasTerminal());
    for (ActionButton* tender : {m_cash, m_code, m_card})
        tender->setEnabled(!busy && now != Kind::Nothing);
    m_terminals->setTerminals(m_presenter.terminals(), m_presenter.terminal());
    m_terminals->setVisible(now == Kind::Card && m_terminals->hasChoice());
    if (busy)
        m_entry->wait(now, waitingText());
    else
        m_entry->ask(now, text::formatMoney(codeAmount(), money()));
    m_back->setEnabled(!busy);
}

QString PaySheet::waitingText() const
{
    if (!m_presenter.prompt().isEmpty())
        return m_presenter.prompt();
    if (m_presenter.asksForApproval())
        return PayEntry::approvalText(entry());
    const auto& unsettled = m_presenter.paid().unsettled;
    return !unsettled || unsettled->tender == payments::kCardTender
        ? tr("Follow the terminal …")
        : tr("The customer may have to confirm on the phone …");
}

void PaySheet::fillEntry()
{
    const bool isAmount =
        m_shown == Kind::Cash || m_shown == Kind::Card || m_shown == Kind::CodeAmount;
    m_entry->fill(m_shown,
        isAmount
            ? amountText(std::max(m_presenter.remaining(), std::min(Money{}, m_presenter.due())))
            : QString());
    if (!field()->isVisibleTo(this))
        m_finish->setFocus(Qt::OtherFocusReason);
}

void PaySheet::showQuickAmounts()
{
    for (ActionButton* button : m_quickButtons) {
        button->hide();
        button->deleteLater();
    }
    m_quickButtons.clear();
    if (!m_presenter.site() || entry() != Kind::Cash || !m_entry->isVisibleTo(this))
        return;
    for (const Money amount : quickAmounts(m_presenter.remaining(), m_presenter.site()->currency)) {
        auto* button = new ActionButton(theme(), this);
        button->setText(text::formatMoney(amount, money()));
        m_quick->addWidget(button);
        m_quickButtons << button;
        connect(button, &QPushButton::clicked, this, [this, amount] {
            clearError();
            field()->setText(amountText(amount));
            field()->setFocus(Qt::OtherFocusReason);
        });
    }
}

void PaySheet::showSums()
{
    const Currency currency = money().currency;
    const Money open = m_presenter.remaining();
    const bool cash = entry() == Kind::Cash;
    const auto received = readAmount(field()->text(), currency);
    const Money given = cash && received ? *received : Money{};
    const Money applied = std::clamp(given, std::min(Money{}, open), std::max(Money{}, open));
    m_entry->setApplied(text::formatAmount(applied, currency, QLocale()));
    m_change->setAmount(std::max(given - std::max(open, Money{}), Money{}), money());
    m_change->setVisible(cash);
    m_changeCaption->setVisible(cash);
    const Money remaining = open - applied;
    m_remaining->setText(
        tr("Remaining %1").arg(text::formatAmount(remaining, currency, QLocale())));
    setStyleProperty(
        *m_remaining, "tone", remaining.isZero() ? QString() : toneName(Tone::Warning));
    // What is entered for a card or a code is no cash.
    const bool nothingLeft = !m_entry->isVisibleTo(this);
    m_finish->setEnabled(
        !m_presenter.isBusy() && !m_presenter.paid().unsettled && (cash || nothingLeft));
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
    case Kind::Cash: m_presenter.finish(field()->text()); break;
    case Kind::Card: m_presenter.charge(field()->text()); break;
    case Kind::Approval:
    case Kind::TakenBack: m_presenter.enterApproval(field()->text()); break;
    case Kind::CodeAmount: {
        const auto amount = m_presenter.chargeable(field()->text());
        if (!amount) {
            fail(amount.error(), money());
            break;
        }
        m_chosen = Kind::Code;
        m_codeAmount = *amount;
        refresh();
        break;
    }
    case Kind::Code: m_presenter.chargeCode(field()->text(), codeAmount()); break;
    case Kind::Nothing: break;
    }
}

Money PaySheet::codeAmount() const
{
    return std::min(m_codeAmount.value_or(m_presenter.remaining()), m_presenter.remaining());
}

bool PaySheet::take(const DeviceEvent& event)
{
    const auto* scan = std::get_if<CodeScanned>(&event);
    const Kind now = entry();
    if (!scan || m_presenter.isBusy() || now == Kind::Nothing || !m_entry->isVisibleTo(this))
        return false;
    const bool isCode = payments::walletOf(scan->code).has_value();
    // Something else is no wish to pay, unless one was asked for.
    if (!isCode && now != Kind::Code && now != Kind::CodeAmount)
        return false;
    clearError();
    if (now == Kind::CodeAmount) {
        const auto amount = m_presenter.chargeable(field()->text());
        if (!amount) {
            fail(amount.error(), money());
            return true;
        }
        m_codeAmount = *amount;
    } else if (now == Kind::Cash) {
        m_codeAmount = m_presenter.besideCash(field()->text());
    }
    m_presenter.chargeCode(QString::fromStdString(scan->code), codeAmount());
    return true;
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
    const std::pair<int, ActionButton*> tenders[]{
        {Qt::Key_F1, m_cash}, {Qt::Key_F3, m_code}, {Qt::Key_F4, m_card}};
    for (const auto& [key, tender] : tenders) {
        if (event->key() == key && tender->isVisible() && tender->isEnabled()) {
            event->accept();
            tender->click();
            return;
        }
    }
    CounterSheet::keyPressEvent(event);
}

void PaySheet::retranslate()
{
    setTitle(tr("Pay"));
    m_dueCaption->setText(tr("Due"));
    m_cash->setText(text::tenderName("cash"));
    m_code->setText(tr("Scan code"));
    m_card->setText(text::tenderName("card"));
    m_terminals->retranslate();
    m_entry->retranslate();
    m_changeCaption->setText(tr("Change"));
    m_finish->setText(tr("Finish and print"));
    refresh();
}

}  // namespace bl::desktop
