#pragma once

#include "devices/printer/escpos_receipt_printer.h"
#include "devices/sim/printer_simulator.h"
#include "devices/transport/cancellation.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace bl::test {

/// A simulated printer on a real socket, and what came out of it.
class PrinterBench {
public:
    explicit PrinterBench(PrinterProfile profile);

    std::unique_ptr<EscPosReceiptPrinter> driver() const;
    /// A driver for a printer that will answer nothing.
    std::unique_ptr<EscPosReceiptPrinter> impatientDriver() const;
    std::unique_ptr<EscPosReceiptPrinter> driverWith(EscPosReceiptPrinter::Timing timing) const;

    sim::PrinterSimulator& simulator() { return *m_simulator; }
    Cancellation& cancellation() { return *m_cancellation; }

    /// Blocks until that many computers have hung up: then all that a job can print is printed.
    void awaitDisconnects(int count);
    /// Blocks until that many receipts were cut or torn.
    void awaitReceipts(std::size_t count);

    std::vector<sim::ReceiptPrinted> receipts() const;
    /// Receipts that were cut and have this text on them.
    int cutWith(const std::string& text) const;
    int drawerOpenings() const;
    /// Over all connections that have ended.
    std::size_t receivedBytes() const;

private:
    void note(sim::SimulatorEvent event);

    PrinterProfile m_profile;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<sim::ReceiptPrinted> m_receipts;
    int m_drawerOpenings = 0;
    int m_disconnects = 0;
    std::size_t m_receivedBytes = 0;
    std::unique_ptr<sim::PrinterSimulator> m_simulator;
};

/// Waits that no busy machine exceeds, for printers that answer.
EscPosReceiptPrinter::Timing patient();
/// Short waits, for printers that never answer.
EscPosReceiptPrinter::Timing impatient();

/// The printer at an address, as programs make it.
std::shared_ptr<ReceiptPrinter> makePrinter(const std::string& address, const std::string& profile);

std::unique_ptr<EscPosReceiptPrinter> driverAt(const std::string& host, std::uint16_t port,
    const PrinterProfile& profile, std::shared_ptr<const Cancellation> cancellation,
    EscPosReceiptPrinter::Timing timing);

}  // namespace bl::test
