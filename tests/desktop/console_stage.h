#pragma once

#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/devices/device_setup.h"
#include "app/desktop/printing/print_queue.h"
#include "devices/sim/printer_simulator.h"
#include "devices/sim/zvt_simulator.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"
#include "tests/support/catch.h"

#include <mutex>

namespace bl::desktop::test {

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

}  // namespace bl::desktop::test
