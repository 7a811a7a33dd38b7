#include "core/base/assert.h"
#include "devices/payment/lrc_profile.h"
#include "devices/sim/fault_command.h"
#include "devices/sim/simulated_display.h"
#include "devices/sim/simulated_lrc_terminal.h"
#include "devices/sim/simulated_printer.h"
#include "devices/sim/simulated_readers.h"
#include "devices/sim/simulated_scale.h"
#include "devices/sim/simulated_zvt_terminal.h"
#include "devices/sim/zvt_simulator.h"

#include <algorithm>
#include <cstddef>

namespace {

using namespace bl;
using Bytes = std::span<const std::uint8_t>;

/// In pieces, as lines bring them, and with the time that the device asks for.
void say(sim::SimulatedDevice& device, Bytes bytes)
{
    device.connected();
    for (std::size_t at = 0; at < bytes.size();) {
        const auto count = std::min<std::size_t>(1 + bytes[at] % 16, bytes.size() - at);
        auto reaction = device.receive(bytes.subspan(at, count));
        for (int i = 0; reaction.callAgain && i < 4; ++i)
            reaction = device.timeCame();
        at += count;
    }
    device.disconnected();
}

void sayToPrinter(const Json* command, Bytes bytes)
{
    sim::SimulatedPrinter printer({}, 80);
    if (command) {
        if (const auto faults = sim::applyFault({}, *command))
            printer.setFaults(*faults);
    }
    for (std::size_t at = 0; at < bytes.size(); at += 7)
        printer.receive(bytes.subspan(at, std::min<std::size_t>(7, bytes.size() - at)));
    printer.setFaults({});
    printer.disconnect();
}

void sayToZvt(const Json* command, sim::ZvtWire::Kind kind, Bytes bytes)
{
    sim::SimulatedZvtTerminal terminal(kind, {}, [](const auto&) {});
    if (command) {
        if (const auto faults = sim::applyZvtFault({}, *command))
            terminal.setFaults(*faults);
    }
    say(terminal, bytes);
    for (const auto& booking : terminal.bookings())
        BL_ASSERT(booking.amount >= 0);
}

void sayToLrc(const Json* command, Bytes bytes)
{
    auto terminal = sim::SimulatedLrcTerminal::create(
        std::string(lrc::profiles().front().name), [](const auto&) {});
    BL_ASSERT(terminal);
    if (command) {
        if (const auto faults = sim::applyLrcFault({}, *command))
            (*terminal)->setFaults(*faults);
    }
    say(**terminal, bytes);
}

void sayToCommanded(sim::CommandedDevice& device, const Json* command, Bytes bytes)
{
    if (command)
        (void)device.obey(*command);
    say(device, bytes);
}

}  // namespace

/// A kind of device, a line with what somebody asks of it, and what a computer sends: whatever that
/// is, simulators stay on their feet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Bytes input(data + 1, size - 1);
    const auto end = std::ranges::find(input, std::uint8_t{'\n'});
    const auto length = static_cast<std::size_t>(end - input.begin());
    const auto parsed = parseJson({reinterpret_cast<const char*>(input.data()), length});
    const Json* command = parsed ? &*parsed : nullptr;
    const Bytes bytes = input.subspan(std::min(length + 1, input.size()));
    switch (data[0] % 10) {
    case 0: sayToPrinter(command, bytes); break;
    case 1: sayToZvt(command, sim::ZvtWire::Kind::Tcp, bytes); break;
    case 2: sayToZvt(command, sim::ZvtWire::Kind::Serial, bytes); break;
    case 3: sayToLrc(command, bytes); break;
    case 4:
    case 5: {
        const auto model = data[0] % 10 == 4 ? sim::DisplayModel::Cd5220 : sim::DisplayModel::Led8;
        sim::SimulatedDisplay display(model, [](const sim::DisplayPicture&) {});
        sayToCommanded(display, command, bytes);
        break;
    }
    case 6: {
        sim::SimulatedScale scale(static_cast<sim::ScaleLanguage>(data[0] / 10 % 7));
        sayToCommanded(scale, command, bytes);
        break;
    }
    case 7: {
        sim::SimulatedScanner scanner;
        sayToCommanded(scanner, command, bytes);
        break;
    }
    case 8: {
        sim::SimulatedRfid reader;
        sayToCommanded(reader, command, bytes);
        break;
    }
    default: {
        sim::SimulatedStripe reader;
        sayToCommanded(reader, command, bytes);
        break;
    }
    }
    return 0;
}
