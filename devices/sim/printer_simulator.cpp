#include "devices/sim/printer_simulator.h"

#include <utility>

namespace bl::sim {

namespace {

class PrinterDevice final : public SimulatedDevice {
public:
    PrinterDevice(PaperShape shape, int paperMm, PrinterSimulator::Listener listener)
        : m_printer(shape, paperMm)
        , m_listener(std::move(listener))
    {
    }

    const PrinterFaults& faults() const { return m_printer.faults(); }

    Reaction setFaults(const PrinterFaults& faults) { return tell(m_printer.setFaults(faults)); }
    Reaction receive(std::span<const std::uint8_t> bytes) override
    {
        return tell(m_printer.receive(bytes));
    }
    Reaction disconnected() override { return tell(m_printer.disconnect()); }

private:
    /// Paper first: whoever waits for the answer finds the receipt there.
    Reaction tell(SimulatedPrinter::Reaction reaction)
    {
        for (auto& event : reaction.events)
            std::visit([this](auto& what) { m_listener(std::move(what)); }, event);
        Reaction answer;
        answer.answers = std::move(reaction.answers);
        return answer;
    }

    SimulatedPrinter m_printer;
    PrinterSimulator::Listener m_listener;
};

PrinterDevice& printerIn(SimulatedDevice& device)
{
    return static_cast<PrinterDevice&>(device);
}

}  // namespace

PrinterSimulator::PrinterSimulator(std::unique_ptr<SimulatorHost> host)
    : m_host(std::move(host))
{
}

Result<std::unique_ptr<PrinterSimulator>> PrinterSimulator::start(
    SimPlug plug, PaperShape shape, int paperMm, Listener listener)
{
    BL_TRY(auto host,
        SimulatorHost::start(std::move(plug),
            std::make_unique<PrinterDevice>(shape, paperMm, listener),
            [listener](const SimulatorHost::Event& event) {
                std::visit([&](auto what) { listener(what); }, event);
            }));
    return std::unique_ptr<PrinterSimulator>(new PrinterSimulator(std::move(host)));
}

PrinterFaults PrinterSimulator::faults() const
{
    PrinterFaults faults;
    m_host->act([&](SimulatedDevice& device) {
        faults = printerIn(device).faults();
        return SimulatedDevice::Reaction{};
    });
    faults.line = m_host->faults();
    return faults;
}

void PrinterSimulator::setFaults(const PrinterFaults& faults)
{
    m_host->setFaults(faults.line);
    m_host->act([&](SimulatedDevice& device) { return printerIn(device).setFaults(faults); });
}

}  // namespace bl::sim
