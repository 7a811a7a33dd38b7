#pragma once

#include "core/base/result.h"
#include "devices/sim/simulated_printer.h"

#include <string_view>

namespace bl::sim {

/// Adds what one JSON line asks for to the faults: {"fault":"paper-out"}, optionally with
/// "afterLines"; "paper-near"; "cover"; "mute"; {"fault":"slow","bytesPerSecond":500};
/// {"fault":"drop-after","bytes":200}; {"fault":"clear"} ends all of them. Fails with InvalidJson
/// or InvalidArgument.
Result<PrinterFaults> applyFault(PrinterFaults faults, std::string_view line);

}  // namespace bl::sim
