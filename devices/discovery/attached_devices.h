#pragma once

#include "devices/discovery/device_descriptor.h"

#include <filesystem>
#include <vector>

namespace bl {

/// Where the system tells of its devices.
struct SystemRoots {
    std::filesystem::path dev = "/dev";
    std::filesystem::path sys = "/sys";
};

/// The serial ports that are there, each under the path that stays when it is plugged in again:
/// that of its serial number, or else of its plug (`/dev/serial/by-path/…`).
std::vector<DeviceDescriptor> findSerialPorts(const SystemRoots& roots);

/// Printers behind usblp (`/dev/usb/lp0`).
std::vector<DeviceDescriptor> findUsbPrinters(const SystemRoots& roots);

/// The printers of this system. Needs an application object.
std::vector<DeviceDescriptor> findPrintQueues();

/// The readers that the system's card service knows; none where it does not run.
std::vector<DeviceDescriptor> findCardReaders();

/// All of them; blocks for a moment, above all for the system's printers.
std::vector<DeviceDescriptor> findAttachedDevices(const SystemRoots& roots);

}  // namespace bl
