#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

class QTimeZone;

namespace bl {

/// A calendar day as `YYYY-MM-DD`; text order is time order.
using BusinessDay = std::string;

/// The organisation's time zone by IANA name: days of trade and the offsets printed in the journal
/// follow it.
class TimeZone {
public:
    /// Fails with UnknownTimeZone.
    static Result<TimeZone> create(const std::string& ianaName);

    const std::string& name() const { return m_name; }

    /// `2026-11-22T14:30:00.123+08:00` (RFC 3339)
    std::string format(Instant at) const;

    /// `2026-11-22 14:30`, for receipts and lists
    std::string formatShort(Instant at) const;

    BusinessDay dayAt(Instant at) const;

    /// Reads `YYYY-MM-DD hh:mm:ss` as local time; fails with InvalidDate. An hour that the clock
    /// skips is read with the offset before it, and an hour that comes twice as the first one.
    Result<Instant> parseLocal(std::string_view text) const;

private:
    TimeZone(std::string name, std::shared_ptr<const QTimeZone> zone);

    std::string m_name;
    std::shared_ptr<const QTimeZone> m_zone;
};

}  // namespace bl
