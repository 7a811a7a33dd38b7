#pragma once

#include "resources/embedded_file.h"

#include <vector>

namespace bl::resources {

/// The migrations of all series, named `series/NNNN_what.sql`, in order.
const std::vector<EmbeddedFile>& migrationFiles();

}  // namespace bl::resources
