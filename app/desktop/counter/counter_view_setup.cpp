#include "app/desktop/actions.h"
#include "app/desktop/counter/cart_model.h"
#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/counter_sheets.h"
#include "app/desktop/counter/counter_view.h"
#include "app/desktop/counter/member_panel.h"
#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/quick_keys.h"
#include "app/desktop/counter/quick_keys_presenter.h"
#include "app/desktop/devices/device_words.h"
#include "app/desktop/payments/open_payments.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/search_field.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/sentence.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

/// The counter's screen: its parts, and what they are connected to.
namespace bl::desktop {

namespace {

constexpr int kCartWidths[]{48, 0, 110, 84, 190, 120};
constexpr int kActionShare = 3;
constexpr int kPayShare = 5;

}  // namespace

QWidget* CounterView::newCart()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFlush();
    m_table = new TableView(m_theme, TableView::Density::Counter, panel);
    m_table->setModel(m_cart);
    // The scan field keeps the focus; it hands the arrow keys on.
    m_table->setFocusPolicy(Qt::NoFocus);
    for (int column = 0; column < CartModel::Count_; ++column)
        m_table->setColumnWidth(column, kCartWidths[column] * m_theme.scale() / 100);
    m_table->horizontalHeader()->setSectionResizeMode(CartModel::Product, QHeaderView::Stretch);
    m_empty = new EmptyState(m_theme, Icon::Scan, panel);
    panel->column()->addWidget(m_table, 1);
    panel->column()->addWidget(m_empty, 1);
    m_table->hide();
    return panel;
}

QWidget* CounterView::newTotals()
{
    auto* panel = new Panel(m_theme, this);
    const int wide = m_theme.size(Size::Space4);
    const int narrow = m_theme.size(Size::Space2);
    panel->column()->setContentsMargins(wide, narrow, wide, narrow);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.size(Size::Space6));
    m_items = newLabel(TextLook::Muted, panel);
    m_totalCaption = newLabel(TextLook::Lead, panel);
    m_total = new MoneyLabel(TextLook::Total, panel);
    row->addWidget(m_items);
    row->addStretch(1);
    row->addWidget(m_totalCaption);
    row->addWidget(m_total);
    panel->column()->addLayout(row);
    return panel;
}

QHBoxLayout* CounterView::newActions()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.size(Size::Space2));
    for (const ActionId id : {ActionId::Product, ActionId::Member, ActionId::Quantity,
             ActionId::Park, ActionId::Recall, ActionId::More, ActionId::Lock})
        row->addWidget(new ActionButton(m_theme, m_actions.action(id), this), kActionShare);
    row->addWidget(new PrimaryButton(m_theme, m_actions.action(ActionId::Pay), this), kPayShare);
    return row;
}

void CounterView::connectPresenter()
{
    CounterPresenter& counter = m_presenters.counter;
    connect(&counter, &CounterPresenter::cartChanged, this, &CounterView::showCart);
    connect(&counter, &CounterPresenter::memberChanged, m_memberPanel, &MemberPanel::setMember);
    connect(&counter, &CounterPresenter::restored, this, [this] {
        // The currency is known from now on.
        retranslate();
        m_scan->reset();
        setFocus(Qt::OtherFocusReason);
    });
    connect(&counter, &CounterPresenter::searchAnswered, this, &CounterView::showResults);
    connect(
        &counter, &CounterPresenter::measureNeeded, this, [this](const catalog::Product& product) {
            m_scan->reset();
            m_sheets->measure(product);
        });
    connect(&counter, &CounterPresenter::scanned, this, [this] {
        m_lastSale.reset();
        m_banner->clear();
        showTotals();
    });
    connect(&counter, &CounterPresenter::failed, this, &CounterView::fail);
    connect(&counter, &CounterPresenter::payReady, m_sheets, &CounterSheets::pay);
    connect(&counter, &CounterPresenter::paymentCodeScanned, this, [this](const QString& code) {
        if (m_presenters.pay.hasGateway())
            m_presenters.counter.requestPay(code);
        else
            fail(deviceError(
                DeviceFault::NotConfigured, roleWord(DeviceRole::PaymentGateway).toStdString()));
    });
    connect(&m_presenters.openPayments, &OpenPayments::listed, this, &CounterView::sayUnsettled);
    connect(&m_presenters.openPayments, &OpenPayments::changed, this, &CounterView::sayUnsettled);
    connect(m_payments, &Banner::actionTriggered, this,
        [this] { m_sheets->openPayments(OpenPaymentsSheet::Next::Nothing); });
    connect(m_payments, &Banner::dismissed, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(&counter, &CounterPresenter::sold, this, [this](const SaleSummary& sale) {
        m_lastSale = sale;
        m_banner->clear();
        showTotals();
    });
    connect(&counter, &CounterPresenter::printingFailed, this,
        [this](const Error& error) { m_printingError = error; });
    connect(
        &counter, &CounterPresenter::notPrintedChanged, this, [this](const QStringList& titles) {
            m_notPrinted = titles;
            sayNotPrinted();
        });
    connect(&counter, &CounterPresenter::parkedCountChanged, this, [this](int count) {
        m_parked = count;
        retranslate();
    });
    connect(m_prints, &Banner::actionTriggered, this, [this] {
        m_presenters.counter.printAgain();
        setFocus(Qt::OtherFocusReason);
    });
    connect(m_prints, &Banner::dismissed, this, [this] {
        m_presenters.counter.dropPrints();
        setFocus(Qt::OtherFocusReason);
    });
    connect(m_banner, &Banner::dismissed, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(&m_presenters.members, &MemberPresenter::failed, this, &CounterView::fail);
    connect(&m_presenters.quickKeys, &QuickKeysPresenter::failed, this, &CounterView::fail);

    connect(m_scan, &SearchField::queryChanged, &counter, &CounterPresenter::search);
    connect(m_scan, &SearchField::submitted, this, [this](const QString& text) {
        m_scan->reset();
        m_presenters.counter.scan(text);
    });
    connect(m_scan, &SearchField::resultChosen, this, &CounterView::choose);
    connect(
        m_memberPanel, &MemberPanel::removeRequested, &counter, &CounterPresenter::removeMember);
    connect(m_quickKeys, &QuickKeys::chosen, this, [this](const catalog::Product& product) {
        const QString multiplier = m_scan->text();
        m_scan->reset();
        m_presenters.counter.choose(
            product, multiplier.endsWith(QLatin1Char('*')) ? multiplier : QString());
        if (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget()))
            setFocus(Qt::OtherFocusReason);
    });
}

void CounterView::connectActions()
{
    const auto on = [this](ActionId id, auto&& act) {
        connect(m_actions.offer(id, *this), &QAction::triggered, this, [this, act] {
            // A press on a button of a screen that was left a moment ago.
            if (isVisible())
                act();
        });
    };
    on(ActionId::Product, [this] {
        setFocus(Qt::OtherFocusReason);
        m_scan->selectAll();
    });
    on(ActionId::Member, [this] { m_sheets->member(); });
    on(ActionId::Quantity, [this] {
        const int row = selectedRow();
        if (row >= 0)
            m_sheets->quantity(
                static_cast<std::size_t>(row), m_cart->lines()[static_cast<std::size_t>(row)].item);
        else
            fail(Error{ErrorCode::EmptyTicket, {}});
    });
    on(ActionId::Park, [this] {
        if (m_cart->lines().empty())
            fail(Error{ErrorCode::EmptyTicket, {}});
        else
            m_sheets->park();
    });
    on(ActionId::Recall, [this] { m_sheets->recall(); });
    on(ActionId::More, [this] { m_sheets->more(); });
    on(ActionId::BackOffice, [this] { Q_EMIT officeRequested(); });
    on(ActionId::Pay, [this] { m_presenters.counter.requestPay(); });
    on(ActionId::Lock, [this] { Q_EMIT lockRequested(); });
    connect(m_sheets, &CounterSheets::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_sheets, &CounterSheets::weightWanted, this, &CounterView::weightWanted);
    connect(m_sheets, &CounterSheets::shiftRequested, this, &CounterView::shiftRequested);
    connect(m_sheets, &CounterSheets::shiftCloseRequested, this, &CounterView::shiftCloseRequested);
    connect(
        m_sheets, &CounterSheets::preferencesRequested, this, &CounterView::preferencesRequested);
    connect(m_sheets, &CounterSheets::settingsRequested, this, &CounterView::settingsRequested);
    connect(m_sheets, &CounterSheets::officeRequested, this, &CounterView::officeRequested);
}

}  // namespace bl::desktop
