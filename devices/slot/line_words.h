#pragma once

#include "devices/transport/trace_line.h"
#include "devices/transport/trace_ring.h"

#include <string_view>

namespace bl {

/// What one entry of the trace of a scanner, reader, display or scale says: control bytes by their
/// names, and what it means. Card numbers are masked. `driver` is the address's.
TraceLine describeLine(std::string_view driver, const TraceRing::Entry& entry);

}  // namespace bl
