#include "app/desktop/counter/counter_view.h"

#include "app/desktop/actions.h"
#include "app/desktop/counter/cart_model.h"
#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/counter_sheets.h"
#include "app/desktop/counter/member_card.h"
#include "app/desktop/counter/member_panel.h"
#include "app/desktop/counter/quick_keys.h"
#include "app/desktop/payments/open_payments.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/empty_state.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/search_field.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/sentence.h"
#include "core/ports/device_fault.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kLeftShare = 9;
constexpr int kRightShare = 4;

}  // namespace

CounterView::CounterView(
    CounterPresenters presenters, const Theme& theme, ActionCollection& actions, QWidget* parent)
    : QWidget(parent)
    , m_presenters(presenters)
    , m_theme(theme)
    , m_actions(actions)
    , m_scan(new SearchField(theme, this))
    , m_resultModel(new QStandardItemModel(this))
    , m_payments(new Banner(theme, this))
    , m_prints(new Banner(theme, this))
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
    left->addWidget(m_payments);
    left->addWidget(m_prints);
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

bool CounterView::take(const DeviceEvent& event)
{
    if (!isVisible())
        return false;
    if (m_sheets->take(event))
        return true;
    const auto* code = std::get_if<CodeScanned>(&event);
    const auto* card = std::get_if<CardSeen>(&event);
    const auto* refused = std::get_if<CardRefused>(&event);
    if (!code && !card && !refused)
        return false;
    if (m_sheets->isAnyOpen()) {
        // What it asks is answered first.
        QApplication::beep();
    } else if (code) {
        takeCode(*code);
    } else if (card) {
        m_presenters.counter.useCard(card->number);
    } else {
        fail(Error{refused->reason == CardRefused::Reason::PaymentCard
                ? ErrorCode::PaymentCardRefused
                : ErrorCode::CardUnreadable,
            {}});
    }
    return true;
}

void CounterView::takeCode(const CodeScanned& scan)
{
    const QString typed = m_scan->text();
    const bool multiplier = typed.endsWith(QLatin1Char('*'));
    if (multiplier)
        m_scan->reset();
    else
        m_scan->hideResults();
    m_presenters.counter.scan((multiplier ? typed : QString()) + QString::fromStdString(scan.code));
}

void CounterView::fail(const Error& error)
{
    QApplication::beep();
    if (m_sheets->fail(error, money()))
        return;
    m_error = error;
    m_banner->say({Tone::Danger, text::sentence(error, money()), {}});
}

void CounterView::sayNotPrinted()
{
    if (m_notPrinted.isEmpty()) {
        m_printingError.reset();
        m_prints->clear();
        return;
    }
    constexpr qsizetype kNamed = 3;
    QString titles = m_notPrinted.mid(0, kNamed).join(QStringLiteral(", "));
    if (m_notPrinted.size() > kNamed)
        titles += QStringLiteral(" …");
    if (m_printingError) {
        const QString words = isFault(*m_printingError, DeviceFault::OutcomeUnknown)
            ? tr("Everything is saved; %1 may not have been printed. %2")
            : tr("Everything is saved; %1 was not printed. %2");
        m_prints->say({Tone::Warning, words.arg(titles, text::sentence(*m_printingError, money())),
            tr("Print again")});
        return;
    }
    m_prints->say({Tone::Warning,
        tr("When the program ended, this had not been printed, as far as is known: %1. Print it "
           "now?")
            .arg(titles),
        tr("Print")});
}

void CounterView::sayUnsettled()
{
    const int count = m_presenters.openPayments.unsettledCount();
    if (count == 0 || m_presenters.openPayments.isBusy())
        m_payments->clear();
    else
        m_payments->say({Tone::Warning,
            tr("Nobody knows yet whether %n payment(s) went through.", nullptr, count),
            tr("Settle")});
}

void CounterView::showOpenPayments()
{
    m_sheets->openPayments(OpenPaymentsSheet::Next::CloseShift);
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
    if (m_banner->isVisible())
        m_banner->say({Tone::Danger, text::sentence(*m_error, money()), {}});
    sayNotPrinted();
    sayUnsettled();
    showTotals();
}

void CounterView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
