#include "core/access/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace bl::access {

Result<std::string> hashSecret(std::string_view secret)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0
        || crypto_pwhash_str(hash.data(), secret.data(), secret.size(),
               crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
            != 0)
        return Error{ErrorCode::SecretStoreFailed, {"not enough memory to hash"}};
    return std::string(hash.data());
}

bool verifySecret(const std::string& hash, std::string_view secret)
{
    if (!isSecretHash(hash) || sodium_init() < 0)
        return false;
    return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

bool isSecretHash(std::string_view text)
{
    return text.starts_with("$argon2id$") && text.size() < crypto_pwhash_STRBYTES;
}

Result<void> checkPin(std::string_view pin)
{
    const bool digits =
        std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || pin.size() < 4 || pin.size() > 8)
        return Error{ErrorCode::WeakPin, {}};
    for (const int step : {0, 1, -1}) {
        bool run = true;
        for (std::size_t i = 1; i < pin.size(); ++i)
            run = run && pin[i] - pin[i - 1] == step;
        if (run)
            return Error{ErrorCode::WeakPin, {}};
    }
    return {};
}

}  // namespace bl::access
