#pragma once

#include "devices/slot/slot_status.h"

#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// The slots of a register as one JSON document, for its settings:
/// `{"slots":[{"id","role","address","profile"?,"enabled"?}]}`.
std::string writeSlots(const std::vector<SlotSettings>& slots);

/// Fails with InvalidDocument.
Result<std::vector<SlotSettings>> readSlots(std::string_view text);

}  // namespace bl
