#include "app/desktop/backoffice/devices_page.h"
#include "app/desktop/widgets/sheet.h"
#include "app/text/sentence.h"
#include "tests/desktop/console_stage.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

#include <algorithm>

namespace bl::desktop::test {

TEST_CASE("A printer's tests print and open the drawer, and its line is told", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    stage.console.open();
    stage.console.select("receipt-printer-1");

    stage.console.printTestPage();
    CHECK(stage.toldNext().tone == Tone::Success);
    CHECK(waitUntil([&] { return stage.receipts == 1; }));
    stage.console.openDrawer();
    CHECK(stage.toldNext().tone == Tone::Success);
    CHECK(waitUntil([&] { return stage.drawers == 1; }));

    const auto trace = stage.console.trace().join(QLatin1Char('\n'));
    CHECK(trace.contains(QStringLiteral("→ 初始化")));
    CHECK(trace.contains(QStringLiteral("简体中文")));

    sim::PrinterFaults faults;
    faults.paperOut = true;
    stage.printer->setFaults(faults);
    stage.console.printTestPage();
    CHECK(stage.toldNext().tone == Tone::Danger);
}

TEST_CASE("A terminal's tests ask it without charging", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    stage.console.open();
    stage.console.select("payment-terminal-1");

    stage.console.diagnose();
    CHECK(stage.toldNext().text.contains(QStringLiteral("DIAGNOSIS")));
    stage.console.printSlipAgain();
    CHECK(stage.toldNext().tone == Tone::Neutral);
    stage.console.closeDay();
    CHECK(stage.toldNext().tone == Tone::Success);
    CHECK(waitUntil([&] { return stage.receipts == 1; }));
    CHECK(stage.lastReceipt().find(stage.terminalAddress()) != std::string::npos);
    CHECK(stage.lastReceipt().find("重印") == std::string::npos);
    stage.console.printSlipAgain();
    CHECK(waitUntil([&] { return stage.receipts == 2; }));
    CHECK(stage.lastReceipt().find("重印") != std::string::npos);
    CHECK(stage.console.trace().join(QLatin1Char(' ')).contains(QStringLiteral("诊断")));
    CHECK(stage.terminal->bookings().empty());
    // Registered again: its own connection.
    stage.console.reconnect();
    CHECK(waitUntil([&] { return stage.console.status().state == SlotState::Ready; }));
}

namespace {

/// A payment of the terminal of which nobody knows what became of it.
payments::PaymentId leaveUnknown(ConsoleStage& stage, const std::string& device = {})
{
    std::optional<payments::PaymentId> id;
    services::PaymentRequest request;
    request.device = device.empty() ? stage.terminalAddress() : device;
    request.amount = Money::minor(1234);
    request.currency = "CNY";
    stage.fixture.till->write(
        &stage.console,
        [&](TillServices& services) -> Result<payments::PaymentId> {
            BL_TRY(auto attempt, services.payments.begin(request));
            attempt.state = payments::PaymentState::Sent;
            BL_CHECK(services.payments.record(attempt));
            attempt.state = payments::PaymentState::Unknown;
            BL_CHECK(services.payments.record(attempt));
            return attempt.id;
        },
        [&](const Result<payments::PaymentId>& made) {
            REQUIRE(made);
            id = *made;
        });
    REQUIRE(waitUntil([&] { return id.has_value(); }));
    stage.console.open();
    stage.console.select("payment-terminal-1");
    REQUIRE(waitUntil([&] { return stage.console.openPayments().size() == 1; }));
    return *id;
}

}  // namespace

TEST_CASE("What a terminal left open is listed, and a manager decides it", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    const auto id = leaveUnknown(stage);
    stage.console.decide(stage.console.openPayments()[0], services::PaymentVerdict::NotCharged, {});
    CHECK(waitUntil([&] { return stage.console.openPayments().empty(); }));

    std::optional<payments::PaymentAttempt> decided;
    stage.fixture.till->write(
        &stage.console, [&](TillServices& services) { return services.payments.find(id); },
        [&](const Result<std::optional<payments::PaymentAttempt>>& found) {
            REQUIRE(found);
            decided = *found;
        });
    REQUIRE(waitUntil([&] { return decided.has_value(); }));
    CHECK(decided->decidedBy == stage.fixture.user("chenjing").id);
}

TEST_CASE("A terminal's day stays open while it may know of a payment that is not settled",
    "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    (void)leaveUnknown(stage);
    stage.console.closeDay();
    const auto refused = stage.toldNext();
    CHECK(refused.tone == Tone::Danger);
    CHECK(refused.text
        == text::sentence(Error{ErrorCode::PaymentsLeftOpen, {stage.terminalAddress(), "1"}}));
    CHECK(stage.receipts == 0);

    stage.console.decide(stage.console.openPayments()[0], services::PaymentVerdict::NotCharged, {});
    REQUIRE(waitUntil([&] { return stage.console.openPayments().empty(); }));
    stage.console.closeDay();
    CHECK(stage.toldNext().tone == Tone::Success);
}

TEST_CASE("What was sent to an address that was changed since keeps a terminal's day open",
    "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    (void)leaveUnknown(stage, "zvt+tcp://127.0.0.9:20007");
    stage.console.closeDay();
    CHECK(stage.toldNext().text
        == text::sentence(Error{ErrorCode::PaymentsLeftOpen, {stage.terminalAddress(), "1"}}));

    // It stands with the others, to be decided.
    stage.console.decide(stage.console.openPayments()[0], services::PaymentVerdict::NotCharged, {});
    REQUIRE(waitUntil([&] { return stage.console.openPayments().empty(); }));
    stage.console.closeDay();
    CHECK(stage.toldNext().tone == Tone::Success);
}

TEST_CASE("A console that is closed tells nothing", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    stage.console.open();
    stage.console.select("receipt-printer-1");
    stage.console.close();
    QSignalSpy refreshed(&stage.console, &DeviceConsole::refreshed);

    stage.desk.devices().retryNow("receipt-printer-1");
    stage.console.printTestPage();
    stage.toldNext();
    QTest::qWait(2 * DeviceConsole::kRefreshMs);

    CHECK(refreshed.count() == 0);
}

TEST_CASE("What a scanner says is heard in the console", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.console.open();

    stage.desk.devices().hear(CodeScanned{"6901234567892", {},
        {std::chrono::milliseconds(3), std::chrono::milliseconds(4)},
        std::chrono::steady_clock::now()});

    REQUIRE(stage.console.heard().size() == 1);
    CHECK(stage.console.heard().front().contains(QStringLiteral("6901234567892")));
    CHECK(stage.console.heard().front().contains(QStringLiteral("3 4")));
}

TEST_CASE("A device is switched off, moved and removed", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    stage.console.select("receipt-printer-1");

    stage.console.switchOff();
    CHECK(stage.console.status().state == SlotState::Disabled);
    SlotSettings wanted;
    wanted.address = "zvt+tcp://127.0.0.1";
    CHECK_FALSE(stage.console.setUp(wanted));
    wanted.address = "escpos+tcp://127.0.0.1:9";
    wanted.profile = "escpos-58";
    REQUIRE(stage.console.setUp(wanted));
    CHECK(stage.desk.settings().front().profile == "escpos-58");
    stage.console.remove();
    CHECK(stage.desk.settings().size() == 1);
}

TEST_CASE("The page of devices and the wizard fit in three languages and two themes",
    "[desktop][devices]")
{
    ConsoleStage stage;
    stage.usePrinterAndTerminal();
    auto settings = stage.desk.settings();
    settings.push_back({"scale-1", DeviceRole::Scale, "toledo+serial:///dev/nowhere", {}, true});
    settings.push_back(
        {"scanner-1", DeviceRole::Scanner, "scanner+serial:///dev/nowhere", {}, false});
    stage.desk.use(settings);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* page = new DevicesPage(stage.console, stage.setup, shell().theme(), &window);
    column->addWidget(page);
    window.resize(1366, 768);
    window.show();
    const auto faultsOf = [&](const char* name) {
        return layoutFaultsEverywhere(window, name).join(QLatin1Char('\n')).toStdString();
    };
    stage.console.select("receipt-printer-1");
    stage.console.printTestPage();
    REQUIRE(waitUntil([&] { return !stage.told.empty(); }));
    QTest::qWait(2 * DeviceConsole::kRefreshMs);
    CHECK(faultsOf("devices-printer") == "");
    stage.console.select("payment-terminal-1");
    stage.console.diagnose();
    REQUIRE(waitUntil([&] { return stage.told.size() == 2; }));
    QTest::qWait(2 * DeviceConsole::kRefreshMs);
    CHECK(faultsOf("devices-terminal") == "");

    settings.push_back({"card-1", DeviceRole::CardReader, "pcsc:nobody", "mifare:8", true});
    settings.push_back({"gateway-1", DeviceRole::PaymentGateway,
        "codes+https://pay.test/?merchant=M1", {}, true, "/etc/branchline/gateway.pem"});
    stage.desk.use(settings);
    stage.console.select("card-1");
    CHECK(faultsOf("devices-cards") == "");
    stage.console.select("gateway-1");
    QTest::qWait(2 * DeviceConsole::kRefreshMs);
    CHECK(faultsOf("devices-gateway") == "");

    QCoreApplication::processEvents();
    const auto buttons = page->findChildren<QPushButton*>();
    const auto add = std::ranges::find_if(buttons,
        [](const QPushButton* button) { return button->text() == QStringLiteral("添加设备"); });
    REQUIRE(add != buttons.end());
    (*add)->click();
    REQUIRE(window.findChild<Sheet*>()->isOpen());
    CHECK(faultsOf("wizard-role") == "");
    stage.setup.chooseRole(DeviceRole::ReceiptPrinter);
    stage.setup.searchNetwork();
    REQUIRE(waitUntil([&] { return stage.setup.offers().size() == 2; }));
    CHECK(faultsOf("wizard-place") == "");
    // The counter's printer is moved.
    std::erase_if(settings, [](const auto& slot) { return slot.id == "receipt-printer-1"; });
    stage.desk.use(settings);
    REQUIRE(stage.setup.choosePlace(stage.printerAddress()));
    CHECK(faultsOf("wizard-profile") == "");
    stage.setup.chooseProfile("escpos-80");
    stage.setup.startTrial();
    REQUIRE(waitUntil([&] { return stage.setup.trial() == DeviceSetup::Trial::Passed; }));
    CHECK(faultsOf("wizard-trial") == "");
    stage.setup.begin(DeviceRole::PaymentTerminal);
    REQUIRE(waitUntil([&] { return !stage.setup.isSearching(); }));
    CHECK(faultsOf("wizard-place-terminal") == "");
    stage.setup.begin(DeviceRole::PaymentGateway);
    REQUIRE(stage.setup.choosePlace("codes+https://127.0.0.1:9/v1?merchant=M1"));
    CHECK(faultsOf("wizard-trial-https") == "");
}

}  // namespace bl::desktop::test
