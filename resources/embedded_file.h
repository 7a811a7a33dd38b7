#pragma once

#include <string_view>
#include <vector>

/// Text files that are compiled into the programs.
namespace bl::resources {

struct EmbeddedFile {
    std::string_view name;  ///< path relative to its folder in resources/
    std::string_view text;
};

}  // namespace bl::resources
