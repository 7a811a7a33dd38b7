#pragma once

#include "core/members/member.h"
#include "core/sql/database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace bl::storage {

/// Members and tiers as the counter needs them.
class MemberStore {
public:
    explicit MemberStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<members::Member>> find(MemberId id);

    /// The member who has held the number longest.
    Result<std::optional<members::Member>> findByNumber(std::string_view number);
    Result<std::optional<members::Member>> findByPhone(std::string_view phone);

    /// By number, any four digits of the phone (its end first), beginning of the name, and pinyin
    /// initials.
    Result<std::vector<members::Member>> search(std::string_view typed, std::int64_t limit);

    Result<std::vector<members::Tier>> tiers();
    Result<std::optional<members::Tier>> findTier(TierId id);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
