#pragma once

#include <string>
#include <string_view>

namespace bl {

/// The initials by which a name is found: 王小明 → `wxm`, "Anna Lee" → `al`, 可口可乐330ml →
/// `kkkl330m`; lower-case ASCII letters and digits. Characters with several readings get their most
/// frequent one (ICU, Han-Latin), so whoever keeps the name may put another key in its place.
std::string searchInitials(std::string_view name);

}  // namespace bl
