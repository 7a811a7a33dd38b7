#pragma once

#include "core/base/json_fwd.h"
#include "devices/sim/simulated_zvt_terminal.h"
#include "devices/sim/simulator_host.h"

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace bl::sim {

/// A payment terminal on a line of this machine: plain messages on a TCP port, frames on a
/// pseudo-terminal.
class ZvtSimulator {
public:
    using Event = std::variant<SimulatedZvtTerminal::Event, SimulatorHost::Event>;
    using Listener = std::function<void(const Event&)>;

    /// The listener is called on the simulator's thread or within a call, and must not call back.
    /// Fails as SimulatorHost::start.
    static Result<std::unique_ptr<ZvtSimulator>> start(
        SimPlug plug, ZvtHabits habits, Listener listener);

    std::uint16_t port() const { return m_host->port(); }
    SimulatorHost& line() { return *m_host; }

    std::vector<ZvtBooking> bookings() const;
    /// Messages in both directions since the faults were set.
    int messages() const;

    ZvtFaults faults() const;
    void setFaults(const ZvtFaults& faults);

private:
    explicit ZvtSimulator(std::unique_ptr<SimulatorHost> host);

    std::unique_ptr<SimulatorHost> m_host;
};

/// Adds what a command asks for to the faults; {"fault":"clear"} ends all of them. Fails with
/// InvalidJson or InvalidArgument.
Result<ZvtFaults> applyZvtFault(ZvtFaults faults, const Json& command);

}  // namespace bl::sim
