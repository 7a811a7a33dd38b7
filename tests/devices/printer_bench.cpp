#include "tests/devices/printer_bench.h"

#include "devices/slot/driver_factory.h"
#include "devices/transport/tcp_transport.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace bl::test {

PrinterBench::PrinterBench(PrinterProfile profile)
    : m_profile(std::move(profile))
{
    auto simulator = sim::PrinterSimulator::start(sim::TcpPlug{},
        sim::PaperShape{m_profile.pixels, m_profile.columns, sim::PaperEncoding::Gb18030},
        m_profile.paperMm, [this](sim::SimulatorEvent event) { note(std::move(event)); });
    REQUIRE(simulator);
    m_simulator = std::move(*simulator);
}

std::unique_ptr<EscPosReceiptPrinter> PrinterBench::driver() const
{
    return driverWith(patient());
}

std::unique_ptr<EscPosReceiptPrinter> PrinterBench::impatientDriver() const
{
    return driverWith(impatient());
}

std::unique_ptr<EscPosReceiptPrinter> PrinterBench::driverWith(
    EscPosReceiptPrinter::Timing timing) const
{
    return driverAt("127.0.0.1", m_simulator->port(), m_profile, m_cancellation, timing);
}

void PrinterBench::note(sim::SimulatorEvent event)
{
    const std::lock_guard lock(m_mutex);
    if (auto* receipt = std::get_if<sim::ReceiptPrinted>(&event))
        m_receipts.push_back(std::move(*receipt));
    else if (std::holds_alternative<sim::DrawerOpened>(event))
        ++m_drawerOpenings;
    else if (const auto* ended = std::get_if<sim::SimulatorHost::Disconnected>(&event)) {
        ++m_disconnects;
        m_receivedBytes += ended->bytes;
    }
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

std::size_t PrinterBench::receivedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_receivedBytes;
}

EscPosReceiptPrinter::Timing patient()
{
    using std::chrono::milliseconds;
    return {.connect = milliseconds{30000},
        .status = milliseconds{30000},
        .poll = milliseconds{100},
        .stall = milliseconds{30000},
        .silence = milliseconds{60000},
        .whole = milliseconds{120000}};
}

EscPosReceiptPrinter::Timing impatient()
{
    auto timing = patient();
    timing.status = std::chrono::milliseconds{100};
    timing.stall = timing.silence = std::chrono::milliseconds{300};
    return timing;
}

std::shared_ptr<ReceiptPrinter> makePrinter(const std::string& address, const std::string& profile)
{
    auto made =
        makeDriver({"receipt-printer-1", DeviceRole::ReceiptPrinter, address, profile, true},
            {std::make_shared<Cancellation>(), std::make_shared<TraceRing>(), {}}, DriverOptions{});
    REQUIRE(made);
    auto* printer = std::get<ReceiptPrinter*>(made->role);
    return {std::shared_ptr<DeviceDriver>(std::move(made->driver)), printer};
}

std::unique_ptr<EscPosReceiptPrinter> driverAt(const std::string& host, std::uint16_t port,
    const PrinterProfile& profile, std::shared_ptr<const Cancellation> cancellation,
    EscPosReceiptPrinter::Timing timing)
{
    return std::make_unique<EscPosReceiptPrinter>("printer", profile,
        EscPosReceiptPrinter::Line::PerJob,
        std::make_unique<TcpTransport>(host, port, std::move(cancellation), nullptr),
        std::make_shared<BlackRasterizer>(), timing);
}

}  // namespace bl::test
