#include "core/base/hmac.h"

#include <sodium.h>

namespace bl {

Hash hmacSha256(std::string_view key, std::string_view text)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(
        &state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(
        &state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    Hash code;
    crypto_auth_hmacsha256_final(&state, code.bytes.data());
    return code;
}

bool isSameSecretly(const Hash& left, const Hash& right)
{
    return ::sodium_memcmp(left.bytes.data(), right.bytes.data(), left.bytes.size()) == 0;
}

}  // namespace bl
