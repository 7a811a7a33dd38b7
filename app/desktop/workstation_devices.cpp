#include "app/desktop/session/start_devices.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/workstation.h"
#include "app/text/command_line.h"
#include "app/text/sentence.h"
#include "devices/slot/slot_settings_json.h"

/// The workstation's devices: set up as they are kept, shown in the strip, and kept when they
/// change.
namespace bl::desktop {

void Workstation::useDevices(const std::vector<SlotSettings>& devices)
{
    m_devices = std::make_unique<DeviceDesk>();
    m_devices->use(devices);
    m_printer = std::make_unique<PrintDesk>(*m_devices);
    m_payments = std::make_unique<PaymentDesk>(m_register->till(), *m_devices);
    connect(m_devices.get(), &DeviceDesk::settingsChanged, this, &Workstation::keepDevices);
    m_register->readDeviceSecrets(this, devices, [this](const auto& secrets) {
        for (const auto& [slot, secret] : secrets)
            m_devices->learnSecret(slot, secret);
    });
    connect(m_devices.get(), &DeviceDesk::secretEntered, m_register.get(),
        &OpenRegister::keepDeviceSecret);
    if (const auto used = useStartDevices(m_options, *m_devices, *m_printer); !used)
        text::printError(text::sentence(used.error()));
    m_board->setPrinter(m_printer->state());
    connect(m_printer.get(), &PrintDesk::stateChanged, m_board.get(), &StatusBoard::setPrinter);
    const auto showDevices = [this] {
        m_board->setDevices(m_devices->devices().statuses());
    };
    showDevices();
    connect(m_devices.get(), &DeviceDesk::changed, m_board.get(), showDevices);
    connect(m_devices.get(), &DeviceDesk::settingsChanged, m_board.get(), showDevices);
}

void Workstation::keepDevices()
{
    m_register->till().write(
        this,
        [value = writeSlots(m_devices->kept())](
            TillServices& services) { return services.settings.set(kDevicesSetting, value); },
        [](const Result<void>& kept) {
            if (!kept)
                text::printError(text::sentence(kept.error()));
        });
    m_board->setPrinter(m_printer->state());
}

void Workstation::openDevices()
{
    if (m_user)
        enterOffice([this] { m_office->showPage(m_devicesPage); });
    else
        m_shell.window().toast()->say(tr("Log in first: devices are in the back office."));
}

}  // namespace bl::desktop
