#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "sync/server/http_server.h"

#include <memory>
#include <string>
#include <utility>

namespace bl::sync {

/// A file with one JSON object a line for each request that was answered or broke off:
/// `{"at","peer","method","path","status","in","out","us"}`. It holds neither queries nor bodies
/// nor fields of the head, so no secret comes into it.
class AccessLog {
public:
    /// Appends to the file, which only the owner may read where it is new. Fails with
    /// DirectoryNotWritable.
    static Result<std::unique_ptr<AccessLog>> open(const std::string& file, const WallClock& clock);
    ~AccessLog();
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    /// From any thread. A line that cannot be written is lost: HQ goes on.
    void write(const HttpAccess& access) const;

private:
    AccessLog(int file, const WallClock& clock, TimeZone utc)
        : m_file(file)
        , m_clock(clock)
        , m_utc(std::move(utc))
    {
    }

    int m_file;
    const WallClock& m_clock;
    TimeZone m_utc;
};

}  // namespace bl::sync
