#pragma once

#include "core/base/result.h"
#include "devices/transport/driver_catalogue.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace bl {

struct TcpPlace {
    std::string host;  ///< a name or a numeric address; IPv6 without its brackets
    std::uint16_t port = 0;

    friend bool operator==(const TcpPlace&, const TcpPlace&) = default;
};
struct SerialPlace {
    std::string path;  ///< `/dev/ttyS0`, `/dev/serial/by-id/…`
    SerialLine line;

    friend bool operator==(const SerialPlace&, const SerialPlace&) = default;
};
struct FilePlace {
    std::string path;  ///< `/dev/usb/lp0`

    friend bool operator==(const FilePlace&, const FilePlace&) = default;
};
struct HttpPlace {
    std::string url;  ///< `https://terminal.local:8443/nexo`

    friend bool operator==(const HttpPlace&, const HttpPlace&) = default;
};
/// What another part of the system knows by name: a print queue, a reader, a directory.
struct NamedPlace {
    std::string name;

    friend bool operator==(const NamedPlace&, const NamedPlace&) = default;
};

/// Where a device is reached and which language it speaks. The same text serves settings, commands
/// and error messages:
///
///     escpos+tcp://192.168.1.40:9100        zvt+serial:///dev/ttyUSB0?baud=19200&stop=1
///     escpos+file:///dev/usb/lp0            nexo+https://terminal.local/nexo?poi=P1
///     cups:Receipts                         pcsc:ACS ACR122U 00 00
///     hid:
///
/// Serial lines take `baud`, `data` (7, 8), `parity` (none, even, odd), `stop` (1, 2) and `flow`
/// (none, hardware, software); what is not written is the driver's habit.
struct DeviceAddress {
    using Place = std::variant<TcpPlace, SerialPlace, FilePlace, HttpPlace, NamedPlace>;

    std::string driver;  ///< `escpos`, one of driverCatalogue()
    Place place;
    std::map<std::string, std::string> options;  ///< those of the driver's own

    DeviceRole role() const;
    std::string toString() const;
    /// The option's value; empty where it is not given.
    std::string option(const std::string& name) const;

    /// Fails with DeviceAddressInvalid.
    static Result<DeviceAddress> parse(std::string_view text);
    /// Fails also where the driver has another role.
    static Result<DeviceAddress> parse(std::string_view text, DeviceRole role);

    friend bool operator==(const DeviceAddress&, const DeviceAddress&) = default;
};

}  // namespace bl
