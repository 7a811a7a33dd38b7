#pragma once

#include "app/desktop/counter/counter_values.h"

namespace bl::desktop {

struct TillQueries;

/// The member with the tier's name and whether the birthday is on `today` (`YYYY-MM-DD`).
Result<MemberCard> memberCard(
    TillQueries& queries, members::Member member, const BusinessDay& today);

/// Members by what was typed, as MemberStore::search finds them.
Result<std::vector<MemberCard>> findMembers(
    TillQueries& queries, const std::string& text, std::int64_t limit, Instant now);

/// `138 **** 6021`: a phone number on a screen that customers see too.
QString shownPhone(const std::string& phone);

}  // namespace bl::desktop
