#include "app/desktop/session/start_devices.h"

#include "app/desktop/devices/device_desk.h"
#include "app/desktop/printing/print_desk.h"
#include "app/desktop/session/start_options.h"
#include "devices/slot/slot_settings_json.h"

#include <QFile>

namespace bl::desktop {

namespace {

Result<void> useFile(const QString& name, DeviceDesk& desk)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::UnreadableFile, {name.toStdString(), file.errorString().toStdString()}};
    BL_TRY(auto devices, readDeviceFile(file.readAll().toStdString()));
    desk.use(std::move(devices.slots));
    for (const auto& [slot, secret] : devices.secrets)
        desk.enterSecret(slot, secret);
    return {};
}

}  // namespace

Result<void> useStartDevices(const StartOptions& options, DeviceDesk& desk, PrintDesk& printer)
{
    if (!options.devicesFile.isEmpty())
        BL_CHECK(useFile(options.devicesFile, desk));
    if (!options.printerAddress.isEmpty())
        BL_CHECK(printer.usePrinterForNow(options.printerAddress.toStdString()));
    return {};
}

}  // namespace bl::desktop
