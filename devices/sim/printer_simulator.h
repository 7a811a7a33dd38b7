#pragma once

#include "devices/sim/simulated_printer.h"
#include "devices/sim/simulator_host.h"

#include <functional>
#include <memory>
#include <variant>

namespace bl::sim {

using SimulatorEvent = std::variant<ReceiptPrinted, DrawerOpened, StrayBytes,
    SimulatorHost::Connected, SimulatorHost::Disconnected>;

/// A receipt printer on a line of this machine, and what comes out of it.
class PrinterSimulator {
public:
    using Listener = std::function<void(SimulatorEvent)>;

    /// The listener is called on the simulator's thread or in setFaults() and must not call back.
    /// Fails as SimulatorHost::start.
    static Result<std::unique_ptr<PrinterSimulator>> start(
        SimPlug plug, PaperShape shape, int paperMm, Listener listener);

    std::uint16_t port() const { return m_host->port(); }
    SimulatorHost& line() { return *m_host; }

    PrinterFaults faults() const;

    /// Takes effect before it returns.
    void setFaults(const PrinterFaults& faults);

private:
    explicit PrinterSimulator(std::unique_ptr<SimulatorHost> host);

    std::unique_ptr<SimulatorHost> m_host;
};

}  // namespace bl::sim
