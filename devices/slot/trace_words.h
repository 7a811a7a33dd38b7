#pragma once

#include "devices/transport/trace_ring.h"

#include <string>
#include <string_view>

namespace bl {

/// What one entry of a line's trace says, decoded as far as the driver's language is known here and
/// in hexadecimal otherwise; several lines where it holds several messages. Card numbers, tracks
/// and passwords are not in it.
std::string describeTrace(std::string_view driver, const TraceRing::Entry& entry);

}  // namespace bl
