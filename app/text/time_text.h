#pragma once

#include "core/base/clock.h"
#include "core/base/time_zone.h"

#include <QLocale>
#include <QString>

#include <chrono>

/// Dates and times as people read them. Points in time are shown in the organisation's time zone,
/// not the machine's.
namespace bl::text {

/// `2027-03-03` in mainland Chinese, `2027/03/03` in Taiwan, `3 Mar 2027` in English. A text that
/// is no day comes back as it is.
QString formatDay(const BusinessDay& day, const QLocale& locale);
QString formatDate(Instant at, const TimeZone& zone, const QLocale& locale);

/// `14:30`
QString formatTime(Instant at, const TimeZone& zone, const QLocale& locale);

/// Date and time, for lists.
QString formatDateTime(Instant at, const TimeZone& zone, const QLocale& locale);

/// How long ago something was, in its largest unit: "just now" (under two seconds), "12 s ago", "5
/// min ago", "3 h ago", "2 days ago".
QString formatAge(std::chrono::milliseconds age);

}  // namespace bl::text
