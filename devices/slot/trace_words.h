#pragma once

#include "devices/transport/trace_line.h"
#include "devices/transport/trace_ring.h"

#include <string_view>
#include <vector>

namespace bl {

/// What one entry of a line's trace says, decoded as far as the driver's language is known here and
/// in hexadecimal otherwise. Card numbers, tracks and passwords are not in it.
std::vector<TraceLine> describeTrace(std::string_view driver, const TraceRing::Entry& entry);

}  // namespace bl
