#include "app/desktop/counter/open_payments_sheet.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/counter/payment_row.h"
#include "app/desktop/devices/counter_devices.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/text/sentence.h"
#include "devices/sim/codes_simulator.h"
#include "tests/desktop/counter_stage.h"
#include "tests/support/catch.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace bl::desktop::test {

namespace {

using bl::test::must;
using payments::PaymentState;

constexpr const char* kAlipayCode = "281234567890123456";
constexpr const char* kWeChatCode = "134567890123456789";

/// A counter with a payment service behind a simulator.
struct CodeCounter {
    std::unique_ptr<sim::CodesSimulator> service =
        must(sim::CodesSimulator::start({}, {}, [](const sim::CodesSimulator::Served&) {}));
    CounterStage stage;

    CodeCounter() { connect(); }

    void connect()
    {
        stage.devices().learnSecret("gateway-1", "secret");
        stage.devices().set({"gateway-1", DeviceRole::PaymentGateway,
            "codes+http://127.0.0.1:" + std::to_string(service->port()) + "/v1?merchant=M1", {},
            true});
    }

    PayPresenter& pay() { return stage.counter().pay; }

    PaySheet* open()
    {
        stage.scan(QString::fromLatin1(CounterStage::kCleanser));
        stage.press(Qt::Key_F9);
        REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
        return stage.shown<PaySheet>();
    }

    /// What a scanner hears, wherever the focus is.
    void hold(const char* code)
    {
        CodeScanned scan;
        scan.code = code;
        scan.at = std::chrono::steady_clock::now();
        REQUIRE(stage.view().take(scan));
    }

    void faults(const sim::GatewayFaults& faults) { service->setFaults({faults, {}, false}); }

    sales::Sale awaitSale(std::size_t count = 1)
    {
        REQUIRE(waitUntil([&] { return stage.sales().size() == count; }));
        return stage.sales()[0].sale;
    }
};

template <typename T>
T* findShown(const QWidget& root, const QString& text)
{
    for (T* widget : root.findChildren<T*>()) {
        if (widget->isVisible() && widget->text() == text)
            return widget;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("A code scanned at the pay sheet pays all of it", "[desktop][pay][code]")
{
    CodeCounter counter;
    counter.open();
    counter.hold(kAlipayCode);
    const auto sale = counter.awaitSale();
    REQUIRE(sale.tenders.size() == 1);
    CHECK(sale.tenders[0].kind == "alipay");
    CHECK(sale.tenders[0].amount == Money::minor(5900));
    REQUIRE(sale.tenders[0].payment);
    CHECK(counter.service->books().charged() == 5900);
    CHECK_FALSE(counter.stage.shown<PaySheet>());
}

TEST_CASE("A code pays the part that was entered, and cash the rest", "[desktop][pay][code]")
{
    CodeCounter counter;
    auto* sheet = counter.open();
    counter.stage.press(Qt::Key_F3);
    counter.stage.type(QStringLiteral("20"));
    counter.stage.press(Qt::Key_Return);
    // The digits of the code, by hand.
    counter.stage.type(QString::fromLatin1(kWeChatCode));
    counter.stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return counter.pay().remaining() == Money::minor(3900); }));
    CHECK(counter.service->books().charged() == 2000);
    CHECK(sheet->isVisible());

    counter.stage.press(Qt::Key_F1);
    counter.stage.type(QStringLiteral("40"));
    counter.stage.press(Qt::Key_Return);
    const auto sale = counter.awaitSale();
    REQUIRE(sale.tenders.size() == 2);
    CHECK(sale.tenders[0].kind == "wechat");
    CHECK(sale.tenders[1].kind == sales::kCash);
    CHECK(sale.tenders[1].received == Money::minor(4000));
}

TEST_CASE("A code beside cash in the hand pays what the cash does not", "[desktop][pay][code]")
{
    CodeCounter counter;
    counter.open();
    counter.stage.type(QStringLiteral("9"));
    counter.hold(kAlipayCode);
    REQUIRE(waitUntil([&] { return counter.pay().remaining() == Money::minor(900); }));
    CHECK(counter.service->books().charged() == 5000);
}

TEST_CASE("A code held out before the pay sheet waits for Enter", "[desktop][pay][code]")
{
    CodeCounter counter;
    counter.stage.scan(QString::fromLatin1(CounterStage::kCleanser));
    counter.hold(kAlipayCode);
    REQUIRE(waitUntil([&] { return counter.stage.shown<PaySheet>() != nullptr; }));
    CHECK(counter.stage.shown<PaySheet>()->field()->text() == QLatin1String(kAlipayCode));
    CHECK(counter.service->books().charged() == 0);
    counter.stage.press(Qt::Key_Return);
    (void)counter.awaitSale();
    CHECK(counter.service->books().charged() == 5900);
}

TEST_CASE("What is no code of a wallet charges nothing and says so", "[desktop][pay][code]")
{
    CodeCounter counter;
    counter.open();
    counter.stage.press(Qt::Key_F3);
    QSignalSpy failed(&counter.pay(), &PayPresenter::failed);
    counter.hold("6901234567892");
    REQUIRE(failed.count() == 1);
    CHECK(failed[0][0].value<Error>().code == ErrorCode::PaymentCodeUnknown);
    CHECK_FALSE(counter.pay().isBusy());
    CHECK(counter.service->books().charged() == 0);
}

TEST_CASE("A declined code leaves the ticket as it was", "[desktop][pay][code]")
{
    CodeCounter counter;
    sim::GatewayFaults declines;
    declines.decline = true;
    counter.faults(declines);
    counter.open();
    QSignalSpy failed(&counter.pay(), &PayPresenter::failed);
    counter.hold(kAlipayCode);
    REQUIRE(waitUntil([&] { return failed.count() == 1 && !counter.pay().isBusy(); }));
    CHECK(faultOf(failed[0][0].value<Error>()) == DeviceFault::Declined);
    counter.stage.settle();
    REQUIRE(waitUntil(
        [&] { return counter.pay().paid().charged.empty() && !counter.pay().paid().unsettled; }));
    // Why stays in sight until the cashier goes on.
    auto* sheet = counter.stage.shown<PaySheet>();
    REQUIRE(sheet);
    auto* banner = sheet->findChild<Banner*>();
    REQUIRE(banner);
    CHECK(banner->isVisible());
    counter.stage.press(Qt::Key_F1);
    CHECK_FALSE(banner->isVisible());
    CHECK(counter.pay().remaining() == Money::minor(5900));
    CHECK(counter.stage.sales().empty());

    counter.faults({});
    counter.hold(kAlipayCode);
    (void)counter.awaitSale();
    CHECK(counter.service->books().charged() == 5900);
}

TEST_CASE("The cashier can give up while the customer does not confirm", "[desktop][pay][code]")
{
    CodeCounter counter;
    sim::GatewayFaults waits;
    waits.confirmAfter = -1;
    counter.faults(waits);
    counter.open();
    counter.hold(kAlipayCode);
    REQUIRE(waitUntil([&] { return counter.pay().isBusy(); }));
    counter.stage.press(Qt::Key_Escape);
    REQUIRE(waitUntil([&] { return !counter.pay().isBusy(); }));
    CHECK(counter.stage.shown<PaySheet>());
    REQUIRE(waitUntil([&] { return !counter.pay().paid().unsettled; }));
    CHECK(counter.service->books().charged() == 0);
    CHECK(counter.pay().remaining() == Money::minor(5900));
}

TEST_CASE("A charged code is taken back from its row", "[desktop][pay][code]")
{
    CodeCounter counter;
    counter.open();
    counter.stage.type(QStringLiteral("9"));
    counter.hold(kAlipayCode);
    REQUIRE(waitUntil([&] { return counter.pay().paid().charged.size() == 1; }));
    auto* row = counter.stage.awaitShown<PaymentRow>();
    auto* takeBack = findShown<ActionButton>(*row, PaymentRow::tr("Take back"));
    REQUIRE(takeBack);
    takeBack->click();
    REQUIRE(waitUntil([&] { return counter.pay().paid().charged.empty(); }));
    CHECK(counter.service->books().charged() == 0);
    CHECK(counter.pay().remaining() == Money::minor(5900));
}

TEST_CASE("Nothing is charged by code where no service is set up", "[desktop][pay][code]")
{
    CounterStage stage;
    stage.scan(QString::fromLatin1(CounterStage::kCleanser));
    stage.scan(QString::fromLatin1(kAlipayCode));
    CHECK(waitUntil([&] { return stage.shown<Banner>() != nullptr; }));
    CHECK_FALSE(stage.shown<PaySheet>());
    CHECK(stage.cart().lines.size() == 1);
}

TEST_CASE("A payment that nobody can tell of is told at the next start, and settled by asking",
    "[desktop][pay][code]")
{
    CodeCounter counter;
    sim::GatewayFaults loses;
    loses.loseAnswers = true;
    counter.faults(loses);
    counter.open();
    counter.hold(kAlipayCode);
    REQUIRE(waitUntil([&] { return counter.pay().isBusy(); }));
    REQUIRE(waitUntil([&] { return counter.service->books().charged() == 5900; }));
    counter.stage.drop();
    counter.faults({});

    counter.stage.begin();
    counter.connect();
    auto& open = counter.stage.counter().openPayments;
    REQUIRE(waitUntil([&] { return open.unsettledCount() == 1; }));
    auto* banner = counter.stage.shown<Banner>();
    REQUIRE(banner);
    Q_EMIT banner->actionTriggered();
    auto* sheet = counter.stage.shown<OpenPaymentsSheet>();
    REQUIRE(sheet);
    auto* row = counter.stage.awaitShown<PaymentRow>();
    QString told;
    QObject::connect(&open, &OpenPayments::failed, &open,
        [&](const Error& error) { told = text::sentence(error); });
    Q_EMIT row->askRequested();
    REQUIRE(waitUntil([&] { return !open.isBusy(); }));
    INFO(told.toStdString());
    REQUIRE(waitUntil([&] { return open.list().size() == 1 && open.unsettledCount() == 0; }));
    CHECK(open.list()[0].state == PaymentState::Approved);
    sheet->dismiss();
    CHECK_FALSE(banner->isVisible());

    // The ticket is still there, and needs no more money.
    counter.stage.press(Qt::Key_F9);
    REQUIRE(waitUntil(
        [&] { return counter.stage.shown<PaySheet>() && counter.pay().remaining().isZero(); }));
    counter.stage.press(Qt::Key_Return);
    const auto sale = counter.awaitSale();
    CHECK(sale.tenders[0].kind == "alipay");
    CHECK(counter.service->books().charged() == 5900);
    REQUIRE(waitUntil([&] {
        open.refresh();
        return open.list().empty();
    }));
}

}  // namespace bl::desktop::test
