#pragma once

#include "resources/embedded_file.h"

namespace bl::resources {

/// `in_store_codes.txt`: the patterns of in-store codes where nothing else is set.
const std::vector<EmbeddedFile>& catalogFiles();

}  // namespace bl::resources
