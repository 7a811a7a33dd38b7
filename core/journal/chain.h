#pragma once

#include "core/base/sha256.h"
#include "core/base/strong_id.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace bl::journal {

/// The longest line, in bytes.
constexpr std::size_t kMaxLineBytes = std::size_t{256} * 1024;

/// 32 random bytes from the enrolment that start a register's chain.
using Nonce = std::array<std::uint8_t, 32>;

/// Where a chain of lines ends.
struct ChainHead {
    std::int64_t seq = 0;
    Hash hash;

    friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

/// h(0) = SHA-256("branchline/journal/1\n" ‖ organisation ‖ "\n" ‖ register ‖ "\n" ‖ nonce)
Hash chainStart(OrganisationId organisation, RegisterId owner, const Nonce& nonce);

/// h(n) = SHA-256(h(n−1) ‖ line n)
Hash chainNext(const Hash& previous, std::string_view line);

}  // namespace bl::journal
