#pragma once

#include "devices/transport/serial_line.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace bl {

/// What a device is at the counter.
enum class DeviceRole {
    ReceiptPrinter,
    LabelPrinter,
    PaymentTerminal,
    PaymentGateway,  ///< charges the code on a customer's phone
    Scanner,
    CardReader,
    CustomerDisplay,
    Scale,
};

std::string_view roleName(DeviceRole role);  ///< `receipt-printer`

/// What a driver can be reached over.
enum class Bus { Tcp, Serial, File, Http, Named };

/// What the product can drive: the first word of an address, and what may follow it.
struct DriverFacts {
    std::string_view name;  ///< `escpos`
    DeviceRole role;
    std::span<const Bus> buses;
    std::uint16_t port = 0;  ///< by habit; 0 where there is none, so that it has to be written
    SerialLine line;         ///< by habit
    std::span<const std::string_view> options;  ///< what may be asked for behind a `?`
};

std::span<const DriverFacts> driverCatalogue();
const DriverFacts* findDriver(std::string_view name);

}  // namespace bl
