#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/backoffice/devices_page.h"
#include "app/desktop/devices/device_setup.h"
#include "app/desktop/printing/print_queue.h"
#include "app/desktop/widgets/sheet.h"
#include "app/text/sentence.h"
#include "devices/sim/codes_simulator.h"
#include "devices/sim/printer_simulator.h"
#include "devices/sim/simulated_readers.h"
#include "devices/sim/zvt_simulator.h"
#include "devices/slot/slot_settings_json.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"
#include "tests/support/certificate.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace bl::desktop::test {

namespace {

/// A register with a simulated printer and terminal, and the console over them.
struct ConsoleStage {
    explicit ConsoleStage(const std::string& password = "000000")
        : desk()
        , payments(*fixture.till, desk)
        , console(desk, payments, *fixture.till, prints,
              [this] { return staff::Actor(fixture.user("chenjing").id); })
        , setup(desk, finders())
    {
        auto started = sim::PrinterSimulator::start(
            sim::TcpPlug{}, {}, 80, [this](const sim::SimulatorEvent& event) {
                if (const auto* receipt = std::get_if<sim::ReceiptPrinted>(&event)) {
                    const std::lock_guard lock(mutex);
                    last = sim::paperText(receipt->strip);
                    ++receipts;
                }
                if (std::holds_alternative<sim::DrawerOpened>(event))
                    ++drawers;
            });
        REQUIRE(started);
        printer = *std::move(started);
        sim::ZvtHabits habits;
        habits.step = std::chrono::milliseconds(0);
        habits.password = password;
        auto terminalStarted = sim::ZvtSimulator::start(sim::TcpPlug{}, habits, [](const auto&) {});
        REQUIRE(terminalStarted);
        terminal = *std::move(terminalStarted);
        QObject::connect(&console, &DeviceConsole::told, &console,
            [this](const Message& message) { told.push_back(message); });
    }

    DeviceSetup::Finders finders()
    {
        return {[this] {
                    DeviceDescriptor usb;
                    usb.id = "/dev/usb/lp9";
                    usb.place = FoundAt::Usb;
                    usb.title = "Xprinter XP-80";
                    usb.profile = "xprinter-xp-80";
                    usb.suggestions = {{DeviceRole::ReceiptPrinter, "escpos+file:///dev/usb/lp9"}};
                    return std::vector{usb};
                },
            [this] {
                DeviceDescriptor host;
                host.id = host.title = "127.0.0.1";
                host.place = FoundAt::Network;
                host.suggestions = {{DeviceRole::ReceiptPrinter, printerAddress()}};
                return std::vector{host};
            }};
    }

    std::string lastReceipt()
    {
        const std::lock_guard lock(mutex);
        return last;
    }
    std::string printerAddress() const
    {
        return "escpos+tcp://127.0.0.1:" + std::to_string(printer->port());
    }
    std::string terminalAddress() const
    {
        return "zvt+tcp://127.0.0.1:" + std::to_string(terminal->port());
    }
    void usePrinterAndTerminal()
    {
        desk.use({{"receipt-printer-1", DeviceRole::ReceiptPrinter, printerAddress(), {}, true},
            {"payment-terminal-1", DeviceRole::PaymentTerminal, terminalAddress(), {}, true}});
        REQUIRE(waitUntil([&] {
            return desk.status("receipt-printer-1").state == SlotState::Ready
                && desk.status("payment-terminal-1").state == SlotState::Ready;
        }));
    }
    Message toldNext()
    {
        REQUIRE(waitUntil([&] { return !told.empty(); }));
        const auto first = told.front();
        told.erase(told.begin());
        return first;
    }

    DeskFixture fixture;
    std::mutex mutex;
    std::string last;  ///< receipt, as text
    std::atomic<int> receipts = 0;
    std::atomic<int> drawers = 0;
    std::unique_ptr<sim::PrinterSimulator> printer;
    std::unique_ptr<sim::ZvtSimulator> terminal;
    std::vector<Message> told;
    DeviceDesk desk;
    PrintDesk paper{desk};
    PrintQueue prints{*fixture.till, paper};
    PaymentDesk payments;
    DeviceConsole console;
    DeviceSetup setup;
};

}  // namespace

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

TEST_CASE("The wizard leads from what is found to a device that works", "[desktop][devices]")
{
    ConsoleStage stage;
    auto& setup = stage.setup;
    setup.begin();
    setup.chooseRole(DeviceRole::ReceiptPrinter);
    REQUIRE(waitUntil([&] { return setup.offers().size() == 1; }));
    CHECK(setup.offers().front().device.title == "Xprinter XP-80");
    setup.searchNetwork();
    REQUIRE(waitUntil([&] { return setup.offers().size() == 2; }));

    REQUIRE(setup.choosePlace(setup.offers().back().address));
    CHECK(setup.step() == DeviceSetup::Step::Profile);
    setup.chooseProfile("escpos-80");
    CHECK(setup.step() == DeviceSetup::Step::Trial);
    setup.startTrial();
    REQUIRE(waitUntil([&] { return setup.trial() == DeviceSetup::Trial::Passed; }));
    CHECK(stage.receipts == 1);
    setup.save();

    REQUIRE(stage.desk.settings().size() == 1);
    CHECK(stage.desk.settings().front()
        == SlotSettings{"receipt-printer-1", DeviceRole::ReceiptPrinter, stage.printerAddress(),
            "escpos-80", true});
    setup.begin(DeviceRole::ReceiptPrinter);
    REQUIRE(waitUntil([&] { return !setup.isSearching(); }));
    CHECK_FALSE(setup.offers().front().inUse);
}

TEST_CASE("An address that is typed is completed, and a wrong one is refused", "[desktop][devices]")
{
    ConsoleStage stage;
    auto& setup = stage.setup;
    setup.begin(DeviceRole::PaymentTerminal);

    REQUIRE(setup.choosePlace("192.0.2.7"));
    CHECK(setup.address() == "zvt+tcp://192.0.2.7:20007");
    CHECK(setup.step() == DeviceSetup::Step::Trial);
    setup.back();
    CHECK(setup.step() == DeviceSetup::Step::Place);
    CHECK_FALSE(setup.choosePlace("escpos+tcp://192.0.2.7"));
    CHECK_FALSE(setup.choosePlace(""));
    CHECK(setup.step() == DeviceSetup::Step::Place);
}

TEST_CASE("What needs no line is offered besides what was found", "[desktop][devices]")
{
    ConsoleStage stage;
    auto& setup = stage.setup;
    const auto offered = [&] {
        const auto offers = setup.offers();
        REQUIRE(offers.size() == 1);
        return offers.front();
    };
    setup.begin(DeviceRole::CustomerDisplay);
    CHECK(offered().address == "screen:");
    setup.begin(DeviceRole::PaymentTerminal);
    CHECK(offered().address == "manual:");
    REQUIRE(setup.choosePlace("manual:"));
    setup.save();

    // A second one has a name of its own; the first one's is taken.
    setup.begin(DeviceRole::PaymentTerminal);
    CHECK(offered().address == "manual:2");
    const auto taken = setup.choosePlace("manual:");
    REQUIRE_FALSE(taken);
    CHECK(taken.error() == Error{ErrorCode::DeviceAddressTaken, {"manual:"}});
    REQUIRE(setup.choosePlace("manual:2"));
    setup.save();
    REQUIRE(stage.desk.settings().size() == 2);

    // Nor can it be changed to the other's; its own is no obstacle.
    stage.console.select("payment-terminal-2");
    SlotSettings wanted;
    wanted.address = "manual:";
    CHECK_FALSE(stage.console.setUp(wanted));
    wanted.address = "manual:2";
    CHECK(stage.console.setUp(wanted));

    setup.begin(DeviceRole::Scanner);
    CHECK(offered().address == "hid:");
    CHECK_FALSE(offered().inUse);
    REQUIRE(setup.choosePlace("hid:"));
    setup.save();
    setup.begin(DeviceRole::Scanner);
    CHECK(offered().inUse);
}

TEST_CASE("A scanner that types like a keyboard is tried where it is heard", "[desktop][devices]")
{
    ConsoleStage stage;
    auto& setup = stage.setup;
    setup.begin(DeviceRole::Scanner);
    REQUIRE(setup.choosePlace("hid:"));
    setup.startTrial();
    CHECK(setup.trial() == DeviceSetup::Trial::Runs);

    stage.desk.devices().hear(
        CodeScanned{"6901234567892", "", {}, std::chrono::steady_clock::now()});

    CHECK(setup.trial() == DeviceSetup::Trial::Passed);
    CHECK(setup.trialAnswer() == "6901234567892");
    setup.save();
    CHECK(stage.desk.settings().front().address == "hid:");
}

TEST_CASE("A device that does not answer fails its trial and may be added all the same",
    "[desktop][devices]")
{
    ConsoleStage stage;
    auto& setup = stage.setup;
    setup.begin(DeviceRole::PaymentTerminal);
    REQUIRE(setup.choosePlace("zvt+tcp://127.0.0.1:9"));

    setup.startTrial();
    REQUIRE(waitUntil([&] { return setup.trial() == DeviceSetup::Trial::Failed; }));
    CHECK(isFault(*setup.trialError(), DeviceFault::NotFound));
    setup.save();

    CHECK(stage.desk.settings().size() == 1);
}

TEST_CASE("A terminal's password is tried, used and handed over to be kept", "[desktop][devices]")
{
    ConsoleStage stage("123456");
    auto& setup = stage.setup;
    QSignalSpy entered(&stage.desk, &DeviceDesk::secretEntered);
    setup.begin(DeviceRole::PaymentTerminal);
    REQUIRE(setup.choosePlace(stage.terminalAddress()));
    setup.startTrial();
    REQUIRE(waitUntil([&] { return setup.trial() == DeviceSetup::Trial::Failed; }));
    CHECK(isFault(*setup.trialError(), DeviceFault::AuthFailed));
    setup.setPassword("123456");
    setup.startTrial();
    REQUIRE(waitUntil([&] { return setup.trial() != DeviceSetup::Trial::Runs; }));
    INFO((setup.trialError() ? setup.trialError()->detail.at(0) : std::string()));
    REQUIRE(setup.trial() == DeviceSetup::Trial::Passed);
    setup.save();

    REQUIRE(entered.count() == 1);
    CHECK(waitUntil(
        [&] { return stage.desk.status("payment-terminal-1").state == SlotState::Ready; }));
    stage.console.select("payment-terminal-1");
    CHECK_FALSE(stage.console.trace().join(QLatin1Char(' ')).contains(QStringLiteral("123456")));
}

TEST_CASE(
    "A gateway behind an own authority is added with its certificate and key", "[desktop][devices]")
{
    const bl::test::Certificate certificate("127.0.0.1");
    sim::CodesHabits habits;
    habits.proof = {certificate.cert(), certificate.key()};
    const auto gateway = bl::test::must(
        sim::CodesSimulator::start({}, habits, [](const sim::CodesSimulator::Served&) {}));
    ConsoleStage stage;
    auto& setup = stage.setup;
    setup.begin(DeviceRole::PaymentGateway);
    REQUIRE(setup.choosePlace(
        "codes+https://127.0.0.1:" + std::to_string(gateway->port()) + "/v1?merchant=M1"));
    setup.setPassword("secret");
    setup.startTrial();
    REQUIRE(waitUntil([&] { return setup.trial() == DeviceSetup::Trial::Failed; }));
    CHECK(setup.trialError()->detail.back() == "certificate");

    setup.setCaFile(certificate.cert());
    setup.startTrial();
    REQUIRE(waitUntil([&] { return setup.trial() == DeviceSetup::Trial::Passed; }));
    setup.save();
    CHECK(waitUntil(
        [&] { return stage.desk.status("payment-gateway-1").state == SlotState::Ready; }));
    CHECK(bl::test::must(readSlots(writeSlots(stage.desk.settings()))) == stage.desk.settings());

    stage.console.select("payment-gateway-1");
    auto wanted = stage.desk.settings().front();
    wanted.caFile = "/nowhere/ca.pem";
    const auto refused = stage.console.setUp(wanted);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::UnreadableFile);
}

TEST_CASE("Where cards carry their number is checked before it is kept", "[desktop][devices]")
{
    ConsoleStage stage;
    stage.desk.use({{"card-reader-1", DeviceRole::CardReader, "pcsc:nobody", {}, true}});
    stage.console.select("card-reader-1");
    auto wanted = stage.desk.settings().front();
    for (const char* wrong : {"mifare:0", "mifare:7", "desfire"}) {
        wanted.profile = wrong;
        CHECK_FALSE(stage.console.setUp(wanted));
    }
    wanted.profile = "mifare:8";
    REQUIRE(stage.console.setUp(wanted));
    CHECK(stage.desk.settings().front().profile == "mifare:8");
}

TEST_CASE("Leaving the wizard in the middle of a trial waits for nobody", "[desktop][devices]")
{
    QTemporaryDir directory;
    const std::string link = directory.filePath(QStringLiteral("line")).toStdString();
    const auto silent = sim::SimulatorHost::start(sim::PtyPlug{link},
        std::make_unique<sim::SimulatedRfid>(), [](const sim::SimulatorHost::Event&) {});
    REQUIRE(silent);
    ConsoleStage stage;
    stage.setup.begin(DeviceRole::CardReader);
    REQUIRE(stage.setup.choosePlace("rfid+serial://" + link));
    stage.setup.startTrial();
    CHECK(stage.setup.trial() == DeviceSetup::Trial::Runs);

    stage.setup.back();

    CHECK(stage.setup.trial() == DeviceSetup::Trial::None);
    CHECK(stage.setup.step() == DeviceSetup::Step::Place);
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
