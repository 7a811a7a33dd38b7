#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/base/strong_id.h"
#include "sync/server/hq_context.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace bl::sync {

/// Who a token belongs to.
struct RegisterIdentity {
    std::int64_t registerNo = 0;
    RegisterId registerId;
    StoreId store;
};

/// 256 random bits in hex.
std::string newToken(RandomSource& random);

/// A token as HQ keeps it.
Hash tokenHash(std::string_view token);

/// Knows the registers by their tokens. What was read once is kept until `changed`, so that a
/// revocation holds from the next request on; pushes and the feed check the state once more in
/// their own transactions.
class RegisterTokens {
public:
    using Answer = std::function<void(Result<RegisterIdentity>)>;

    explicit RegisterTokens(const HqContext& context)
        : m_context(context)
    {
    }

    /// `authorization`: the field of the request. Fails with Unauthorised, RegisterRevoked or what
    /// the database says. Calls back on the executor, maybe at once.
    void identify(std::string_view authorization, Answer answer);

    /// A new token for the register; those it has go on until the first use of this one. Fails with
    /// RegisterRevoked or what the database says. Calls back on the executor.
    void renew(const RegisterIdentity& owner, std::function<void(Result<std::string>)> answer);

    /// Registers or tokens may be others now.
    void changed();

private:
    struct Found {
        RegisterIdentity identity;
        bool wasUsed;
    };

    static Result<Found> find(sql::Database& database, const Hash& hash);
    void accept(const Hash& hash, std::function<void()> then);
    void seen(RegisterId owner);
    void writeSeen();

    HqContext m_context;
    std::unordered_map<std::string, RegisterIdentity> m_known;  ///< by the token's hash
    std::uint64_t m_generation = 0;
    std::map<RegisterId, Instant> m_lastSeen;
    std::set<RegisterId> m_unwritten;
    Lifetime m_lifetime;
};

}  // namespace bl::sync
