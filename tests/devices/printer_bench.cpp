#include "tests/devices/printer_bench.h"

#include "devices/transport/tcp_transport.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace bl::test {

PrinterBench::PrinterBench(PrinterProfile profile)
    : m_profile(std::move(profile))
{
    auto simulator = sim::PrinterSimulator::start("127.0.0.1", 0,
        sim::PaperShape{m_profile.pixels, m_profile.columns, sim::PaperEncoding::Gb18030},
        m_profile.paperMm, [this](sim::SimulatorEvent event) { note(std::move(event)); });
    REQUIRE(simulator);
    m_simulator = std::move(*simulator);
}

std::unique_ptr<ReceiptPrinter> PrinterBench::driver() const
{
    return driverAt("127.0.0.1", m_simulator->port(), m_profile, m_cancellation);
}

void PrinterBench::note(sim::SimulatorEvent event)
{
    const std::lock_guard lock(m_mutex);
    if (auto* receipt = std::get_if<sim::ReceiptPrinted>(&event))
        m_receipts.push_back(std::move(*receipt));
    else if (std::holds_alternative<sim::DrawerOpened>(event))
        ++m_drawerOpenings;
    else if (std::holds_alternative<sim::ComputerDisconnected>(event))
        ++m_disconnects;
    m_changed.notify_all();
}

void PrinterBench::awaitDisconnects(int count)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_disconnects >= count; });
}

void PrinterBench::awaitReceipts(std::size_t count)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_receipts.size() >= count; });
}

std::vector<sim::ReceiptPrinted> PrinterBench::receipts() const
{
    const std::lock_guard lock(m_mutex);
    return m_receipts;
}

int PrinterBench::cutWith(const std::string& text) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(m_receipts, [&](const auto& receipt) {
        return receipt.end == sim::PaperEnd::Cut
            && sim::paperText(receipt.strip).find(text) != std::string::npos;
    }));
}

int PrinterBench::drawerOpenings() const
{
    const std::lock_guard lock(m_mutex);
    return m_drawerOpenings;
}

std::unique_ptr<ReceiptPrinter> driverAt(const std::string& host, std::uint16_t port,
    const PrinterProfile& profile, std::shared_ptr<const Cancellation> cancellation)
{
    EscPosReceiptPrinter::Timing timing;
    timing.status = std::chrono::milliseconds{300};
    timing.stall = std::chrono::milliseconds{300};
    timing.silence = std::chrono::milliseconds{600};
    return std::make_unique<EscPosReceiptPrinter>("printer", profile,
        std::make_unique<TcpTransport>(host, port, std::move(cancellation)),
        std::make_shared<BlackRasterizer>(), timing);
}

}  // namespace bl::test
