#include "app/desktop/display/customer_display_presenter.h"

#include "app/desktop/counter/counter_presenter.h"

namespace bl::desktop {

namespace {

/// Displays of one amount show what was given before they show the change.
constexpr std::chrono::seconds kReceivedStays{2};
/// The change stays in sight this long where no next customer comes.
constexpr std::chrono::seconds kChangeStays{30};

DisplayContent::Text textOf(const QString& text, const char* latin)
{
    return {text.toStdString(), latin};
}

QString maskedName(const QString& name)
{
    if (name.isEmpty())
        return {};
    const qsizetype first = name.at(0).isHighSurrogate() ? 2 : 1;
    return name.left(first) + QStringLiteral("**");
}

}  // namespace

CustomerDisplayPresenter::CustomerDisplayPresenter(CounterPresenter& counter, QObject* parent)
    : QObject(parent)
    , m_counter(counter)
{
    m_receivedStays.setSingleShot(true);
    m_receivedStays.setInterval(kReceivedStays);
    connect(&m_receivedStays, &QTimer::timeout, this, &CustomerDisplayPresenter::showChange);
    m_changeStays.setSingleShot(true);
    m_changeStays.setInterval(kChangeStays);
    connect(&m_changeStays, &QTimer::timeout, this, &CustomerDisplayPresenter::showGreeting);
    connect(&counter, &CounterPresenter::cartChanged, this, &CustomerDisplayPresenter::showCart);
    connect(&counter, &CounterPresenter::payReady, this, &CustomerDisplayPresenter::showDue);
    connect(&counter, &CounterPresenter::sold, this, &CustomerDisplayPresenter::showSale);
    connect(&counter, &CounterPresenter::memberChanged, this,
        [this](const std::optional<MemberCard>& card) {
            m_view.member =
                card ? maskedName(QString::fromStdString(card->member.name)) : QString();
            publish();
        });
    showGreeting();
}

void CustomerDisplayPresenter::setShop(const QString& name)
{
    m_shop = name;
    if (m_view.content.kind == DisplayContent::Kind::Idle)
        showGreeting();
}

void CustomerDisplayPresenter::retranslate()
{
    switch (m_view.content.kind) {
    case DisplayContent::Kind::Idle: showGreeting(); return;
    case DisplayContent::Kind::Line: return;
    case DisplayContent::Kind::Total: showDue(m_view.total); return;
    case DisplayContent::Kind::Received:
    case DisplayContent::Kind::Change:
        m_view.content.heading.text = tr("Received").toStdString();
        m_view.content.caption.text = tr("Change").toStdString();
        publish();
    }
}

std::string CustomerDisplayPresenter::plain(Money amount) const
{
    return plainMoney(amount, m_view.currency);
}

void CustomerDisplayPresenter::showCart(const Cart& cart, int touched)
{
    if (m_counter.site())
        m_view.currency = m_counter.site()->currency;
    if (cart.lines.empty()) {
        showGreeting();
        return;
    }
    m_receivedStays.stop();
    m_changeStays.stop();
    m_view.lines = cart.lines;
    m_view.total = cart.total;
    m_view.received.reset();
    m_view.change.reset();
    if (touched < 0 || touched >= static_cast<int>(cart.lines.size())) {
        showDue(cart.total);
        return;
    }
    const CartLine& line = cart.lines[static_cast<std::size_t>(touched)];
    // A display without Chinese shows the code, which every display can.
    m_view.content = {DisplayContent::Kind::Line, {line.item.name, line.item.code},
        textOf(tr("Total"), "TOTAL"),
        plainQuantity(line.item.quantity) + " x " + plain(line.item.unitPrice),
        plain(line.item.unitPrice), plain(line.net)};
    publish();
}

void CustomerDisplayPresenter::showDue(Money due)
{
    m_view.content = {
        DisplayContent::Kind::Total, {}, textOf(tr("Total"), "TOTAL"), {}, {}, plain(due)};
    publish();
}

void CustomerDisplayPresenter::showSale(const SaleSummary& sale)
{
    m_view.lines.clear();
    m_view.total = sale.total;
    m_view.received = sale.received;
    m_view.change = sale.change;
    m_view.content = {DisplayContent::Kind::Received, textOf(tr("Received"), "RECEIVED"),
        textOf(tr("Change"), "CHANGE"), plain(sale.received), {}, plain(sale.change)};
    m_receivedStays.start();
    m_changeStays.start();
    publish();
}

void CustomerDisplayPresenter::showChange()
{
    m_view.content.kind = DisplayContent::Kind::Change;
    publish();
}

void CustomerDisplayPresenter::showGreeting()
{
    m_receivedStays.stop();
    m_changeStays.stop();
    m_view.lines.clear();
    m_view.total = {};
    m_view.received.reset();
    m_view.change.reset();
    m_view.content = {DisplayContent::Kind::Idle, {m_shop.toStdString(), {}},
        textOf(tr("Welcome"), "WELCOME"), {}, {}, {}};
    publish();
}

void CustomerDisplayPresenter::publish()
{
    Q_EMIT changed(m_view);
}

}  // namespace bl::desktop
