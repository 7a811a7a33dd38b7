#include "core/base/sha256.h"

#include "core/base/hex.h"

#include <sodium.h>

#include <algorithm>

namespace bl {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

namespace {
crypto_hash_sha256_state* stateOf(std::array<std::uint8_t, 128>& bytes)
{
    return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}
}  // namespace

std::string Hash::toHex() const
{
    return bl::toHex({bytes.data(), bytes.size()});
}

std::optional<Hash> Hash::parse(std::string_view hex)
{
    const auto bytes = fromHex(hex);
    if (!bytes || bytes->size() != 32)
        return std::nullopt;
    Hash hash;
    std::copy(bytes->begin(), bytes->end(), hash.bytes.begin());
    return hash;
}

Sha256::Sha256()
{
    crypto_hash_sha256_init(stateOf(m_state));
}

Sha256& Sha256::add(std::string_view bytes)
{
    crypto_hash_sha256_update(
        stateOf(m_state), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return *this;
}

Sha256& Sha256::add(const Hash& hash)
{
    crypto_hash_sha256_update(stateOf(m_state), hash.bytes.data(), hash.bytes.size());
    return *this;
}

Hash Sha256::finish()
{
    Hash hash;
    crypto_hash_sha256_final(stateOf(m_state), hash.bytes.data());
    return hash;
}

}  // namespace bl
