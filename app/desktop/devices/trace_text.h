#pragma once

#include "devices/transport/trace_line.h"

#include <QString>

namespace bl::desktop {

/// What a line of a device's trace says, for people. Codes, hexadecimal and a protocol's own tokens
/// stay as they are.
QString traceText(const TraceLine& line);

}  // namespace bl::desktop
