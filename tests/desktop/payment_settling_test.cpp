#include "app/desktop/counter/open_payments_sheet.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/counter/payment_row.h"
#include "app/desktop/counter/terminal_chooser.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "devices/sim/zvt_simulator.h"
#include "tests/desktop/counter_stage.h"
#include "tests/support/catch.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

/// Payments at the counter that do not end by themselves.
namespace bl::desktop::test {

namespace {

using bl::test::must;
using payments::PaymentState;

/// Its line breaks when the terminal has said "approved" and not yet that it is done.
constexpr int kAfterStatus = 9;

std::unique_ptr<sim::ZvtSimulator> newTerminal()
{
    return must(
        sim::ZvtSimulator::start(sim::TcpPlug{}, {}, [](const sim::ZvtSimulator::Event&) {}));
}

SlotSettings slotOf(const char* slot, const sim::ZvtSimulator& terminal)
{
    return {slot, DeviceRole::PaymentTerminal,
        "zvt+tcp://127.0.0.1:" + std::to_string(terminal.port()), {}, true};
}

/// A counter with a terminal behind a simulator.
struct SettlingCounter {
    std::unique_ptr<sim::ZvtSimulator> terminal = newTerminal();
    CounterStage stage;

    SettlingCounter() { connect(); }

    void connect() { stage.devices().set(slotOf("payment-terminal-1", *terminal)); }

    PayPresenter& pay() { return stage.counter().pay; }

    PaySheet* open()
    {
        stage.scan(QString::fromLatin1(CounterStage::kCleanser));
        stage.press(Qt::Key_F9);
        REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
        return stage.shown<PaySheet>();
    }

    /// Charges so much, and hears what came of it.
    void charge(const QString& amount)
    {
        QSignalSpy ended(&stage.payments(), &PaymentDesk::ended);
        stage.press(Qt::Key_F4);
        stage.type(amount);
        stage.press(Qt::Key_Return);
        REQUIRE(waitUntil([&] { return ended.count() == 1 && !pay().isBusy(); }));
    }

    /// The line breaks in the middle of a charge: nobody knows what became of it.
    void lose(const QString& amount, int message = kAfterStatus)
    {
        sim::ZvtFaults faults;
        faults.dropAt = message;
        terminal->setFaults(faults);
        charge(amount);
        terminal->setFaults({});
        REQUIRE(waitUntil([&] {
            return pay().paid().unsettled && pay().paid().unsettled->state == PaymentState::Unknown;
        }));
    }

    std::vector<payments::PaymentAttempt> journal()
    {
        std::optional<std::vector<payments::PaymentAttempt>> found;
        stage.till().write(
            &stage.presenter(), [](TillServices& services) { return services.payments.newest(9); },
            [&](const Result<std::vector<payments::PaymentAttempt>>& read) { found = must(read); });
        REQUIRE(waitUntil([&] { return found.has_value(); }));
        return *found;
    }

    void change(const char* sql)
    {
        must(stage.till().writer().call([sql](sql::Database& database) -> Result<void> {
            BL_CHECK(database.run(sql));
            return {};
        }));
    }
};

QStringList textsOf(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts;
}

ActionButton* findButton(const QWidget* root, const QString& text)
{
    if (!root)
        return nullptr;
    for (auto* button : root->findChildren<ActionButton*>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

void click(const QWidget* root, const QString& text)
{
    REQUIRE(findButton(root, text));
    findButton(root, text)->click();
}

}  // namespace

TEST_CASE("What became of a payment is stated in two steps, with what the terminal said in sight",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    counter.lose(QStringLiteral("59"));
    const auto lost = *counter.pay().paid().unsettled;
    REQUIRE_FALSE(lost.evidence.trace.empty());
    auto* row = counter.stage.awaitShown<PaymentRow>();
    const QString seen = textsOf(*row).join(QLatin1Char('\n'));
    INFO(seen.toStdString());
    for (const auto& said : {lost.evidence.trace, lost.evidence.time, lost.evidence.card})
        CHECK(seen.contains(QString::fromStdString(said)));

    SECTION("it was charged, and its slip has a number") {
        click(row, PaymentRow::tr("It was charged"));
        counter.stage.settle();
        CHECK(counter.journal()[0].state == PaymentState::Unknown);
        CHECK(textsOf(*row).filter(QStringLiteral("59.00")).size() >= 2);
        CHECK_FALSE(findButton(row, PaymentRow::tr("It was charged")));
        counter.stage.type(QStringLiteral("0815"));
        counter.stage.press(Qt::Key_Return);
        counter.stage.type(QStringLiteral("K7Q2"));
        counter.stage.press(Qt::Key_Return);
        counter.stage.settle();
        CHECK(counter.journal()[0].state == PaymentState::Unknown);
        counter.stage.press(Qt::Key_Return);
        REQUIRE(waitUntil([&] { return counter.pay().paid().charged.size() == 1; }));
        const auto charged = counter.journal()[0];
        CHECK(charged.evidence.receipt == "0815");
        CHECK(charged.evidence.approval == "K7Q2");
        CHECK(charged.evidence.trace == lost.evidence.trace);
        CHECK(charged.decidedBy == CounterStage::kLiNa.id);
    }
    SECTION("it was not charged: Enter alone does not say so") {
        click(row, PaymentRow::tr("It was not charged"));
        counter.stage.press(Qt::Key_Return);
        counter.stage.settle();
        CHECK(counter.journal()[0].state == PaymentState::Unknown);
        click(row, PaymentRow::tr("It was not charged"));
        click(row, PaymentStatement::tr("Yes, it was not charged"));
        REQUIRE(waitUntil([&] { return !counter.pay().paid().unsettled; }));
        CHECK(counter.journal()[0].state == PaymentState::Aborted);
    }
    SECTION("Esc takes back what was about to be stated, and leaves the sheet as it is") {
        click(row, PaymentRow::tr("It was charged"));
        counter.stage.press(Qt::Key_Escape);
        CHECK(counter.stage.shown<PaySheet>());
        CHECK(findButton(row, PaymentRow::tr("It was charged")));
        CHECK(counter.journal()[0].state == PaymentState::Unknown);
    }
}

TEST_CASE("That another amount was the one asked for cannot be stated", "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    sim::ZvtFaults faults;
    faults.wrongAmount = 100;
    counter.terminal->setFaults(faults);
    counter.charge(QStringLiteral("59"));
    REQUIRE(waitUntil([&] {
        return findButton(counter.stage.shown<PaymentRow>(), PaymentRow::tr("It was not charged"));
    }));
    auto* row = counter.stage.awaitShown<PaymentRow>();
    CHECK_FALSE(findButton(row, PaymentRow::tr("It was charged")));
    CHECK(findButton(row, PaymentRow::tr("It was not charged")));
    CHECK(textsOf(*row).join(QLatin1Char('\n')).contains(QStringLiteral("1.00")));
}

TEST_CASE("An outcome that could not be stored is shown, kept, and stored without a new start",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    counter.change("CREATE TRIGGER disk_full BEFORE UPDATE OF state ON payments"
                   " WHEN NEW.state = 'approved' BEGIN SELECT RAISE(ABORT, 'full'); END");
    counter.charge(QStringLiteral("20"));
    auto* row = counter.stage.awaitShown<PaymentRow>();
    CHECK(textsOf(*row).contains(
        PaymentRow::tr("%1 (not stored yet)").arg(PaymentRow::tr("✓ Paid"))));
    CHECK(counter.pay().paid().charged.empty());
    // Nothing else is charged for it meanwhile.
    counter.pay().finish(QStringLiteral("59"));
    counter.stage.settle();
    CHECK(counter.stage.sales().empty());

    QSignalSpy failed(&counter.pay(), &PayPresenter::failed);
    click(row, PaymentRow::tr("Store it now"));
    REQUIRE(waitUntil([&] { return failed.count() == 1; }));
    counter.change("DROP TRIGGER disk_full");
    SECTION("at once, when it is asked for") {
        click(counter.stage.awaitShown<PaymentRow>(), PaymentRow::tr("Store it now"));
    }
    SECTION("by itself, after a while") {
    }
    REQUIRE(waitUntil([&] { return counter.pay().paid().charged.size() == 1; }));
    CHECK_FALSE(counter.pay().paid().unsettled);
    CHECK(counter.pay().remaining() == Money::minor(3900));
    CHECK(counter.journal()[0].evidence.card == "476173******0010");
    CHECK(counter.terminal->bookings().size() == 1);
}

TEST_CASE("What is known and only not stored is not decided otherwise", "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    counter.change("CREATE TRIGGER disk_full BEFORE UPDATE OF state ON payments"
                   " WHEN NEW.state = 'approved' BEGIN SELECT RAISE(ABORT, 'full'); END");
    counter.charge(QStringLiteral("20"));
    const auto charged = counter.journal()[0].id;
    counter.change("DROP TRIGGER disk_full");

    counter.stage.payments().decide(
        charged, services::PaymentVerdict::NotCharged, {}, CounterStage::kLiNa.id);
    REQUIRE(waitUntil([&] { return counter.journal()[0].state == PaymentState::Approved; }));
}

TEST_CASE("A terminal's day is closed once, however often that is asked for meanwhile",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    int closed = 0;
    const auto close = [&] {
        counter.stage.payments().endOfDay(
            "payment-terminal-1", [&](const Result<TerminalTotals>& totals) {
                CHECK(totals);
                ++closed;
            });
    };
    close();
    close();
    REQUIRE(waitUntil([&] { return closed == 1; }));
    // The terminal takes what waits in its order.
    close();
    REQUIRE(waitUntil([&] { return closed >= 2; }));
    CHECK(closed == 2);
}

TEST_CASE("A charge whose terminal is gone is given back by hand, and a manager answers for it",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    counter.charge(QStringLiteral("20"));
    REQUIRE(waitUntil([&] { return counter.pay().paid().charged.size() == 1; }));
    const QString byHand = PaymentRow::tr("Given back by hand");
    CHECK_FALSE(findButton(counter.stage.shown<PaymentRow>(), byHand));
    SECTION("it is at another address now") {
        const auto other = newTerminal();
        counter.stage.devices().set(slotOf("payment-terminal-1", *other));
        counter.stage.counter().pay.open(counter.pay().due());
    }
    SECTION("it cannot take it back") {
        counter.terminal->line().unplug();
        QSignalSpy ended(&counter.stage.payments(), &PaymentDesk::ended);
        click(counter.stage.awaitShown<PaymentRow>(), PaymentRow::tr("Take back"));
        REQUIRE(waitUntil([&] { return ended.count() == 1 && !counter.pay().isBusy(); }));
    }
    REQUIRE(waitUntil([&] { return findButton(counter.stage.shown<PaymentRow>(), byHand); }));

    std::optional<access::Permission> asked;
    QObject::connect(&counter.stage.payments(), &PaymentDesk::permissionNeeded,
        &counter.stage.payments(), [&](access::Permission permission) { asked = permission; });
    click(counter.stage.awaitShown<PaymentRow>(), byHand);
    counter.stage.type(QStringLiteral("R-77"));
    click(counter.stage.awaitShown<PaymentRow>(), PaymentStatement::tr("Yes, it was given back"));
    REQUIRE(asked == access::Permission::Refund);
    counter.stage.settle();
    CHECK(counter.pay().remaining() == Money::minor(3900));

    counter.stage.payments().permit(CounterStage::kZhao.id);
    REQUIRE(waitUntil([&] { return counter.pay().paid().charged.empty(); }));
    CHECK(counter.pay().remaining() == Money::minor(5900));
    const auto back = counter.journal()[0];
    CHECK(back.kind == payments::PaymentKind::Reversal);
    CHECK(back.state == PaymentState::Approved);
    CHECK(back.by == CounterStage::kLiNa.id);
    CHECK(back.decidedBy == CounterStage::kZhao.id);
    CHECK(back.evidence.receipt == "R-77");
    // Neither the ticket nor the shift has anything to wait for.
    REQUIRE(waitUntil([&] { return counter.stage.counter().openPayments.list().empty(); }));
    QSignalSpy sold(&counter.stage.presenter(), &CounterPresenter::sold);
    counter.pay().finish(QStringLiteral("59"));
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
}

TEST_CASE("The cashier chooses among several terminals, and the register remembers which",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    counter.stage.press(Qt::Key_F4);
    CHECK_FALSE(counter.stage.shown<TerminalChooser>());
    counter.stage.press(Qt::Key_Escape);

    const auto second = newTerminal();
    const auto both = [&] {
        counter.connect();
        counter.stage.devices().set(slotOf("payment-terminal-2", *second));
    };
    both();
    counter.stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return counter.stage.shown<PaySheet>() != nullptr; }));
    CHECK_FALSE(counter.stage.shown<TerminalChooser>());
    counter.stage.press(Qt::Key_F4);
    auto* chooser = counter.stage.shown<TerminalChooser>();
    REQUIRE(chooser);
    CHECK(chooser->currentIndex() == 0);
    chooser->setFocus(Qt::TabFocusReason);
    counter.stage.press(Qt::Key_Down);
    CHECK(counter.pay().terminal() == "payment-terminal-2");
    CHECK(counter.stage.shown<PaySheet>()->field()->hasFocus());
    counter.charge(QStringLiteral("20"));
    REQUIRE(waitUntil([&] { return counter.pay().remaining() == Money::minor(3900); }));
    CHECK(second->bookings().size() == 1);
    CHECK(counter.terminal->bookings().empty());

    counter.stage.drop();
    counter.stage.begin();
    both();
    REQUIRE(waitUntil([&] { return counter.pay().terminal() == "payment-terminal-2"; }));
}

TEST_CASE("A payment that nobody can tell of on one terminal does not stop the next customer",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    const auto second = newTerminal();
    counter.open();
    counter.lose(QStringLiteral("59"));
    const auto lost = counter.stage.presenter().ticket();
    counter.terminal->line().unplug();
    counter.stage.devices().set(slotOf("payment-terminal-2", *second));
    counter.stage.press(Qt::Key_Escape);
    REQUIRE(waitUntil([&] { return counter.stage.shown<PaySheet>() == nullptr; }));
    QSignalSpy waiting(&counter.stage.presenter(), &CounterPresenter::parkedCountChanged);
    counter.stage.presenter().park({});
    REQUIRE(waitUntil([&] { return waiting.count() == 1; }));
    CHECK(waiting[0][0].toInt() == 1);

    counter.pay().chooseTerminal("payment-terminal-2");
    counter.stage.scan(QString::fromLatin1(CounterStage::kMask));
    counter.stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return counter.stage.shown<PaySheet>() != nullptr; }));
    QSignalSpy sold(&counter.stage.presenter(), &CounterPresenter::sold);
    counter.charge(QStringLiteral("99"));
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK(second->bookings().size() == 1);

    // The first customer's ticket waits, with its payment.
    counter.stage.presenter().recall(lost);
    REQUIRE(waitUntil([&] { return counter.stage.presenter().ticket() == lost; }));
    counter.stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return counter.pay().paid().unsettled.has_value(); }));
}

TEST_CASE("The next cashier begins although a payment of the last one's ticket is open",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    counter.open();
    counter.lose(QStringLiteral("59"));
    counter.stage.drop();
    counter.stage.begin(CounterStage::kZhao);
    CHECK(counter.stage.cart().lines.empty());
    CHECK(counter.stage.presenter().site());
    counter.stage.drop();
    counter.stage.begin(CounterStage::kLiNa);
    CHECK(counter.stage.cart().lines.size() == 1);
}

TEST_CASE("The slips of a payment that is settled on the way to the next are printed",
    "[desktop][pay][card]")
{
    SettlingCounter counter;
    // The terminal's clock is right.
    counter.stage.drop();
    counter.stage.setTime(SystemWallClock().now());
    counter.stage.begin();
    counter.connect();
    counter.open();
    // So that the terminal's last trace is known.
    counter.charge(QStringLiteral("9"));
    REQUIRE(waitUntil([&] { return counter.pay().remaining() == Money::minor(5000); }));
    counter.lose(QStringLiteral("20"));

    auto& desk = counter.stage.payments();
    SystemRandom random;
    UuidFactory ids(counter.stage.till().clock(), random);
    desk.watch(TicketId{ids.next()});
    QSignalSpy ended(&desk, &PaymentDesk::ended);
    QSignalSpy slips(&desk, &PaymentDesk::slipWanted);
    desk.charge(Money::minor(1000), "CNY", CounterStage::kLiNa.id);
    REQUIRE(waitUntil([&] { return ended.count() == 1; }));
    CHECK(counter.journal()[1].state == PaymentState::Approved);
    QStringList printed;
    for (const auto& slip : slips)
        printed << slip[0].toString();
    INFO(printed.join(QLatin1Char('|')).toStdString());
    CHECK_FALSE(printed.filter(QStringLiteral("20.00")).isEmpty());
    CHECK_FALSE(printed.filter(QStringLiteral("10.00")).isEmpty());
}

TEST_CASE("A card slip that did not come out is offered at once", "[desktop][pay][card]")
{
    SettlingCounter counter;
    StagePrinter printer;
    REQUIRE(counter.stage.printer().usePrinter(printer.address(), {}));
    printer.line().unplug();
    QSignalSpy waiting(&counter.stage.presenter(), &CounterPresenter::notPrintedChanged);
    counter.open();
    counter.charge(QStringLiteral("20"));
    // The shop's and the customer's; the sale goes on.
    REQUIRE(waitUntil([&] { return waiting.count() == 2; }));
    CHECK(waiting.back()[0].toStringList().size() == 2);
    CHECK(counter.pay().remaining() == Money::minor(3900));
    counter.stage.press(Qt::Key_Escape);
    REQUIRE(printer.line().plugIn());
    auto* banner = counter.stage.shown<Banner>();
    REQUIRE(banner);
    Q_EMIT banner->actionTriggered();
    CHECK(waitUntil([&] { return printer.receipts() == 2; }));
}

}  // namespace bl::desktop::test
