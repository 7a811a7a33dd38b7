#include "core/base/time_zone.h"

#include <QDateTime>
#include <QTimeZone>

#include <cstdio>
#include <cstdlib>

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

LocalParts localParts(const QTimeZone& zone, Instant at)
{
    using namespace std::chrono;
    const int offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC));
    const auto local = at + seconds{offset};
    const auto dayStart = floor<days>(local);
    const year_month_day date{dayStart};
    const auto ms = (local - dayStart).count();
    return {static_cast<int>(date.year()),
        static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())),
        static_cast<int>(ms / 3'600'000),
        static_cast<int>(ms / 60'000 % 60),
        static_cast<int>(ms / 1000 % 60),
        static_cast<int>(ms % 1000),
        offset};
}

}  // namespace

std::string TimeZone::format(Instant at) const
{
    const auto p = localParts(*m_zone, at);
    const int offset = std::abs(p.offsetSeconds) / 60;
    char text[96];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d", p.year, p.month, p.day, p.hour,
        p.minute, p.second, p.milli, p.offsetSeconds < 0 ? '-' : '+', offset / 60, offset % 60);
    return text;
}

std::string TimeZone::formatShort(Instant at) const
{
    const auto p = localParts(*m_zone, at);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d", p.year, p.month, p.day, p.hour, p.minute);
    return text;
}

BusinessDay TimeZone::dayAt(Instant at) const
{
    return formatShort(at).substr(0, 10);
}

Result<Instant> TimeZone::parseLocal(std::string_view text) const
{
    const auto local = QDateTime::fromString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())),
        QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (!local.isValid())
        return Error{ErrorCode::InvalidDate, {std::string(text.substr(0, 64))}};
    const QDateTime zoned(local.date(), local.time(), *m_zone);
    return fromMillis(zoned.toMSecsSinceEpoch());
}

}  // namespace bl
