#include "core/base/json.h"
#include "devices/sim/fault_command.h"
#include "devices/sim/paper_strip.h"
#include "devices/sim/printer_simulator.h"
#include "devices/sim/simulated_readers.h"
#include "devices/transport/tcp_transport.h"
#include "tests/support/catch.h"

#include <array>
#include <atomic>
#include <string_view>
#include <thread>

namespace bl::sim {

namespace {

SimulatedPrinter::Reaction send(SimulatedPrinter& printer, std::string_view bytes)
{
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    return printer.receive(data);
}

SimulatedPrinter::Reaction sendByteByByte(SimulatedPrinter& printer, std::string_view bytes)
{
    SimulatedPrinter::Reaction all;
    for (const char byte : bytes) {
        auto reaction = send(printer, std::string_view(&byte, 1));
        all.answers.insert(all.answers.end(), reaction.answers.begin(), reaction.answers.end());
        for (auto& event : reaction.events)
            all.events.push_back(std::move(event));
    }
    return all;
}

using namespace std::string_view_literals;
using Answers = std::vector<std::uint8_t>;

}  // namespace

TEST_CASE("The simulated printer reads a stream whatever pieces it comes in", "[devices][sim]")
{
    constexpr auto kJob = "\x1b@\x1b"
                          "a\x01\xcb\xae\n\x1d"
                          "v0\0\x01\0\x02\0\xff\x81\x1dVB\0"sv;
    SimulatedPrinter printer({}, 80);
    const auto reaction = sendByteByByte(printer, kJob);
    REQUIRE(reaction.events.size() == 1);
    const auto& receipt = std::get<ReceiptPrinted>(reaction.events[0]);
    CHECK(receipt.end == PaperEnd::Cut);
    CHECK(paperText(receipt.strip) == std::string(23, ' ') + "水\n[picture 8x2]\n");
}

TEST_CASE("The simulated printer ends a line that is full, as real ones do", "[devices][sim]")
{
    SimulatedPrinter printer({.pixels = 48, .columns = 4}, 58);
    const auto reaction = send(printer, "abc\xcb\xae\n\x1dVB\0"sv);
    CHECK(paperText(std::get<ReceiptPrinted>(reaction.events.at(0)).strip) == "abc\n水\n");
}

TEST_CASE("The simulated printer answers status with its fixed bits", "[devices][sim]")
{
    SimulatedPrinter printer({}, 80);
    CHECK(send(printer, "\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"sv).answers
        == Answers{0x12, 0x12, 0x12, 0x12});
    PrinterFaults faults;
    faults.paperNearEnd = true;
    printer.setFaults(faults);
    CHECK(send(printer, "\x10\x04\x04\x1dr\x01"sv).answers == Answers{0x1e, 0x03});
}

TEST_CASE(
    "Without paper the simulated printer keeps what comes, answers ahead of it, and goes on later",
    "[devices][sim]")
{
    SimulatedPrinter printer({}, 80);
    PrinterFaults faults;
    faults.paperOut = true;
    printer.setFaults(faults);
    auto stopped = sendByteByByte(printer, "late\n\x10\x04\x02\x1dVB\0\x1dr\x01"sv);
    CHECK(stopped.answers == Answers{0x32});
    CHECK(stopped.events.empty());

    const auto resumed = printer.setFaults({});
    REQUIRE(resumed.events.size() == 1);
    CHECK(paperText(std::get<ReceiptPrinted>(resumed.events[0]).strip) == "late\n");
    CHECK(resumed.answers == Answers{0x00});
}

TEST_CASE(
    "A simulated printer that is late tells of a job when the next one begins", "[devices][sim]")
{
    SimulatedPrinter printer({}, 80);
    const auto faults = applyFault({}, Json{{"fault", "late-done"}});
    REQUIRE(faults);
    printer.setFaults(*faults);
    CHECK(send(printer, "\x1b@one\n\x1dr\x01"sv).answers.empty());
    CHECK(send(printer, "\x1b@"sv).answers == Answers{0x00});
    CHECK(send(printer, "\x1b@"sv).answers.empty());
}

TEST_CASE("Paper without a cut is torn off when the computer hangs up", "[devices][sim]")
{
    SimulatedPrinter printer({}, 80);
    CHECK(send(printer, "half a rec"sv).events.empty());
    const auto reaction = printer.disconnect();
    REQUIRE(reaction.events.size() == 1);
    const auto& receipt = std::get<ReceiptPrinted>(reaction.events[0]);
    CHECK(receipt.end == PaperEnd::Torn);
    CHECK(paperText(receipt.strip) == "half a rec\n");
    CHECK(printer.disconnect().events.empty());
}

TEST_CASE("The simulated printer shows bytes that are no command", "[devices][sim]")
{
    SimulatedPrinter printer({}, 80);
    const auto reaction = send(printer, "\x01"sv);
    REQUIRE(reaction.events.size() == 1);
    CHECK(std::get<StrayBytes>(reaction.events[0]).bytes == Answers{0x01});
}

TEST_CASE("Faults add up until they are cleared", "[devices][sim]")
{
    auto faults = applyFault({}, Json{{"fault", "cover"}});
    REQUIRE(faults);
    faults = applyFault(*faults, Json{{"fault", "paper-out"}, {"afterLines", 3}});
    REQUIRE(faults);
    CHECK(faults->coverOpen);
    CHECK(faults->paperOutAfterLines == 3);
    faults = applyFault(*faults, Json{{"fault", "clear"}});
    REQUIRE(faults);
    CHECK(*faults == PrinterFaults{});
}

TEST_CASE("A fault that nobody knows is refused", "[devices][sim]")
{
    const Json command = GENERATE(Json("paper-out"), Json{{"fault", "fire"}}, Json::object(),
        Json{{"fault", "paper-out"}, {"afterLines", 0}});
    CHECK_FALSE(applyFault({}, command));
}

TEST_CASE("The simulator listens on loopback only", "[devices][sim]")
{
    const std::string host =
        GENERATE(as<std::string>{}, "0.0.0.0", "::", "192.0.2.1", "printer", "");
    const auto simulator =
        PrinterSimulator::start(TcpPlug{host, 0}, {}, 80, [](const SimulatorEvent&) {});
    REQUIRE_FALSE(simulator);
    CHECK(simulator.error().code == ErrorCode::InvalidAddress);
}

TEST_CASE("A computer that breaks off while a simulator answers ends the connection alone",
    "[devices][sim]")
{
    std::atomic<int> connections = 0;
    const auto host = SimulatorHost::start(
        TcpPlug{}, std::make_unique<SimulatedScanner>(), [&](const SimulatorHost::Event& event) {
            connections += std::holds_alternative<SimulatorHost::Connected>(event) ? 1 : 0;
        });
    REQUIRE(host);
    TcpTransport computer("127.0.0.1", (*host)->port(), std::make_shared<Cancellation>(), nullptr);
    const auto connect = [&](int count) {
        REQUIRE(computer.open(std::chrono::seconds(10)));
        while (connections < count)
            std::this_thread::yield();
    };
    connect(1);
    const auto say = [](SimulatedDevice&) {
        SimulatedDevice::Reaction reaction;
        reaction.answers = {0x12};
        return reaction;
    };
    (*host)->act([&](SimulatedDevice&) {
        // The first answer hears that the line was reset, the second finds no line at all.
        computer.close(Transport::Ending::Abandoned);
        (*host)->act(say);
        (*host)->act(say);
        return SimulatedDevice::Reaction{};
    });
    connect(2);
    (*host)->act(say);
    std::array<std::uint8_t, 4> heard{};
    const auto count = computer.read(heard, std::chrono::seconds(10));
    REQUIRE(count);
    CHECK(*count == 1);
}

}  // namespace bl::sim
