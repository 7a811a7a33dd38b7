#pragma once

#include "devices/printer/receipt_line_drawing.h"
#include "devices/slot/devices.h"
#include "devices/transport/device_address.h"

#include <functional>
#include <string>
#include <string_view>

namespace bl {

/// What drivers need beside their address.
struct DriverOptions {
    ReceiptFonts fonts = ReceiptFonts::simplified();  ///< for printers that get pictures
    /// A password or key that was set up for a slot; empty where none was. Called on any thread.
    std::function<std::string(const std::string& slot)> secret = [](const std::string&) {
        return std::string();
    };
    std::string currency = "CNY";  ///< what terminals charge, by ISO 4217
};

/// Whether the product has that driver, by its name in addresses.
bool canDrive(std::string_view driver);

/// The driver for a slot's address; nothing is opened. Fails with DeviceAddressInvalid, also where
/// the address is of another role than the slot, and with what the kind of driver fails with.
Result<MadeDriver> makeDriver(const SlotSettings& settings, const DriverSurroundings& surroundings,
    const DriverOptions& options);

}  // namespace bl
