#include "sync/server/register_tokens.h"

#include "core/base/hex.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace bl::sync {

namespace {

constexpr std::chrono::minutes kSeenPrecision{1};
constexpr std::chrono::milliseconds kSeenDelay{1000};
constexpr std::size_t kTokenDigits = 64;
constexpr std::string_view kBearer = "bearer ";

/// The scheme's name may be written in any case (RFC 9110, section 11.1).
bool hasBearer(std::string_view authorization)
{
    return authorization.size() >= kBearer.size()
        && std::equal(kBearer.begin(), kBearer.end(), authorization.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
}

/// The first use: from now on only this token opens HQ to its register.
Result<void> endOthers(sql::Database& database, const Hash& hash, Instant now)
{
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    BL_CHECK(database.run("UPDATE register_tokens SET first_used_ms = ? WHERE token_hash = ?"
                          " AND first_used_ms IS NULL",
        now, hash));
    BL_CHECK(database.run("DELETE FROM register_tokens WHERE token_hash <> ? AND register_id ="
                          " (SELECT register_id FROM register_tokens WHERE token_hash = ?)",
        hash, hash));
    return transaction.commit();
}

Result<void> addToken(sql::Database& database, RegisterId owner, const Hash& hash, Instant now)
{
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    {
        BL_TRY(
            auto rows, database.select("SELECT state FROM registers WHERE register_id = ?", owner));
        if (!rows.next() || rows.text(0) != "active") {
            BL_CHECK(rows.status());
            return Error{ErrorCode::RegisterRevoked, {}};
        }
    }
    BL_CHECK(database.run(
        "INSERT INTO register_tokens (token_hash, register_id, created_at_ms) VALUES (?, ?, ?)",
        hash, owner, now));
    BL_CHECK(database.run(
        "DELETE FROM register_tokens WHERE rowid IN (SELECT rowid FROM register_tokens WHERE"
        " register_id = ? AND first_used_ms IS NULL ORDER BY rowid DESC LIMIT -1 OFFSET ?)",
        owner, kMaxUnusedTokens));
    return transaction.commit();
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

std::string newToken(RandomSource& random)
{
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    return toHex(bytes);
}

Result<RegisterTokens::Found> RegisterTokens::find(sql::Database& database, const Hash& hash)
{
    BL_TRY(auto rows,
        database.select("SELECT r.register_no, r.register_id, r.store_id, r.state, t.first_used_ms"
                        " FROM register_tokens t JOIN registers r ON r.register_id = t.register_id"
                        " WHERE t.token_hash = ?",
            hash));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Error{ErrorCode::Unauthorised, {}};
    }
    if (rows.text(3) != "active")
        return Error{ErrorCode::RegisterRevoked, {}};
    return Found{{rows.integer(0), rows.id<RegisterId>(1), rows.id<StoreId>(2)}, !rows.isNull(4)};
}

void RegisterTokens::identify(std::string_view authorization, Answer answer)
{
    if (!hasBearer(authorization) || authorization.size() != kBearer.size() + kTokenDigits)
        return answer(Error{ErrorCode::Unauthorised, {}});
    const Hash hash = tokenHash(authorization.substr(kBearer.size()));
    std::string key(hash.bytes.begin(), hash.bytes.end());
    if (const auto it = m_known.find(key); it != m_known.end()) {
        seen(it->second.registerId);
        return answer(it->second);
    }
    m_context.database.read([this, hash, key = std::move(key), generation = m_generation,
                                answer = std::move(answer)](sql::Database& database) mutable {
        m_context.executor.post(m_lifetime.guarded(
            [this, hash, key = std::move(key), generation, answer = std::move(answer),
                found = find(database, hash)]() mutable {
                if (!found)
                    return answer(found.error());
                seen(found->identity.registerId);
                if (!found->wasUsed)
                    return accept(
                        hash, [answer = std::move(answer), who = found->identity] { answer(who); });
                // What was read before a change must not be kept after it.
                if (generation == m_generation)
                    m_known.emplace(std::move(key), found->identity);
                answer(found->identity);
            }));
    });
}

void RegisterTokens::accept(const Hash& hash, std::function<void()> then)
{
    m_context.database.write(
        [this, hash, now = m_context.clock.now(), then = std::move(then)](sql::Database& database) {
            // Where it fails the next use is the first one; this one is as good.
            (void)endOthers(database, hash, now);
            m_context.executor.post(m_lifetime.guarded([this, then] {
                changed();
                then();
            }));
        });
}

void RegisterTokens::renew(
    const RegisterIdentity& owner, std::function<void(Result<std::string>)> answer)
{
    m_context.database.write([this, owner = owner.registerId, now = m_context.clock.now(),
                                 answer = std::move(answer)](sql::Database& database) {
        std::string token = newToken(m_context.random);
        const auto added = addToken(database, owner, tokenHash(token), now);
        m_context.executor.post(
            m_lifetime.guarded([answer, token = std::move(token), added]() mutable {
                answer(added ? Result<std::string>(std::move(token)) : added.error());
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
