#include "devices/discovery/attached_devices.h"

#include "core/base/text.h"
#include "devices/discovery/known_usb.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>

namespace bl {

namespace {

namespace fs = std::filesystem;

/// The first line of a small file; empty where there is none.
std::string lineOf(const fs::path& file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return excerpt(line);
}

std::vector<fs::path> entriesOf(const fs::path& directory)
{
    std::vector<fs::path> entries;
    std::error_code problem;
    for (fs::directory_iterator at(directory, problem), end; !problem && at != end;
         at.increment(problem))
        entries.push_back(at->path());
    std::ranges::sort(entries);
    return entries;
}

struct UsbFacts {
    std::string id;
    std::string serial;
    std::string maker;
    std::string product;
};

/// What the USB device tells that this belongs to: the nearest folder above that has its numbers.
std::optional<UsbFacts> usbOf(const fs::path& device)
{
    std::error_code problem;
    fs::path at = fs::canonical(device, problem);
    if (problem)
        return std::nullopt;
    for (; at.has_relative_path(); at = at.parent_path()) {
        if (!fs::exists(at / "idVendor", problem))
            continue;
        return UsbFacts{lineOf(at / "idVendor") + ":" + lineOf(at / "idProduct"),
            lineOf(at / "serial"), lineOf(at / "manufacturer"), lineOf(at / "product")};
    }
    return std::nullopt;
}

/// Device files by their stable names: those of a folder of symbolic links.
std::map<fs::path, fs::path> stableNames(const fs::path& folder)
{
    std::map<fs::path, fs::path> names;
    for (const auto& link : entriesOf(folder)) {
        std::error_code problem;
        const auto target = fs::canonical(link, problem);
        if (!problem)
            names.emplace(target, link);
    }
    return names;
}

/// Two devices without a number share one name by-id; then the plug tells them apart.
fs::path stablePath(const fs::path& file, const fs::path& links, bool hasSerial)
{
    std::error_code problem;
    const auto target = fs::canonical(file, problem);
    if (problem)
        return file;
    const char* const orders[2][2] = {{"by-path", "by-id"}, {"by-id", "by-path"}};
    for (const char* folder : orders[hasSerial ? 1 : 0]) {
        const auto names = stableNames(links / folder);
        if (const auto found = names.find(target); found != names.end())
            return found->second;
    }
    return file;
}

std::string titleOf(const UsbFacts& usb, const KnownUsb* known)
{
    const auto told = usb.product.empty()                         ? usb.maker
        : usb.maker.empty() || usb.product.starts_with(usb.maker) ? usb.product
                                                                  : usb.maker + ' ' + usb.product;
    if (!known)
        return told.empty() ? usb.id : told;
    // The table knows what stands on the device better than the device itself; of a maker alone it
    // knows less.
    return known->id.size() > 4 || usb.product.empty() ? known->title
                                                       : known->title + ' ' + usb.product;
}

DeviceDescriptor describe(const fs::path& path, FoundAt place, const std::optional<UsbFacts>& usb)
{
    DeviceDescriptor found;
    found.id = path.string();
    found.place = place;
    found.path = path.string();
    found.title = path.filename().string();
    if (!usb)
        return found;
    const KnownUsb* known = findKnownUsb(usb->id);
    found.usbId = usb->id;
    found.serial = usb->serial;
    found.title = titleOf(*usb, known);
    if (known)
        found.profile = known->profile;
    return found;
}

std::span<const DeviceRole> rolesOf(const DeviceDescriptor& found)
{
    const KnownUsb* known = found.usbId.empty() ? nullptr : findKnownUsb(found.usbId);
    return known ? std::span<const DeviceRole>(known->roles) : std::span<const DeviceRole>();
}

/// Kernels list serial ports that the board does not have.
bool isThere(const fs::path& port)
{
    std::error_code problem;
    return fs::exists(port / "device", problem) && lineOf(port / "type") != "0";
}

}  // namespace

std::vector<DeviceDescriptor> findSerialPorts(const SystemRoots& roots)
{
    std::vector<DeviceDescriptor> found;
    for (const auto& port : entriesOf(roots.sys / "class" / "tty")) {
        const auto file = roots.dev / port.filename();
        std::error_code problem;
        if (!isThere(port) || !fs::exists(file, problem))
            continue;
        const auto usb = usbOf(port / "device");
        const auto path = stablePath(file, roots.dev / "serial", usb && !usb->serial.empty());
        auto descriptor = describe(path, FoundAt::Serial, usb);
        descriptor.suggestions = suggestionsFor(Bus::Serial, descriptor.path, rolesOf(descriptor));
        found.push_back(std::move(descriptor));
    }
    return found;
}

std::vector<DeviceDescriptor> findUsbPrinters(const SystemRoots& roots)
{
    std::vector<DeviceDescriptor> found;
    for (const auto& printer : entriesOf(roots.sys / "class" / "usbmisc")) {
        const auto file = roots.dev / "usb" / printer.filename();
        std::error_code problem;
        if (!printer.filename().string().starts_with("lp") || !fs::exists(file, problem))
            continue;
        const auto usb = usbOf(printer / "device");
        const auto path = stablePath(file, roots.dev / "branchline", usb && !usb->serial.empty());
        auto descriptor = describe(path, FoundAt::Usb, usb);
        descriptor.suggestions = suggestionsFor(Bus::File, descriptor.path, rolesOf(descriptor));
        found.push_back(std::move(descriptor));
    }
    return found;
}

std::vector<DeviceDescriptor> findAttachedDevices(const SystemRoots& roots)
{
    auto found = findSerialPorts(roots);
    std::ranges::move(findUsbPrinters(roots), std::back_inserter(found));
    std::ranges::move(findPrintQueues(), std::back_inserter(found));
    std::ranges::move(findCardReaders(), std::back_inserter(found));
    return found;
}

}  // namespace bl
