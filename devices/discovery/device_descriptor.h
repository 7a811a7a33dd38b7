#pragma once

#include "devices/transport/driver_catalogue.h"

#include <string>
#include <vector>

namespace bl {

/// Where a device was found.
enum class FoundAt {
    Serial,   ///< a serial port, also one behind USB
    Usb,      ///< a printer behind usblp
    Network,  ///< a host that answers at a device's port
    Queue,    ///< a printer of this system
    Reader,   ///< a reader of the system's card service
    Program,  ///< nowhere: the program itself hears or shows it, or people read it off
};

std::string_view placeName(FoundAt place);  ///< `serial`

/// What the device may be, and the address that reaches it as that.
struct DeviceSuggestion {
    DeviceRole role{};
    std::string address;

    friend bool operator==(const DeviceSuggestion&, const DeviceSuggestion&) = default;
};

/// A device, or a plug for one, that was found and that a driver of the product can use.
struct DeviceDescriptor {
    std::string id;  ///< the same as long as the device is, or its plug, where it tells no number
    FoundAt place{};
    std::string usbId;    ///< `04b8:0202`; empty where it is none on USB
    std::string path;     ///< of its file; stable where the system knows such a one
    std::string serial;   ///< its number, where it tells
    std::string title;    ///< maker and model, a host, a queue: no text for people of ours
    std::string profile;  ///< of a printer that is known; empty otherwise
    std::vector<DeviceSuggestion> suggestions;

    friend bool operator==(const DeviceDescriptor&, const DeviceDescriptor&) = default;
};

/// Everything that could be reached over that bus: all drivers that take it, or only those of the
/// roles. `place` is what stands in an address: a path, a host, a queue.
std::vector<DeviceSuggestion> suggestionsFor(
    Bus bus, const std::string& place, std::span<const DeviceRole> roles);

}  // namespace bl
