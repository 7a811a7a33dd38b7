#include "core/storage/member_store.h"

#include "core/base/text.h"
#include "core/storage/search_grams.h"

#include <algorithm>

namespace bl::storage {

namespace {

constexpr const char* kMemberColumns = "SELECT member_id, number, name, initials, phone, tier_id, "
                                       "birthday, note, store_id, since FROM members ";

members::Member readMember(const sql::Cursor& rows)
{
    members::Member member;
    member.id = rows.id<MemberId>(0);
    member.number = rows.text(1);
    member.name = rows.text(2);
    member.initials = rows.text(3);
    member.phone = rows.text(4);
    member.tier = rows.optionalId<TierId>(5);
    member.birthday = rows.text(6);
    member.note = rows.text(7);
    member.store = rows.optionalId<StoreId>(8);
    member.since = rows.text(9);
    return member;
}

Result<std::vector<members::Member>> readMembers(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::vector<members::Member> found;
    while (rows.next())
        found.push_back(readMember(rows));
    BL_CHECK(rows.status());
    return found;
}

Result<std::optional<members::Member>> readFirstMember(Result<sql::Cursor> started)
{
    BL_TRY(auto found, readMembers(std::move(started)));
    return found.empty() ? std::optional<members::Member>{}
                         : std::optional{std::move(found.front())};
}

}  // namespace

Result<std::optional<members::Member>> MemberStore::find(MemberId id)
{
    return readFirstMember(
        m_database.select(std::string(kMemberColumns) + "WHERE member_id = ?", id));
}

Result<std::optional<members::Member>> MemberStore::findByNumber(std::string_view number)
{
    return readFirstMember(m_database.select(
        std::string(kMemberColumns) + "WHERE number = ? AND active = 1 ORDER BY member_id LIMIT 1",
        number));
}

Result<std::optional<members::Member>> MemberStore::findByPhone(std::string_view phone)
{
    return readFirstMember(m_database.select(
        std::string(kMemberColumns) + "WHERE phone = ? AND active = 1 ORDER BY member_id LIMIT 1",
        phone));
}

Result<std::vector<members::Member>> MemberStore::search(std::string_view typed, std::int64_t limit)
{
    const std::string text = trimmed(typed);
    std::vector<members::Member> found;
    if (text.empty())
        return found;
    const auto room = [&] {
        return limit - static_cast<std::int64_t>(found.size());
    };
    const auto take = [&](Result<std::vector<members::Member>> more) -> Result<void> {
        BL_TRY(auto members, std::move(more));
        for (auto& member : members) {
            const bool known = std::any_of(found.begin(), found.end(),
                [&](const members::Member& other) { return other.id == member.id; });
            if (!known && room() > 0)
                found.push_back(std::move(member));
        }
        return {};
    };
    const std::string columns(kMemberColumns);
    const auto byRange = [&](const char* column, const std::string& prefix) {
        return readMembers(m_database.select(columns + "WHERE " + column + " >= ? AND " + column
                + " < ? AND active = 1 ORDER BY " + column + " LIMIT ?",
            prefix, prefixEnd(prefix), limit));
    };
    const auto byPhone = [&](const std::string& query) {
        return readMembers(m_database.select(columns
                + "WHERE member_no IN (SELECT rowid FROM member_search WHERE member_search MATCH ? "
                  "LIMIT 1000)"
                  " AND instr(phone, ?) > 0 AND active = 1 LIMIT ?",
            query, text, limit));
    };
    BL_CHECK(take(byRange("number", text)));
    const bool digits = std::all_of(
        text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
    if (digits) {
        if (const auto query = phoneTailQuery(text); room() > 0 && !query.empty())
            BL_CHECK(take(byPhone(query)));
        if (room() > 0)
            BL_CHECK(take(byRange("phone", text)));
        if (const auto query = phoneQuery(text); room() > 0 && !query.empty())
            BL_CHECK(take(byPhone(query)));
        return found;
    }
    if (room() > 0)
        BL_CHECK(take(byRange("name", text)));
    if (room() > 0)
        BL_CHECK(take(byRange("initials", lowerAscii(text))));
    return found;
}

Result<std::vector<members::Tier>> MemberStore::tiers()
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT tier_id, code, name, rank FROM tiers WHERE active = 1 ORDER BY rank, code"));
    std::vector<members::Tier> tiers;
    while (rows.next())
        tiers.push_back({rows.id<TierId>(0), rows.text(1), rows.text(2), rows.integer(3)});
    BL_CHECK(rows.status());
    return tiers;
}

Result<std::optional<members::Tier>> MemberStore::findTier(TierId id)
{
    BL_TRY(auto rows,
        m_database.select("SELECT tier_id, code, name, rank FROM tiers WHERE tier_id = ?", id));
    std::optional<members::Tier> tier;
    if (rows.next())
        tier = members::Tier{rows.id<TierId>(0), rows.text(1), rows.text(2), rows.integer(3)};
    BL_CHECK(rows.status());
    return tier;
}

}  // namespace bl::storage
