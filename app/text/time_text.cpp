#include "app/text/time_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace bl::text {

namespace {

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

QString dayText(QDate day, const QLocale& locale)
{
    // Month and day must not be mistaken for each other, which the locales' own short formats do
    // not ensure.
    switch (locale.language()) {
    case QLocale::Chinese:
        return day.toString(locale.script() == QLocale::TraditionalHanScript
                ? QStringLiteral("yyyy/MM/dd")
                : QStringLiteral("yyyy-MM-dd"));
    default: return locale.toString(day, QStringLiteral("d MMM yyyy"));
    }
}

QDateTime localTime(Instant at, const TimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(
        toMillis(at), QTimeZone(QByteArray::fromStdString(zone.name())));
}

int wholeUnits(std::chrono::milliseconds age, std::chrono::milliseconds unit)
{
    return static_cast<int>(std::min<std::int64_t>(age / unit, std::numeric_limits<int>::max()));
}

}  // namespace

QString formatDay(const BusinessDay& day, const QLocale& locale)
{
    const QString text = QString::fromStdString(day);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? dayText(date, locale) : text;
}

QString formatDate(Instant at, const TimeZone& zone, const QLocale& locale)
{
    return dayText(localTime(at, zone).date(), locale);
}

QString formatTime(Instant at, const TimeZone& zone, const QLocale& locale)
{
    return locale.toString(localTime(at, zone).time(), QStringLiteral("HH:mm"));
}

QString formatDateTime(Instant at, const TimeZone& zone, const QLocale& locale)
{
    return formatDate(at, zone, locale) + QLatin1Char(' ') + formatTime(at, zone, locale);
}

QString formatAge(std::chrono::milliseconds age)
{
    using namespace std::chrono_literals;
    if (age < 2s)
        return TimeText::tr("just now");
    if (age < 1min)
        return TimeText::tr("%n s ago", nullptr, wholeUnits(age, 1s));
    if (age < 1h)
        return TimeText::tr("%n min ago", nullptr, wholeUnits(age, 1min));
    if (age < 24h)
        return TimeText::tr("%n h ago", nullptr, wholeUnits(age, 1h));
    return TimeText::tr("%n days ago", nullptr, wholeUnits(age, 24h));
}

}  // namespace bl::text
