#include "app/desktop/devices/device_desk.h"
#include "app/desktop/workstation.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QApplication>

namespace bl::desktop::test {

namespace {

/// A register that is started again and again.
struct Starts {
    bl::test::TempDirectory directory;
    StartOptions options;
    std::unique_ptr<Workstation> workstation;

    Starts()
    {
        makeRegister(directory.file("branchline.db"));
        options.dataDirectory = QString::fromStdString(directory.path());
    }

    Workstation& start(const QString& printer = {})
    {
        workstation.reset();
        options.printerAddress = printer;
        workstation = std::make_unique<Workstation>(*qApp, options);
        workstation->start();
        REQUIRE(waitUntil([&] { return workstation->devices() != nullptr; }));
        return *workstation;
    }

    std::string printerAtStart() { return start().printer()->address(); }
};

SlotSettings terminal()
{
    return {"payment-terminal-1", DeviceRole::PaymentTerminal, "manual:Counter", {}, true};
}

const QString kOverride = QStringLiteral("pdf:/tmp/branchline-for-now");

}  // namespace

TEST_CASE("A printer of the command line is used for that start and not kept with other devices",
    "[desktop][devices][start]")
{
    Starts register1;
    REQUIRE(register1.start().printer()->usePrinter("pdf:/tmp/branchline-kept", {}));
    CHECK(register1.start(kOverride).printer()->address() == kOverride.toStdString());

    register1.workstation->devices()->set(terminal());

    CHECK(register1.printerAtStart() == "pdf:/tmp/branchline-kept");
    CHECK(register1.workstation->devices()->settings().size() == 2);
}

TEST_CASE("Where no printer is kept, none is after a start with one", "[desktop][devices][start]")
{
    Starts register1;
    register1.start(kOverride).devices()->set(terminal());

    CHECK(register1.printerAtStart().empty());
    CHECK(register1.workstation->devices()->settings().size() == 1);
}

TEST_CASE(
    "A printer of the command line is kept once somebody sets it up", "[desktop][devices][start]")
{
    Starts register1;
    REQUIRE(register1.start(kOverride).printer()->usePrinter(kOverride.toStdString(), {}));

    CHECK(register1.printerAtStart() == kOverride.toStdString());
}

TEST_CASE("A terminal's password is there again at the next start", "[desktop][devices][start]")
{
    Starts register1;
    auto* devices = register1.start().devices();
    devices->set(
        {"payment-terminal-1", DeviceRole::PaymentTerminal, "zvt+tcp://127.0.0.1:9", {}, true});
    devices->enterSecret("payment-terminal-1", "246810");

    auto& again = register1.start();
    CHECK(waitUntil(
        [&] { return again.devices()->options().secret("payment-terminal-1") == "246810"; }));
    CHECK(again.devices()->options().secret("another").empty());
}

}  // namespace bl::desktop::test
