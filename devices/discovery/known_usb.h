#pragma once

#include "core/base/result.h"
#include "devices/transport/driver_catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// What is known of devices by their USB numbers (resources/devices/usb.json).
struct KnownUsb {
    std::string id;  ///< `04b8:0202`, or `04b8` for all of that maker
    std::string title;
    std::vector<DeviceRole> roles;  ///< none: an adapter that anything may stand behind
    std::string profile;            ///< of a receipt printer

    friend bool operator==(const KnownUsb&, const KnownUsb&) = default;
};

/// The device, or its maker; null where neither is known. `usbId` is `vid:pid` in small letters.
const KnownUsb* findKnownUsb(std::string_view usbId);

/// Reads such a table. Fails with InvalidDocument, naming the entry and the field.
Result<std::vector<KnownUsb>> readKnownUsb(std::string_view json);

}  // namespace bl
