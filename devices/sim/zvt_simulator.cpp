#include "devices/sim/zvt_simulator.h"

#include "core/base/json.h"

#include <limits>
#include <utility>

namespace bl::sim {

namespace {

SimulatedZvtTerminal& terminalIn(SimulatedDevice& device)
{
    return static_cast<SimulatedZvtTerminal&>(device);
}

Result<std::int64_t> atLeastOne(const Json& object, const char* key, std::int64_t usual)
{
    if (!object.contains(key))
        return usual;
    BL_TRY(const std::int64_t value, integerAt(object, key));
    if (value < 1 || value > std::numeric_limits<int>::max())
        return Error{ErrorCode::InvalidArgument, {std::string(key) + ": at least 1"}};
    return value;
}

}  // namespace

ZvtSimulator::ZvtSimulator(std::unique_ptr<SimulatorHost> host)
    : m_host(std::move(host))
{
}

Result<std::unique_ptr<ZvtSimulator>> ZvtSimulator::start(
    SimPlug plug, ZvtHabits habits, Listener listener)
{
    const auto kind =
        std::holds_alternative<PtyPlug>(plug) ? ZvtWire::Kind::Serial : ZvtWire::Kind::Tcp;
    auto terminal = std::make_unique<SimulatedZvtTerminal>(kind, std::move(habits),
        [listener](const SimulatedZvtTerminal::Event& event) { listener(event); });
    BL_TRY(auto host,
        SimulatorHost::start(std::move(plug), std::move(terminal),
            [listener](const SimulatorHost::Event& event) { listener(event); }));
    return std::unique_ptr<ZvtSimulator>(new ZvtSimulator(std::move(host)));
}

std::vector<ZvtBooking> ZvtSimulator::bookings() const
{
    std::vector<ZvtBooking> list;
    m_host->act([&](SimulatedDevice& device) {
        list = terminalIn(device).bookings();
        return SimulatedDevice::Reaction{};
    });
    return list;
}

int ZvtSimulator::messages() const
{
    int count = 0;
    m_host->act([&](SimulatedDevice& device) {
        count = terminalIn(device).messages();
        return SimulatedDevice::Reaction{};
    });
    return count;
}

ZvtFaults ZvtSimulator::faults() const
{
    ZvtFaults faults;
    m_host->act([&](SimulatedDevice& device) {
        faults = terminalIn(device).faults();
        return SimulatedDevice::Reaction{};
    });
    return faults;
}

void ZvtSimulator::setFaults(const ZvtFaults& faults)
{
    m_host->act([&](SimulatedDevice& device) {
        terminalIn(device).setFaults(faults);
        return SimulatedDevice::Reaction{};
    });
}

Result<ZvtFaults> applyZvtFault(ZvtFaults faults, const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    if (fault == "clear")
        return ZvtFaults{};
    if (fault == "decline") {
        BL_TRY(const std::int64_t code, atLeastOne(command, "code", 0x05));
        if (code > 0xFF)
            return Error{ErrorCode::InvalidArgument, {"code: at most 255"}};
        faults.decline = static_cast<unsigned>(code);
    } else if (fault == "customer-aborts") {
        faults.customerAborts = true;
    } else if (fault == "lose-completion") {
        faults.loseCompletion = true;
    } else if (fault == "drop-at" || fault == "mute-at") {
        BL_TRY(const std::int64_t message, atLeastOne(command, "message", 1));
        (fault == "drop-at" ? faults.dropAt : faults.muteAt) = static_cast<int>(message);
    } else if (fault == "nak" || fault == "bad-crc") {
        BL_TRY(const std::int64_t frames, atLeastOne(command, "frames", 1));
        (fault == "nak" ? faults.nak : faults.badCrc) = static_cast<int>(frames);
    } else if (fault == "busy") {
        faults.busy = true;
    } else if (fault == "late-status") {
        BL_TRY(const std::int64_t late, atLeastOne(command, "milliseconds", 5'000));
        faults.lateStatus = std::chrono::milliseconds(late);
    } else if (fault == "repeat-status") {
        faults.repeatStatus = true;
    } else if (fault == "wrong-amount") {
        BL_TRY(faults.wrongAmount, atLeastOne(command, "amount", 1));
    } else if (fault == "no-repeat-receipt") {
        faults.noRepeatReceipt = true;
    } else if (fault == "ignore-abort") {
        faults.ignoreAbort = true;
    } else {
        return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
    }
    return faults;
}

}  // namespace bl::sim
