#pragma once

#include "core/base/sha256.h"

#include <string_view>

namespace bl {

/// HMAC-SHA-256 (RFC 2104), with a key of any length.
Hash hmacSha256(std::string_view key, std::string_view text);

/// As ==, in a time that does not tell where they differ.
bool isSameSecretly(const Hash& left, const Hash& right);

}  // namespace bl
