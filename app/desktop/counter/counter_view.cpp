#include "app/desktop/counter/counter_view.h"

#include "app/desktop/actions.h"
#include "app/desktop/counter/cart_model.h"
#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/counter_sheets.h"
#include "app/desktop/counter/member_card.h"
#include "app/desktop/counter/member_panel.h"
#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/counter/quick_keys.h"
#include "app/desktop/counter/quick_keys_presenter.h"
#include "app/desktop/counter/receipts_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/search_field.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/sentence.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kCartWidths[]{48, 0, 110, 84, 190, 120};
constexpr int kLeftShare = 9;
constexpr int kRightShare = 4;
constexpr int kActionShare = 3;
constexpr int kPayShare = 5;

}  // namespace

CounterView::CounterView(
    CounterPresenters presenters, const Theme& theme, ActionCollection& actions, QWidget* parent)
    : QWidget(parent)
    , m_presenters(presenters)
    , m_theme(theme)
    , m_actions(actions)
    , m_scan(new SearchField(theme, this))
    , m_resultModel(new QStandardItemModel(this))
    , m_banner(new Banner(theme, this))
    , m_cart(new CartModel(this))
    , m_sheets(new CounterSheets(presenters, theme, actions, *this))
{
    m_sheets->setParent(this);
    setFocusProxy(m_scan);
    m_scan->setResultModel(m_resultModel);
    m_scan->installEventFilter(this);

    const int space = theme.size(Size::Space3);
    auto* left = new QVBoxLayout;
    left->setSpacing(space);
    left->addWidget(m_scan);
    left->addWidget(m_banner);
    left->addWidget(newCart(), 1);
    left->addWidget(newTotals());
    left->addLayout(newActions());
    auto* right = new QVBoxLayout;
    right->setSpacing(space);
    m_memberPanel = new MemberPanel(theme, actions, this);
    m_quickKeys = new QuickKeys(presenters.quickKeys, theme, this);
    right->addWidget(m_memberPanel);
    right->addWidget(m_quickKeys, 1);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(theme.size(Size::Space4), space, theme.size(Size::Space4), space);
    columns->setSpacing(space);
    columns->addLayout(left, kLeftShare);
    columns->addLayout(right, kRightShare);

    connectPresenter();
    connectActions();
    retranslate();
}

CounterView::~CounterView() = default;

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
        if (m_bannerSubject == BannerSubject::Edit)
            m_banner->clear();
        showTotals();
    });
    connect(&counter, &CounterPresenter::failed, this, &CounterView::fail);
    connect(&counter, &CounterPresenter::payReady, m_sheets, &CounterSheets::pay);
    connect(&counter, &CounterPresenter::sold, this, [this](const SaleSummary& sale) {
        m_lastSale = sale;
        m_banner->clear();
        showTotals();
    });
    connect(&counter, &CounterPresenter::printingFailed, this, [this](const Error& error) {
        m_bannerSubject = BannerSubject::Printing;
        m_error = error;
        m_banner->say({Tone::Warning, text::sentence(error, money()), tr("Print again")});
    });
    connect(&counter, &CounterPresenter::receiptPrinted, this, [this] {
        if (m_bannerSubject == BannerSubject::Printing)
            m_banner->clear();
    });
    connect(&counter, &CounterPresenter::parkedCountChanged, this, [this](int count) {
        m_parked = count;
        retranslate();
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->clear();
        m_presenters.counter.printAgain();
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
    on(ActionId::Pay, [this] { m_presenters.counter.requestPay(); });
    on(ActionId::Lock, [this] { Q_EMIT lockRequested(); });
    connect(m_sheets, &CounterSheets::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_sheets, &CounterSheets::shiftRequested, this, &CounterView::shiftRequested);
    connect(
        m_sheets, &CounterSheets::preferencesRequested, this, &CounterView::preferencesRequested);
    connect(m_sheets, &CounterSheets::settingsRequested, this, &CounterView::settingsRequested);
}

void CounterView::showCart(const Cart& cart, int touched)
{
    const int before = selectedRow();
    m_cart->setCart(cart, money());
    const bool empty = cart.lines.empty();
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    if (touched >= 0) {
        m_lastSale.reset();
        m_table->showAdded(touched);
        if (m_bannerSubject == BannerSubject::Edit)
            m_banner->clear();
    } else if (!empty) {
        m_table->selectRow(std::clamp(before, 0, static_cast<int>(cart.lines.size()) - 1));
    }
    showTotals();
}

void CounterView::showTotals()
{
    const Cart& cart = m_presenters.counter.cart();
    if (m_lastSale && cart.lines.empty()) {
        // The change stays in sight until the next scan.
        m_items->setText(tr("%1 · total %2 · received %3")
                             .arg(QString::fromStdString(m_lastSale->receipt),
                                 text::formatMoney(m_lastSale->total, money()),
                                 text::formatMoney(m_lastSale->received, money())));
        m_totalCaption->setText(tr("Change"));
        m_total->setTone(Tone::Success);
        m_total->setAmount(m_lastSale->change, money());
        return;
    }
    QString items = tr("%n item(s)", nullptr, static_cast<int>(cart.lines.size()));
    if (!cart.reductions.isZero())
        items = tr("%1 · reductions %2").arg(items, text::formatMoney(cart.reductions, money()));
    m_items->setText(items);
    m_totalCaption->setText(tr("Total"));
    m_total->setTone(Tone::Neutral);
    m_total->setAmount(cart.total, money());
}

void CounterView::showResults(const QString& query, const SearchResults& results)
{
    m_results = results;
    m_resultModel->clear();
    const auto add = [this](const std::string& name, Icon icon, const QString& detail,
                         const QString& trailing) {
        auto* item = new QStandardItem(QString::fromStdString(name));
        item->setData(static_cast<int>(icon), IconRole);
        item->setData(detail, DetailRole);
        item->setData(trailing, TrailingRole);
        item->setEditable(false);
        m_resultModel->appendRow(item);
    };
    for (const auto& product : results.products)
        add(product.name, Icon::Product, QString::fromStdString(product.code),
            text::formatMoney(product.price, money()));
    for (const auto& card : results.members) {
        const QString phone = shownPhone(card.member.phone);
        add(card.member.name, Icon::Member,
            phone.isEmpty() ? QString::fromStdString(card.member.number) : phone, card.tier);
    }
    // After Enter the field was emptied; what it found is shown below what was typed.
    if (m_scan->text().trimmed().isEmpty())
        m_scan->setText(query);
    m_scan->showResults(query);
}

void CounterView::choose(const QModelIndex& index)
{
    const auto row = static_cast<std::size_t>(index.row());
    const QString typed = m_scan->text();
    m_scan->reset();
    if (row < m_results.products.size())
        m_presenters.counter.choose(m_results.products[row], typed);
    else if (row - m_results.products.size() < m_results.members.size())
        m_presenters.counter.setMember(m_results.members[row - m_results.products.size()]);
}

void CounterView::fail(const Error& error)
{
    QApplication::beep();
    if (m_sheets->fail(error, money()))
        return;
    m_bannerSubject = BannerSubject::Edit;
    m_error = error;
    m_banner->say({Tone::Danger, text::sentence(error, money()), {}});
}

text::MoneyFormat CounterView::money() const
{
    const auto& site = m_presenters.counter.site();
    return {site ? site->currency : Currency{"CNY", 2}, QLocale()};
}

int CounterView::selectedRow() const
{
    return m_cart->lines().empty() ? -1 : m_table->currentIndex().row();
}

void CounterView::moveRow(int step)
{
    const int last = static_cast<int>(m_cart->lines().size()) - 1;
    if (last >= 0)
        m_table->selectRow(std::clamp(selectedRow() + step, 0, last));
}

bool CounterView::editRow(int key)
{
    const int row = selectedRow();
    if (row < 0)
        return false;
    const auto line = static_cast<std::size_t>(row);
    switch (key) {
    case Qt::Key_Plus: m_presenters.counter.changeQuantity(line, 1); return true;
    case Qt::Key_Minus: m_presenters.counter.changeQuantity(line, -1); return true;
    case Qt::Key_Delete: m_presenters.counter.remove(line); return true;
    default: return false;
    }
}

bool CounterView::eventFilter(QObject* watched, QEvent* event)
{
    // On an empty scan field the keys are the row's.
    if (watched == m_scan && event->type() == QEvent::KeyPress && m_scan->text().isEmpty()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (editRow(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CounterView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: moveRow(-1); break;
    case Qt::Key_Down: moveRow(1); break;
    default: QWidget::keyPressEvent(event); return;
    }
    event->accept();
}

void CounterView::retranslate()
{
    m_scan->setPlaceholderText(tr("Scan or search: product, member, phone, initials"));
    m_table->setAccessibleName(tr("The lines of the ticket"));
    m_empty->setTexts(tr("Ready for the first product"),
        tr("Scan a code, type a name or its initials, or choose a quick key. 3* in front of a code "
           "takes three."));
    m_actions.retranslate();
    if (m_parked > 0)
        m_actions.action(ActionId::Recall)->setText(tr("Recall %1").arg(m_parked));
    m_cart->retranslate(money());
    if (m_bannerSubject == BannerSubject::Edit && m_banner->isVisible())
        m_banner->say({Tone::Danger, text::sentence(*m_error, money()), {}});
    if (m_bannerSubject == BannerSubject::Printing && m_banner->isVisible())
        m_banner->say({Tone::Warning, text::sentence(*m_error, money()), tr("Print again")});
    showTotals();
}

void CounterView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
