#pragma once

#include "resources/embedded_file.h"

#include <vector>

namespace bl::resources {

/// The demo organisation: `organisation.json`, as `branchline-hq apply` takes it.
const std::vector<EmbeddedFile>& demoFiles();

}  // namespace bl::resources
