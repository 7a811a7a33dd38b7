#pragma once

#include "core/base/result.h"
#include "core/base/strong_id.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace bl::sync {

/// Where a register is in the feed: everything up to these versions was read. As text it is
/// base64url with HQ's MAC, and holds for one register and one epoch.
struct FeedPlace {
    EpochId epoch;
    std::int64_t version = 0;  ///< packedVersion, of entities and balances
    std::int64_t sales = 0;    ///< likewise, of sales, which come behind all others

    friend bool operator==(const FeedPlace&, const FeedPlace&) = default;
};

/// `key`: 32 bytes of HQ's own.
std::string encodeCursor(const FeedPlace& place, RegisterId owner, std::string_view key);

/// Fails with InvalidArgument where it is no cursor that HQ gave to this register.
Result<FeedPlace> decodeCursor(std::string_view cursor, RegisterId owner, std::string_view key);

}  // namespace bl::sync
