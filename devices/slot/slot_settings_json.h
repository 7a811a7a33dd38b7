#pragma once

#include "devices/slot/slot_status.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// The slots of a register as one JSON document, for its settings:
/// `{"slots":[{"id","role","address","profile"?,"enabled"?}]}`.
std::string writeSlots(const std::vector<SlotSettings>& slots);

/// Fails with InvalidDocument.
Result<std::vector<SlotSettings>> readSlots(std::string_view text);

/// Devices as somebody writes them down for a register: the slots, and the keys and passwords of
/// some of them (`"secrets":{"payment-gateway-1":"…"}`).
struct DeviceFile {
    std::vector<SlotSettings> slots;
    std::map<std::string, std::string> secrets;
};

/// Fails with InvalidDocument.
Result<DeviceFile> readDeviceFile(std::string_view text);

}  // namespace bl
