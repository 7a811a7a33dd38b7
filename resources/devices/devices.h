#pragma once

#include "resources/embedded_file.h"

#include <vector>

namespace bl::resources {

/// What models of devices can do: `printers.json`.
const std::vector<EmbeddedFile>& deviceFiles();

}  // namespace bl::resources
