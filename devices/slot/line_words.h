#pragma once

#include "devices/transport/trace_ring.h"

#include <string>
#include <string_view>

namespace bl {

/// What one entry of the trace of a scanner, reader, display or scale says, in one line: control
/// bytes by their names, what it means behind it. Card numbers are masked. `driver` is the
/// address's.
std::string describeLine(std::string_view driver, const TraceRing::Entry& entry);

}  // namespace bl
