#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace bl {

/// Where a device is reached and which language it speaks: `escpos+tcp://192.168.1.40:9100`.
struct DeviceAddress {
    std::string driver;  ///< "escpos"
    std::string bus;     ///< "tcp"
    std::string host;    ///< a name or a numeric address; IPv6 without its brackets
    std::uint16_t port = 0;

    std::string toString() const;

    /// The port is 9100, the printers' habit, where none is written. Fails with
    /// DeviceAddressInvalid.
    static Result<DeviceAddress> parse(std::string_view text);

    friend bool operator==(const DeviceAddress&, const DeviceAddress&) = default;
};

}  // namespace bl
