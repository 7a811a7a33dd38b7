#include "core/base/time_zone.h"
#include "tests/support/catch.h"

#include <cstdlib>
#include <ctime>

using bl::ErrorCode;
using bl::Instant;
using bl::TimeZone;

namespace {

TimeZone zoneOf(const std::string& name)
{
    return TimeZone::create(name).value();
}

Instant utc(int year, unsigned month, unsigned day, int hour, int minute, int second = 0)
{
    using namespace std::chrono;
    return Instant{sys_days{
               std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}}
    + hours{hour} + minutes{minute} + seconds{second};
}

/// Sets the machine's own time zone while it lives.
class MachineZone {
public:
    explicit MachineZone(const char* name)
    {
        if (const char* before = std::getenv("TZ"))
            m_before = before;
        setenv("TZ", name, 1);
        tzset();
    }
    ~MachineZone()
    {
        if (m_before)
            setenv("TZ", m_before->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    MachineZone(const MachineZone&) = delete;
    MachineZone& operator=(const MachineZone&) = delete;

private:
    std::optional<std::string> m_before;
};

}  // namespace

TEST_CASE("An unknown time zone is refused by name", "[base][time]")
{
    for (const std::string name : {"", "Mars/Olympus", "Europe/Londn", "../etc/passwd"}) {
        const auto zone = TimeZone::create(name);
        REQUIRE_FALSE(zone);
        CHECK(zone.error() == bl::Error{ErrorCode::UnknownTimeZone, {name}});
    }
}

TEST_CASE("Shanghai's day starts at 16:00 UTC the whole year", "[base][time]")
{
    const TimeZone shanghai = zoneOf("Asia/Shanghai");
    CHECK(shanghai.name() == "Asia/Shanghai");
    for (const unsigned month : {1u, 7u}) {
        CHECK(shanghai.dayAt(utc(2026, month, 5, 15, 59, 59))
            == (month == 1 ? "2026-01-05" : "2026-07-05"));
        CHECK(shanghai.dayAt(utc(2026, month, 5, 16, 0))
            == (month == 1 ? "2026-01-06" : "2026-07-06"));
    }
    CHECK(shanghai.format(utc(2026, 11, 22, 6, 30) + std::chrono::milliseconds{123})
        == "2026-11-22T14:30:00.123+08:00");
    CHECK(shanghai.formatShort(utc(2026, 11, 22, 6, 30, 59)) == "2026-11-22 14:30");
    CHECK(*shanghai.parseLocal("2026-11-22 14:30:05") == utc(2026, 11, 22, 6, 30, 5));
}

TEST_CASE("London's offset follows the summer", "[base][time]")
{
    const TimeZone london = zoneOf("Europe/London");
    CHECK(london.format(utc(2010, 12, 1, 8, 26)) == "2010-12-01T08:26:00.000+00:00");
    CHECK(london.format(utc(2010, 7, 1, 8, 26)) == "2010-07-01T09:26:00.000+01:00");
    CHECK(london.dayAt(utc(2010, 7, 1, 23, 30)) == "2010-07-02");
    CHECK(london.dayAt(utc(2010, 12, 1, 23, 30)) == "2010-12-01");

    // 2010-03-28 01:00 UTC: one second later it is 02:00:01 in London
    CHECK(london.format(utc(2010, 3, 28, 0, 59, 59)) == "2010-03-28T00:59:59.000+00:00");
    CHECK(london.format(utc(2010, 3, 28, 1, 0, 0)) == "2010-03-28T02:00:00.000+01:00");
    CHECK(*london.parseLocal("2010-03-28 00:59:59") == utc(2010, 3, 28, 0, 59, 59));
    CHECK(*london.parseLocal("2010-03-28 02:00:00") == utc(2010, 3, 28, 1, 0, 0));
}

TEST_CASE("An hour that the clock skips is read with the offset before it", "[base][time]")
{
    CHECK(*zoneOf("Europe/London").parseLocal("2010-03-28 01:30:00") == utc(2010, 3, 28, 1, 30));
    CHECK(*zoneOf("America/New_York").parseLocal("2026-03-08 02:30:00") == utc(2026, 3, 8, 7, 30));
}

TEST_CASE("An hour that comes twice is read as the first one", "[base][time]")
{
    CHECK(*zoneOf("Europe/London").parseLocal("2010-10-31 01:30:00") == utc(2010, 10, 31, 0, 30));
    CHECK(*zoneOf("America/New_York").parseLocal("2026-11-01 01:30:00") == utc(2026, 11, 1, 5, 30));
}

TEST_CASE("Zones west of Greenwich and of half hours are written with their sign", "[base][time]")
{
    CHECK(zoneOf("America/New_York").format(utc(2026, 1, 1, 0, 0))
        == "2025-12-31T19:00:00.000-05:00");
    CHECK(zoneOf("America/St_Johns").format(utc(2026, 1, 1, 12, 0))
        == "2026-01-01T08:30:00.000-03:30");
    CHECK(
        zoneOf("Asia/Kathmandu").format(utc(2026, 1, 1, 12, 0)) == "2026-01-01T17:45:00.000+05:45");
    CHECK(zoneOf("UTC").format(utc(1969, 12, 31, 23, 59, 59)) == "1969-12-31T23:59:59.000+00:00");
}

TEST_CASE("A local time that was written is read again, the year round", "[base][time]")
{
    for (const char* name :
        {"Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Lord_Howe"}) {
        const TimeZone zone = zoneOf(name);
        for (int hour = 0; hour < 365 * 24; hour += 5) {
            const Instant at = utc(2026, 1, 1, 0, 0) + std::chrono::hours{hour};
            const auto read = zone.parseLocal(zone.formatShort(at) + ":00");
            REQUIRE(read);
            // The second pass through an hour that comes twice reads as the first.
            const auto ahead = at - *read;
            CHECK((ahead.count() == 0 || zone.formatShort(*read) == zone.formatShort(at)));
        }
    }
}

TEST_CASE("The machine's own time zone does not matter", "[base][time]")
{
    // 01:30 on that day does not exist in London, where this machine stands, but does in the shop's
    // zone.
    const MachineZone machine("Europe/London");
    const TimeZone shanghai = zoneOf("Asia/Shanghai");
    const auto read = shanghai.parseLocal("2010-03-28 01:30:00");
    REQUIRE(read);
    CHECK(*read == utc(2010, 3, 27, 17, 30));
    CHECK(shanghai.formatShort(*read) == "2010-03-28 01:30");
}

TEST_CASE("What is no local time is refused", "[base][time]")
{
    const TimeZone zone = zoneOf("UTC");
    REQUIRE(zone.parseLocal("2024-02-29 23:59:59"));
    for (const std::string_view text :
        {"", "2026-02-29 00:00:00", "2026-13-01 00:00:00", "2026-00-01 00:00:00",
            "2026-01-32 00:00:00", "2026-01-01 24:00:00", "2026-01-01 00:60:00",
            "2026-01-01 00:00:60", "2026-01-01", "2026-01-01T00:00:00", "2026-01-01 00:00",
            "2026-1-1 0:0:0", " 2026-01-01 00:00:00", "2026-01-01 00:00:00 ", "01/12/2010 08:26",
            "二〇二六-01-01 00:00:00", "-026-01-01 00:00:00", "2026-01-01 +1:00:00"}) {
        INFO(text);
        const auto read = zone.parseLocal(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::InvalidDate);
        CHECK(read.error().detail.size() == 1);
    }
}
