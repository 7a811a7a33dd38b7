#include "core/base/time_zone.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QTimeZone>

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace bl {

TimeZone::TimeZone(std::string name, std::shared_ptr<const QTimeZone> zone)
    : m_name(std::move(name))
    , m_zone(std::move(zone))
{
}

Result<TimeZone> TimeZone::create(const std::string& ianaName)
{
    auto zone = std::make_shared<const QTimeZone>(QByteArray::fromStdString(ianaName));
    if (ianaName.empty() || !zone->isValid())
        return Error{ErrorCode::UnknownTimeZone, {ianaName}};
    return TimeZone(ianaName, std::move(zone));
}

namespace {

struct LocalParts {
    int year, month, day, hour, minute, second, milli, offsetSeconds;
};

std::chrono::seconds offsetAt(const QTimeZone& zone, Instant at)
{
    return std::chrono::seconds{
        zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC))};
}

LocalParts localParts(const QTimeZone& zone, Instant at)
{
    using namespace std::chrono;
    const seconds offset = offsetAt(zone, at);
    const auto local = at + offset;
    const auto dayStart = floor<days>(local);
    const year_month_day date{dayStart};
    const auto ms = (local - dayStart).count();
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(ms / 3'600'000),
        static_cast<int>(ms / 60'000 % 60), static_cast<int>(ms / 1000 % 60),
        static_cast<int>(ms % 1000), static_cast<int>(offset.count())};
}

/// `YYYY-MM-DD hh:mm:ss` as the time that a clock would show in UTC.
std::optional<Instant> parseClock(std::string_view text)
{
    constexpr std::string_view kShape = "dddd-dd-dd dd:dd:dd";
    if (text.size() != kShape.size())
        return std::nullopt;
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kShape[i] == 'd' ? !digit : text[i] != kShape[i])
            return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = 0;
        for (const char c : text.substr(at, digits))
            value = value * 10 + (c - '0');
        return value;
    };
    using namespace std::chrono;
    const year_month_day date{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
        day{static_cast<unsigned>(number(8, 2))}};
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return Instant{sys_days{date}} + hours{hour} + minutes{minute} + seconds{second};
}

}  // namespace

std::string TimeZone::format(Instant at) const
{
    const auto p = localParts(*m_zone, at);
    const int offset = std::abs(p.offsetSeconds) / 60;
    char text[96];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d", p.year,
        p.month, p.day, p.hour, p.minute, p.second, p.milli, p.offsetSeconds < 0 ? '-' : '+',
        offset / 60, offset % 60);
    return text;
}

std::string TimeZone::formatShort(Instant at) const
{
    const auto p = localParts(*m_zone, at);
    char text[64];
    std::snprintf(
        text, sizeof text, "%04d-%02d-%02d %02d:%02d", p.year, p.month, p.day, p.hour, p.minute);
    return text;
}

BusinessDay TimeZone::dayAt(Instant at) const
{
    return formatShort(at).substr(0, 10);
}

Result<Instant> TimeZone::parseLocal(std::string_view text) const
{
    const auto clock = parseClock(text);
    if (!clock)
        return Error{ErrorCode::InvalidDate, {excerpt(text)}};
    const auto atOffset = [&](std::chrono::seconds offset) {
        return Instant{*clock - offset};
    };
    // A day before and after, on either side of a change of the clock if there is one.
    const auto before = offsetAt(*m_zone, atOffset(std::chrono::days{1}));
    const auto after = offsetAt(*m_zone, atOffset(-std::chrono::days{1}));
    if (offsetAt(*m_zone, atOffset(before)) != before
        && offsetAt(*m_zone, atOffset(after)) == after)
        return atOffset(after);
    return atOffset(before);
}

}  // namespace bl
