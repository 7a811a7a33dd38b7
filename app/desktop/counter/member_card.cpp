#include "app/desktop/counter/member_card.h"

#include "app/desktop/till/till.h"

namespace bl::desktop {

namespace {

constexpr std::size_t kMonthAndDay = 5;  // "MM-DD" behind the year
constexpr qsizetype kShownHead = 3;
constexpr qsizetype kShownTail = 4;

}  // namespace

Result<MemberCard> memberCard(
    TillQueries& queries, members::Member member, const BusinessDay& today)
{
    MemberCard card{std::move(member), {}, false};
    if (card.member.tier) {
        BL_TRY(const auto tier, queries.members.findTier(*card.member.tier));
        if (tier)
            card.tier = QString::fromStdString(tier->name);
    }
    const std::string& birthday = card.member.birthday;
    card.birthdayToday = birthday.size() == today.size() && today.size() > kMonthAndDay
        && birthday.substr(today.size() - kMonthAndDay)
            == today.substr(today.size() - kMonthAndDay);
    return card;
}

Result<std::vector<MemberCard>> findMembers(
    TillQueries& queries, const std::string& text, std::int64_t limit, Instant now)
{
    BL_TRY(const auto site, queries.site.load());
    BL_TRY(auto found, queries.members.search(text, limit));
    const BusinessDay today = site.timeZone.dayAt(now);
    std::vector<MemberCard> cards;
    for (auto& member : found) {
        BL_TRY(auto card, memberCard(queries, std::move(member), today));
        cards.push_back(std::move(card));
    }
    return cards;
}

QString shownPhone(const std::string& phone)
{
    const QString digits = QString::fromStdString(phone);
    if (digits.size() < kShownHead + kShownTail + 1)
        return digits;
    return digits.left(kShownHead) + QStringLiteral(" **** ") + digits.right(kShownTail);
}

}  // namespace bl::desktop
