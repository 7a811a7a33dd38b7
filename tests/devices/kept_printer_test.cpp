#include "core/ports/receipt_printer.h"
#include "devices/sim/printer_simulator.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/home_thread.h"
#include "tests/support/catch.h"
#include "tests/support/temp_directory.h"

#include <algorithm>

namespace bl::test {

TEST_CASE("A printer on a serial line tells that its paper is back, also after a job that had none",
    "[devices][printer]")
{
    TempDirectory directory;
    const std::string link = directory.file("printer");
    const auto started = sim::PrinterSimulator::start(
        sim::PtyPlug{link}, sim::PaperShape{}, 80, [](const sim::SimulatorEvent&) {});
    REQUIRE(started);
    const auto& printer = *started;
    HomeThread home;
    SystemRandom random;
    Devices devices(
        home,
        [](const SlotSettings& settings, const DriverSurroundings& surroundings) {
            return makeDriver(settings, surroundings, {});
        },
        random);
    const std::string slot = "receipt-printer-1";
    devices.configure({{slot, DeviceRole::ReceiptPrinter, "escpos+serial://" + link, {}, true}});
    const auto awaitState = [&](SlotState state) {
        return home.runUntil([&] { return devices.statuses().front().state == state; });
    };
    REQUIRE(awaitState(SlotState::Ready));
    // A printer without paper takes no orders: it has to know by then that it shall tell.
    constexpr std::size_t kAutomaticStatus = 4;
    REQUIRE(home.runUntil([&] {
        const auto trace = devices.trace(slot);
        return std::ranges::any_of(trace, [&](const TraceRing::Entry& entry) {
            return entry.direction == TraceRing::Direction::FromDevice
                && entry.bytes.size() == kAutomaticStatus;
        });
    }));

    sim::PrinterFaults faults;
    faults.paperOut = true;
    printer->setFaults(faults);
    REQUIRE(awaitState(SlotState::Faulted));
    std::optional<Result<PrintProof>> printed;
    ReceiptDocument document;
    document.blocks.emplace_back(ReceiptText{"one"});
    devices.run<ReceiptPrinter>(
        slot, [&](ReceiptPrinter& driver) { return driver.print(document, DrawerPulse::None); },
        [&](Result<PrintProof> proof) { printed = std::move(proof); });
    REQUIRE(home.runUntil([&] { return printed.has_value(); }));
    CHECK(isFault(printed->error(), DeviceFault::NoPaper));

    printer->setFaults({});
    CHECK(awaitState(SlotState::Ready));
}

}  // namespace bl::test
