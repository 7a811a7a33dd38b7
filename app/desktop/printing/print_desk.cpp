#include "app/desktop/printing/print_desk.h"

#include "devices/transport/device_address.h"

#include <algorithm>
#include <utility>

namespace bl::desktop {

PrintDesk::PrintDesk(DeviceDesk& devices, QObject* parent)
    : QObject(parent)
    , m_devices(devices)
{
    connect(&m_devices, &DeviceDesk::changed, this, &PrintDesk::refresh);
    connect(&m_devices, &DeviceDesk::settingsChanged, this, &PrintDesk::refresh);
    refresh();
}

PrintDesk::~PrintDesk() = default;

SlotSettings PrintDesk::slot() const
{
    const auto& all = m_devices.settings();
    const auto found = std::ranges::find(all, std::string(kReceiptPrinterSlot), &SlotSettings::id);
    if (found != all.end())
        return *found;
    return {kReceiptPrinterSlot, DeviceRole::ReceiptPrinter, {}, {}, true};
}

std::string PrintDesk::address() const
{
    const auto printer = slot();
    return printer.enabled ? printer.address : std::string();
}

PrinterProfile PrintDesk::profile() const
{
    return findPrinterProfile(slot().profile).value_or(printerProfiles().front());
}

std::optional<DeviceFault> PrintDesk::fault() const
{
    return m_devices.status(kReceiptPrinterSlot).reading.fault;
}

Result<SlotSettings> PrintDesk::slotWith(
    const std::string& address, const std::string& profile) const
{
    auto printer = slot();
    printer.address = address;
    printer.profile = profile;
    printer.enabled = true;
    if (!address.empty()) {
        BL_CHECK(DeviceAddress::parse(address, DeviceRole::ReceiptPrinter));
        if (!profile.empty() && !findPrinterProfile(profile))
            return Error{ErrorCode::NotFound, {profile}};
    }
    return printer;
}

Result<void> PrintDesk::usePrinter(const std::string& address, const std::string& profile)
{
    BL_TRY(const auto printer, slotWith(address, profile));
    m_devices.set(printer);
    return {};
}

Result<void> PrintDesk::usePrinterForNow(const std::string& address)
{
    BL_TRY(const auto printer, slotWith(address, {}));
    m_devices.setForNow(printer);
    return {};
}

void PrintDesk::print(
    QObject* receiver, ReceiptDocument document, DrawerPulse drawer, Outcome outcome)
{
    ++m_unfinished;
    refresh();
    const auto trace = std::make_shared<PaperTrace>(PaperTrace::None);
    m_devices.devices().run<ReceiptPrinter>(
        kReceiptPrinterSlot,
        [document = std::move(document), drawer, trace](ReceiptPrinter& printer) {
            auto printed = printer.print(document, drawer);
            *trace = printer.trace();
            return printed;
        },
        [this, receiver = QPointer<QObject>(receiver), trace, outcome = std::move(outcome)](
            const Result<PrintProof>& printed) {
            --m_unfinished;
            if (printed)
                ++m_printed;
            refresh();
            if (receiver)
                outcome(printed, *trace);
        });
}

void PrintDesk::refresh()
{
    auto state = PrinterState::NotConfigured;
    switch (m_devices.status(kReceiptPrinterSlot).state) {
    case SlotState::Unconfigured:
        state = hasPrinter() ? PrinterState::Failed : PrinterState::NotConfigured;
        break;
    case SlotState::Disabled: break;
    case SlotState::Busy:
    case SlotState::Ready: state = PrinterState::Ready; break;
    // A moment after the start, or between two tries.
    case SlotState::Connecting: state = m_state; break;
    case SlotState::Disconnected:
    case SlotState::Faulted: state = PrinterState::Failed; break;
    }
    if (m_unfinished > 0 && hasPrinter())
        state = PrinterState::Printing;
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

}  // namespace bl::desktop
