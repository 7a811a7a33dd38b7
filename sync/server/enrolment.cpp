#include "sync/server/enrolment.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/base/uuid.h"
#include "core/services/operation_writer.h"
#include "core/staff/user.h"
#include "core/storage/journal_store.h"
#include "sync/protocol/limits.h"
#include "sync/server/feed_positions.h"
#include "sync/server/register_tokens.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace bl::sync {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kPrefixDigits = 4;
constexpr std::size_t kCodeDigits = 10;
constexpr std::size_t kMaxDeviceBytes = 64;
constexpr std::chrono::hours kOldCodesKept{24 * 7};  ///< so that a late try hears why

/// As a person may type it: small letters, O for 0, I and L for 1, blanks and dashes anywhere.
std::string canonicalCode(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O')
            c = '0';
        if (c == 'I' || c == 'L')
            c = '1';
        if (kAlphabet.find(c) == std::string_view::npos || code.size() == kCodeDigits)
            return {};
        code += c;
    }
    return code.size() == kCodeDigits ? code : std::string{};
}

Hash codeHash(std::string_view code)
{
    return Sha256().add("branchline/enrolment/1\n").add(code).finish();
}

Error refused(const char* reason)
{
    return {ErrorCode::EnrolmentRefused, {reason}};
}

struct CodeRow {
    Hash hash;
    StoreId store;
    Instant expires;
    bool used;
    std::int64_t wrongTries;
};

Result<std::optional<CodeRow>> findCode(sql::Database& database, const std::string& prefix)
{
    BL_TRY(auto rows,
        database.select("SELECT code_hash, store_id, expires_at_ms, used_at_ms, wrong_tries FROM "
                        "enrolment_codes"
                        " WHERE prefix = ?",
            prefix));
    std::optional<CodeRow> row;
    if (rows.next())
        row = CodeRow{rows.hash(0), rows.id<StoreId>(1), fromMillis(rows.integer(2)),
            !rows.isNull(3), rows.integer(4)};
    BL_CHECK(rows.status());
    return row;
}

/// `S01-3` after `S01-2`: from the registers that ever were, so that no code comes twice.
Result<std::string> nextRegisterCode(sql::Database& database, const std::string& storeCode)
{
    const std::string prefix = storeCode + '-';
    const std::string end = storeCode + '.';  // the character behind the dash
    std::int64_t last = 0;
    BL_TRY(auto rows,
        database.select("SELECT code FROM registers WHERE code >= ? AND code < ?", prefix, end));
    while (rows.next())
        last = std::max<std::int64_t>(last, std::atoll(rows.text(0).c_str() + prefix.size()));
    BL_CHECK(rows.status());
    return prefix + std::to_string(last + 1);
}

Result<std::string> loadStoreCode(sql::Database& database, StoreId store)
{
    BL_TRY(auto rows, database.select("SELECT code FROM stores WHERE store_id = ?", store));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Error{ErrorCode::UnknownStore, {store.toString()}};
    }
    return rows.text(0);
}

Result<std::pair<std::string, std::int64_t>> takeRegisterNumber(sql::Database& database)
{
    BL_TRY(auto rows,
        database.select("UPDATE hq_state SET last_register_no = last_register_no + 1 WHERE one = 1"
                        " RETURNING epoch, last_register_no"));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Error{ErrorCode::NotEnrolled, {}};
    }
    return std::pair{rows.text(0), rows.integer(1)};
}

}  // namespace

Result<std::string> Enrolment::createCode(const std::string& storeCode)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    std::optional<StoreId> store;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT store_id FROM stores WHERE code = ? AND active = 1 ORDER BY "
                              "store_id LIMIT 1",
                storeCode));
        if (rows.next())
            store = rows.id<StoreId>(0);
        BL_CHECK(rows.status());
    }
    if (!store)
        return Error{ErrorCode::UnknownStore, {storeCode}};
    const Instant now = m_clock.now();
    BL_CHECK(
        m_database.run("DELETE FROM enrolment_codes WHERE expires_at_ms < ?", now - kOldCodesKept));
    std::string code;
    for (;;) {
        code.clear();
        for (std::size_t i = 0; i < kCodeDigits; ++i)
            code += kAlphabet[static_cast<std::size_t>(m_random.below(kAlphabet.size()))];
        BL_TRY(const auto added,
            m_database.run("INSERT INTO enrolment_codes (prefix, code_hash, store_id, "
                           "expires_at_ms) VALUES (?, ?, ?, ?)"
                           " ON CONFLICT (prefix) DO NOTHING",
                code.substr(0, kPrefixDigits), codeHash(code), *store, now + kEnrolmentValidity));
        if (added > 0)
            break;
    }
    BL_CHECK(transaction.commit());
    return code.substr(0, kPrefixDigits) + '-' + code.substr(kPrefixDigits);
}

Result<EnrolmentAnswer> Enrolment::enrol(const EnrolmentRequest& request)
{
    if (request.device.size() > kMaxDeviceBytes || !isUtf8(request.device))
        return Error{ErrorCode::InvalidArgument, {"device: at most 64 bytes"}};
    const std::string code = canonicalCode(request.code);
    if (code.empty())
        return refused("unknown");

    FeedPositions positions;
    services::OperationWriter writer(m_database, m_clock, positions);
    BL_TRY(auto batch, writer.begin());
    const std::string prefix = code.substr(0, kPrefixDigits);
    BL_TRY(const auto row, findCode(m_database, prefix));
    if (!row)
        return refused("unknown");
    const Instant now = m_clock.now();
    if (row->wrongTries >= kEnrolmentTries)
        return refused("locked");
    const Hash hash = codeHash(code);
    if (sodium_memcmp(hash.bytes.data(), row->hash.bytes.data(), hash.bytes.size()) != 0) {
        BL_CHECK(m_database.run(
            "UPDATE enrolment_codes SET wrong_tries = wrong_tries + 1 WHERE prefix = ?", prefix));
        BL_CHECK(batch.commit());
        return refused(row->wrongTries + 1 >= kEnrolmentTries ? "locked" : "unknown");
    }
    if (row->used)
        return refused("used");
    if (now >= row->expires)
        return refused("expired");
    BL_CHECK(
        m_database.run("UPDATE enrolment_codes SET used_at_ms = ? WHERE prefix = ?", now, prefix));

    EnrolmentAnswer answer;
    BL_TRY(const auto taken, takeRegisterNumber(m_database));
    answer.epoch = taken.first;
    answer.registerNo = taken.second;
    BL_TRY(const std::string storeCode, loadStoreCode(m_database, row->store));
    BL_TRY(answer.registerCode, nextRegisterCode(m_database, storeCode));
    answer.organisation = batch.site().organisation;
    answer.currency = batch.site().currency.code;
    answer.timeZone = batch.site().timeZone.name();
    answer.store = row->store;
    answer.registerId = RegisterId{UuidFactory(m_clock, m_random).next()};
    answer.token = newToken(m_random);
    answer.time = toMillis(now);
    journal::Nonce nonce{};
    m_random.fill(nonce);
    answer.nonce = toHex(nonce);

    journal::Entity entity(journal::EntityKind::Register, answer.registerId.uuid);
    entity.set("code", answer.registerCode)
        .set("store", answer.store.uuid)
        .set("number", answer.registerNo)
        .set("state", "active")
        .set("device", request.device);
    BL_CHECK(batch.add(staff::kSystemUser, journal::EntityCreated{std::move(entity)}));
    BL_CHECK(storage::JournalStore(m_database)
                 .create(answer.registerNo, answer.registerId, answer.organisation, nonce));
    BL_CHECK(m_database.run(
        // There is none before it that its first use could end.
        "INSERT INTO register_tokens (register_id, token_hash, created_at_ms, first_used_ms)"
        " VALUES (?, ?, ?, ?)",
        answer.registerId, tokenHash(answer.token), now, now));
    BL_CHECK(batch.commit());
    return answer;
}

}  // namespace bl::sync
