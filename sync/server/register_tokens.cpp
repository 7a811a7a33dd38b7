#include "sync/server/register_tokens.h"

#include <vector>

namespace bl::sync {

namespace {

constexpr std::chrono::minutes kSeenPrecision{1};
constexpr std::chrono::milliseconds kSeenDelay{1000};
constexpr std::size_t kTokenDigits = 64;
constexpr std::string_view kBearer = "Bearer ";

Result<RegisterIdentity> loadIdentity(sql::Database& database, const Hash& hash)
{
    BL_TRY(auto rows,
        database.select(
            "SELECT r.register_no, r.register_id, r.store_id, r.state FROM register_tokens t"
            " JOIN registers r ON r.register_id = t.register_id WHERE t.token_hash = ?",
            hash));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Error{ErrorCode::Unauthorised, {}};
    }
    if (rows.text(3) != "active")
        return Error{ErrorCode::RegisterRevoked, {}};
    return RegisterIdentity{rows.integer(0), rows.id<RegisterId>(1), rows.id<StoreId>(2)};
}

Result<void> storeSeen(
    sql::Database& database, const std::vector<RegisterId>& registers, Instant now)
{
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    for (const auto& owner : registers)
        BL_CHECK(database.run(
            "UPDATE register_tokens SET last_seen_ms = ? WHERE register_id = ?", now, owner));
    return transaction.commit();
}

}  // namespace

Hash tokenHash(std::string_view token)
{
    return Sha256().add(token).finish();
}

void RegisterTokens::identify(std::string_view authorization, Answer answer)
{
    if (!authorization.starts_with(kBearer)
        || authorization.size() != kBearer.size() + kTokenDigits)
        return answer(Error{ErrorCode::Unauthorised, {}});
    const Hash hash = tokenHash(authorization.substr(kBearer.size()));
    std::string key(hash.bytes.begin(), hash.bytes.end());
    if (const auto it = m_known.find(key); it != m_known.end()) {
        seen(it->second.registerId);
        return answer(it->second);
    }
    m_context.database.read([this, hash, key = std::move(key), generation = m_generation,
                                answer = std::move(answer)](sql::Database& database) mutable {
        m_context.executor.post(
            m_lifetime.guarded([this, key = std::move(key), generation, answer = std::move(answer),
                                   found = loadIdentity(database, hash)]() mutable {
                if (found) {
                    // What was read before a change must not be kept after it.
                    if (generation == m_generation)
                        m_known.emplace(std::move(key), *found);
                    seen(found->registerId);
                }
                answer(std::move(found));
            }));
    });
}

void RegisterTokens::changed()
{
    ++m_generation;
    m_known.clear();
}

void RegisterTokens::seen(RegisterId owner)
{
    const Instant now = m_context.clock.now();
    auto [it, isNew] = m_lastSeen.try_emplace(owner, now);
    if (!isNew && now - it->second < kSeenPrecision && now >= it->second)
        return;
    it->second = now;
    if (m_unwritten.empty())
        m_context.executor.postAfter(kSeenDelay, m_lifetime.guarded([this] { writeSeen(); }));
    m_unwritten.insert(owner);
}

void RegisterTokens::writeSeen()
{
    m_context.database.write(
        [registers = std::vector<RegisterId>(m_unwritten.begin(), m_unwritten.end()),
            now = m_context.clock.now()](sql::Database& database) {
            // Where it fails the time is an old one until the register comes again.
            (void)storeSeen(database, registers, now);
        });
    m_unwritten.clear();
}

}  // namespace bl::sync
