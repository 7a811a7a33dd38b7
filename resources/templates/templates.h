#pragma once

#include "resources/embedded_file.h"

#include <vector>

namespace bl::resources {

/// The templates that the product brings: `receipt/usual.json`, `label/shelf-60x40.json` …
const std::vector<EmbeddedFile>& templateFiles();

}  // namespace bl::resources
