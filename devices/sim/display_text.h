#pragma once

#include <string>
#include <string_view>

namespace bl::sim {

/// By iconv, not by the library that the drivers use. What cannot be said becomes `?`.
std::string toGb18030(std::string_view utf8);
std::string fromGb18030Text(std::string_view bytes);

}  // namespace bl::sim
