#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "devices/sim/simulated_printer.h"

namespace bl::sim {

/// Adds what a command asks for to the faults: {"fault":"paper-out"}, optionally with "afterLines";
/// "paper-near"; "cover"; "drawer" (it stands open); "cutter-jam"; "late-done" (that a job is done
/// is told when the next one begins); {"fault":"clear"} ends all of them. Fails with InvalidJson or
/// InvalidArgument.
Result<PrinterFaults> applyFault(PrinterFaults faults, const Json& command);

}  // namespace bl::sim
