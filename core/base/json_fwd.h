#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>

namespace bl {

/// JSON that keeps the order of keys, because journal lines are hashed byte for byte.
using Json = nlohmann::ordered_json;

/// The largest integer that every JSON reader keeps exactly: 2⁵³ − 1 (RFC 8259, section 6).
constexpr std::int64_t kMaxJsonInteger = 9007199254740991;

}  // namespace bl
