#include "sync/server/access_log.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace bl::sync {

namespace {
constexpr std::size_t kMaxPathBytes = 256;
}  // namespace

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::string& file, const WallClock& clock)
{
    BL_TRY(auto utc, TimeZone::create("UTC"));
    const int opened =
        ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (opened < 0)
        return Error{ErrorCode::DirectoryNotWritable, {file, std::strerror(errno)}};
    return std::unique_ptr<AccessLog>(new AccessLog(opened, clock, std::move(utc)));
}

AccessLog::~AccessLog()
{
    ::close(m_file);
}

void AccessLog::write(const HttpAccess& access) const
{
    Json line;
    line["at"] = m_utc.format(m_clock.now());
    line["peer"] = access.peer;
    line["method"] = access.method;
    line["path"] = excerpt(access.path, kMaxPathBytes);
    line["status"] = access.status;
    line["in"] = access.bytesIn;
    line["out"] = access.bytesOut;
    line["us"] = access.duration.count();
    const std::string text = dumpJson(line) + '\n';
    // One write to a file that is appended to stays in one piece among all threads.
    [[maybe_unused]] const auto written = ::write(m_file, text.data(), text.size());
}

}  // namespace bl::sync
