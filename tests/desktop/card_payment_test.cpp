#include "app/desktop/counter/pay_entry.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/counter/payment_row.h"
#include "app/text/payment_text.h"
#include "app/text/sentence.h"
#include "devices/sim/zvt_simulator.h"
#include "tests/desktop/counter_stage.h"
#include "tests/support/catch.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace bl::desktop::test {

namespace {

using bl::test::must;

/// A counter with a terminal that is not connected: the cashier says what it did.
struct CardCounter {
    CounterStage stage;

    CardCounter()
    {
        stage.devices().set(
            {"payment-terminal-1", DeviceRole::PaymentTerminal, "manual:", {}, true});
    }

    PayPresenter& pay() { return stage.counter().pay; }

    PaySheet* open(const char* product)
    {
        stage.scan(QString::fromLatin1(product));
        stage.press(Qt::Key_F9);
        REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
        return stage.shown<PaySheet>();
    }

    /// Charges so much by F4, and reads the approval number off the terminal.
    void charge(const QString& amount, const QString& approval)
    {
        auto* sheet = stage.shown<PaySheet>();
        REQUIRE(sheet);
        stage.press(Qt::Key_F4);
        stage.type(amount);
        stage.press(Qt::Key_Return);
        REQUIRE(waitUntil([&] { return pay().asksForApproval() && sheet->field()->hasFocus(); }));
        stage.type(approval);
        stage.press(Qt::Key_Return);
        REQUIRE(waitUntil([&] { return !pay().isBusy(); }));
    }
};

}  // namespace

TEST_CASE("A card that pays all of it completes the sale", "[desktop][pay][card]")
{
    CardCounter counter;
    counter.open(CounterStage::kCleanser);
    QSignalSpy sold(&counter.stage.presenter(), &CounterPresenter::sold);
    counter.charge(QStringLiteral("59"), QStringLiteral("A77301"));
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK_FALSE(counter.stage.shown<PaySheet>());
    const auto sales = counter.stage.sales();
    REQUIRE(sales.size() == 1);
    REQUIRE(sales[0].sale.tenders.size() == 1);
    const auto& tender = sales[0].sale.tenders[0];
    CHECK(tender.kind == payments::kCardTender);
    CHECK(tender.amount == Money::minor(5900));
    REQUIRE(tender.payment);
    CHECK(tender.payment->approval == "A77301");
    // Nothing is left open that a shift would have to wait for.
    REQUIRE(waitUntil([&] { return counter.stage.counter().openPayments.list().empty(); }));
}

TEST_CASE("A payment that is taken back at a terminal without a cable is not asked for as a charge",
    "[desktop][pay][card]")
{
    CardCounter counter;
    counter.open(CounterStage::kCleanser);
    counter.charge(QStringLiteral("20"), QStringLiteral("1"));
    Q_EMIT counter.stage.awaitShown<PaymentRow>()->takeBackRequested();
    REQUIRE(waitUntil([&] { return counter.pay().asksForApproval(); }));
    QStringList texts;
    for (const auto* label : counter.stage.shown<PaySheet>()->findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    CHECK(texts.contains(PayEntry::approvalText(PayEntry::Kind::TakenBack)));
    CHECK_FALSE(texts.contains(PayEntry::approvalText(PayEntry::Kind::Approval)));
    counter.stage.type(QStringLiteral("2"));
    counter.stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return counter.pay().paid().charged.empty(); }));
    CHECK(counter.pay().remaining() == Money::minor(5900));
}

TEST_CASE(
    "A card pays a part, cash the rest, and the change is of the cash", "[desktop][pay][card]")
{
    CardCounter counter;
    counter.open(CounterStage::kCleanser);
    counter.charge(QStringLiteral("20"), QStringLiteral("1"));
    REQUIRE(waitUntil([&] { return counter.pay().remaining() == Money::minor(3900); }));
    CHECK(counter.stage.awaitShown<PaymentRow>());

    QSignalSpy sold(&counter.stage.presenter(), &CounterPresenter::sold);
    counter.stage.press(Qt::Key_F1);
    counter.stage.type(QStringLiteral("50"));
    counter.stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    const auto sales = counter.stage.sales();
    REQUIRE(sales.size() == 1);
    REQUIRE(sales[0].sale.tenders.size() == 2);
    CHECK(sales[0].sale.tenders[0].amount == Money::minor(2000));
    CHECK(sales[0].sale.tenders[1].amount == Money::minor(3900));
    CHECK(sales[0].change() == Money::minor(1100));
}

TEST_CASE("More than what remains is not charged", "[desktop][pay][card]")
{
    CardCounter counter;
    counter.open(CounterStage::kCleanser);
    QSignalSpy failed(&counter.pay(), &PayPresenter::failed);
    counter.stage.press(Qt::Key_F4);
    counter.stage.type(QStringLiteral("59.01"));
    counter.stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return failed.count() == 1; }));
    CHECK_FALSE(counter.pay().isBusy());
    CHECK(counter.stage.sales().empty());
}

TEST_CASE("A card that paid more than is left on the ticket has to be taken back first",
    "[desktop][pay][card]")
{
    CardCounter counter;
    counter.stage.scan(QString::fromLatin1(CounterStage::kMask));
    counter.open(CounterStage::kCleanser);
    counter.charge(QStringLiteral("100"), QStringLiteral("1"));
    REQUIRE(waitUntil([&] { return counter.pay().paid().total == Money::minor(10000); }));
    counter.stage.press(Qt::Key_Escape);
    REQUIRE(waitUntil([&] { return counter.stage.shown<PaySheet>() == nullptr; }));
    counter.stage.presenter().remove(1);
    counter.stage.settle();
    REQUIRE(counter.stage.cart().total == Money::minor(9900));

    counter.stage.press(Qt::Key_F9);
    REQUIRE(waitUntil(
        [&] { return counter.stage.shown<PaySheet>() && counter.pay().remaining().isNegative(); }));
    std::optional<ErrorCode> said;
    QObject::connect(&counter.stage.presenter(), &CounterPresenter::failed, &counter.pay(),
        [&said](const Error& error) { said = error.code; });
    counter.pay().finish({});
    CHECK(said == ErrorCode::PaymentAttached);
    CHECK(counter.stage.sales().empty());
}

namespace {

/// A counter with a connected terminal behind a simulator.
struct TerminalCounter {
    std::unique_ptr<sim::ZvtSimulator> terminal =
        must(sim::ZvtSimulator::start(sim::TcpPlug{}, {}, [](const sim::ZvtSimulator::Event&) {}));
    CounterStage stage;

    TerminalCounter()
    {
        stage.devices().set({"payment-terminal-1", DeviceRole::PaymentTerminal,
            "zvt+tcp://127.0.0.1:" + std::to_string(terminal->port()), {}, true});
        stage.scan(QString::fromLatin1(CounterStage::kCleanser));
        stage.press(Qt::Key_F9);
        REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
    }

    PayPresenter& pay() { return stage.counter().pay; }

    void charge()
    {
        stage.press(Qt::Key_F4);
        stage.press(Qt::Key_Return);
    }
};

}  // namespace

TEST_CASE("What the terminal waits for is shown in words, and its slips are printed",
    "[desktop][pay][card]")
{
    TerminalCounter counter;
    StagePrinter printer;
    counter.stage.devices().set(
        {kReceiptPrinterSlot, DeviceRole::ReceiptPrinter, printer.address(), {}, true});
    QStringList prompts;
    QObject::connect(&counter.pay(), &PayPresenter::changed, &counter.pay(), [&] {
        if (!counter.pay().prompt().isEmpty())
            prompts << counter.pay().prompt();
    });
    QSignalSpy sold(&counter.stage.presenter(), &CounterPresenter::sold);
    counter.charge();
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK_FALSE(prompts.isEmpty());
    CHECK(prompts.filter(QStringLiteral("zvt:")).isEmpty());
    // The receipt, the shop's slip and the customer's.
    CHECK(waitUntil([&] { return printer.receipts() == 3; }));
    CHECK(printer.drawers() == 0);
}

TEST_CASE("Why a card was refused is told in words", "[desktop][pay][card]")
{
    TerminalCounter counter;
    sim::ZvtFaults faults;
    faults.decline = 0x78;
    counter.terminal->setFaults(faults);
    QSignalSpy failed(&counter.pay(), &PayPresenter::failed);
    counter.charge();
    REQUIRE(waitUntil([&] { return failed.count() == 1 && !counter.pay().isBusy(); }));
    const QString told = text::sentence(failed[0][0].value<Error>());
    INFO(told.toStdString());
    CHECK(told.contains(text::paymentResultText("zvt", "78")));
    CHECK_FALSE(told.contains(QStringLiteral("tcp")));
    CHECK(counter.pay().remaining() == Money::minor(5900));
}

TEST_CASE("A payment that nobody can tell of stops all others until it is settled",
    "[desktop][pay][card]")
{
    CardCounter counter;
    counter.open(CounterStage::kCleanser);
    counter.stage.press(Qt::Key_F4);
    counter.stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return counter.pay().asksForApproval(); }));
    // The power goes while the terminal works.
    counter.stage.drop();
    counter.stage.begin();
    CHECK(counter.stage.cart().lines.size() == 1);
    counter.stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] {
        return counter.pay().paid().unsettled
            && counter.pay().paid().unsettled->state == payments::PaymentState::Unknown;
    }));
    counter.pay().finish(QStringLiteral("59"));
    counter.stage.settle();
    CHECK(counter.stage.sales().empty());

    counter.pay().decide(services::PaymentVerdict::NotCharged, {});
    REQUIRE(waitUntil([&] { return !counter.pay().paid().unsettled; }));
    QSignalSpy sold(&counter.stage.presenter(), &CounterPresenter::sold);
    counter.pay().finish(QStringLiteral("59"));
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK(counter.stage.sales()[0].sale.tenders[0].kind == sales::kCash);
}

}  // namespace bl::desktop::test
