#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace bl::access {

/// An argon2id hash (RFC 9106) with libsodium's INTERACTIVE limits, as the string `$argon2id$…`.
/// Takes about 70 ms and 64 MiB: never call it on the GUI thread.
Result<std::string> hashSecret(std::string_view secret);

/// Whether the secret belongs to the hash; false for anything that is no such hash.
bool verifySecret(const std::string& hash, std::string_view secret);

bool isSecretHash(std::string_view text);

/// Fails with WeakPin unless it is 4 to 8 digits, not all the same and not a run up or down.
Result<void> checkPin(std::string_view pin);

}  // namespace bl::access
