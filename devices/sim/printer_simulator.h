#pragma once

#include "core/base/result.h"
#include "devices/sim/simulated_printer.h"
#include "devices/transport/cancellation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>

namespace bl::sim {

struct ComputerConnected {};
struct ComputerDisconnected {
    std::size_t bytes = 0;
};  ///< received over this connection
using SimulatorEvent =
    std::variant<ReceiptPrinted, DrawerOpened, StrayBytes, ComputerConnected, ComputerDisconnected>;

/// A receipt printer on a TCP port of this machine's loopback, on a thread of its own. Like real
/// ones it serves one connection at a time; others wait.
class PrinterSimulator {
public:
    using Listener = std::function<void(SimulatorEvent)>;

    /// Listens on a loopback address; port 0 takes a free one. The listener is called on the
    /// simulator's thread or in setFaults() and must not call back. Fails with InvalidAddress,
    /// PortInUse or ListenFailed.
    static Result<std::unique_ptr<PrinterSimulator>> start(const std::string& host,
        std::uint16_t port, PaperShape shape, int paperMm, Listener listener);
    ~PrinterSimulator();
    PrinterSimulator(const PrinterSimulator&) = delete;
    PrinterSimulator& operator=(const PrinterSimulator&) = delete;

    std::uint16_t port() const { return m_port; }

    PrinterFaults faults() const;

    /// Takes effect before it returns.
    void setFaults(const PrinterFaults& faults);

private:
    PrinterSimulator(
        int listening, std::uint16_t port, PaperShape shape, int paperMm, Listener listener);

    void run();
    void serve(int client);
    enum class Link { Kept, Ended };
    Link receive(int client, std::size_t& total);
    void publish(SimulatedPrinter::Reaction reaction);

    int m_listening;
    std::uint16_t m_port;
    Listener m_listener;
    mutable std::mutex m_mutex;  // guards the printer and the client's descriptor
    SimulatedPrinter m_printer;
    int m_client = -1;
    Cancellation m_stop;
    std::thread m_thread;
};

}  // namespace bl::sim
