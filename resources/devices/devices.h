#pragma once

#include "resources/embedded_file.h"

#include <vector>

namespace bl::resources {

/// What models of receipt printers can do: `printers.json`. What is known of devices by their USB
/// numbers: `usb.json`. How acquirers' terminals talk: `acquirers.json`.
const std::vector<EmbeddedFile>& deviceFiles();

}  // namespace bl::resources
