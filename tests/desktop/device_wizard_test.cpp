#include "devices/sim/codes_simulator.h"
#include "devices/sim/simulated_readers.h"
#include "devices/slot/slot_settings_json.h"
#include "tests/desktop/console_stage.h"
#include "tests/support/certificate.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace bl::desktop::test {

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

}  // namespace bl::desktop::test
