#include "app/device/commands.h"
#include "devices/discovery/attached_devices.h"
#include "devices/discovery/network_scan.h"

#include <iterator>

namespace bl::device {

namespace {

Json describe(const DeviceDescriptor& device)
{
    Json suggestions = Json::array();
    for (const auto& one : device.suggestions)
        suggestions.push_back({{"role", roleName(one.role)}, {"address", one.address}});
    return {{"id", device.id}, {"bus", placeName(device.place)}, {"usb", device.usbId},
        {"path", device.path}, {"serial", device.serial}, {"title", device.title},
        {"profile", device.profile}, {"suggestions", std::move(suggestions)}};
}

Result<text::CommandResult> list(const text::CommandArguments& arguments)
{
    auto devices = findAttachedDevices({});
    if (arguments.has("network")) {
        const Cancellation cancellation;
        auto hosts = scanNetwork(neighbours(), {}, cancellation);
        std::move(hosts.begin(), hosts.end(), std::back_inserter(devices));
    }
    text::CommandResult result;
    result.json["devices"] = Json::array();
    for (const auto& device : devices) {
        result.json["devices"].push_back(describe(device));
        QString line = QString::fromStdString(device.title);
        if (!device.usbId.empty())
            line += QStringLiteral("  ") + QString::fromStdString(device.usbId);
        if (!device.serial.empty())
            line += QStringLiteral("  ") + QString::fromStdString(device.serial);
        result.lines << line;
        for (const auto& one : device.suggestions)
            result.lines << QStringLiteral("  ") + QString::fromStdString(one.address);
    }
    if (devices.empty())
        result.lines << DeviceProgram::tr("Nothing was found.");
    return result;
}

}  // namespace

text::Command listCommand()
{
    text::Command command;
    command.name = QStringLiteral("list");
    command.summary = DeviceProgram::tr("Tells which devices are there, and their addresses.");
    command.options = {QCommandLineOption(QStringLiteral("network"),
        DeviceProgram::tr("Also looks for printers and terminals on the local network."))};
    command.run = list;
    return command;
}

}  // namespace bl::device
