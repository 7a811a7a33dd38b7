#include "app/text/time_text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/text_test.h"

#include <chrono>

namespace bl::text::test {

TEST_CASE("Days cannot be misread, in any language", "[text][time]")
{
    CHECK(formatDay("2027-03-04", localeFor(Language::SimplifiedChinese))
        == QStringLiteral("2027-03-04"));
    CHECK(formatDay("2027-03-04", localeFor(Language::TraditionalChinese))
        == QStringLiteral("2027/03/04"));
    CHECK(formatDay("2027-03-04", localeFor(Language::English)) == QStringLiteral("4 Mar 2027"));
    CHECK(formatDay("soon", localeFor(Language::English)) == QStringLiteral("soon"));
}

TEST_CASE("Times are the organisation's, not the machine's", "[text][time]")
{
    const auto shanghai = TimeZone::create("Asia/Shanghai");
    const auto london = TimeZone::create("Europe/London");
    REQUIRE(shanghai);
    REQUIRE(london);
    const Instant at = fromMillis(1'795'329'000'000);  // 2026-11-22 06:30 UTC
    const QLocale english = localeFor(Language::English);
    CHECK(formatTime(at, *shanghai, english) == QStringLiteral("14:30"));
    CHECK(formatTime(at, *london, english) == QStringLiteral("06:30"));
    CHECK(formatDateTime(at, *shanghai, english) == QStringLiteral("22 Nov 2026 14:30"));
}

TEST_CASE("Ages are told in their largest unit and agree in number", "[text][time]")
{
    using namespace std::chrono_literals;
    {
        const Speaking english(Language::English);
        CHECK(formatAge(500ms) == QStringLiteral("just now"));
        CHECK(formatAge(12s) == QStringLiteral("12 s ago"));
        CHECK(formatAge(3min + 59s) == QStringLiteral("3 min ago"));
        CHECK(formatAge(24h) == QStringLiteral("1 day ago"));
        CHECK(formatAge(50h) == QStringLiteral("2 days ago"));
    }
    const Speaking chinese(Language::SimplifiedChinese);
    CHECK(formatAge(12s) == QStringLiteral("12 秒前"));
}

}  // namespace bl::text::test
