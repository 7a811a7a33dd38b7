#include "devices/transport/file_transport.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace bl {

FileTransport::FileTransport(FilePlace place, std::shared_ptr<const Cancellation> cancellation,
    std::shared_ptr<TraceRing> trace)
    : FdTransport(place.path, std::move(cancellation), std::move(trace))
    , m_place(std::move(place))
{
}

Result<void> FileTransport::open([[maybe_unused]] std::chrono::milliseconds timeout)
{
    dropLine();
    setLine(::open(m_place.path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (line() >= 0) {
        note("open");
        return {};
    }
    return openingFailed(errno);
}

Result<void> FileTransport::flush(std::chrono::milliseconds timeout)
{
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        // A device that has not taken the last write is not ready for another one. There is no
        // other way to learn it: fsync() is none of what usblp can do.
        BL_TRY(const Ready ready, awaitLine(POLLOUT, deadline));
        if (ready == Ready::TimedOut)
            return failed(DeviceFault::Timeout, "takes no data");
        // One that is gone is ready too; writing nothing tells the difference.
        if (::write(line(), "", 0) == 0)
            return {};
        if (errno != EAGAIN && errno != EINTR)
            return systemFailed(DeviceFault::LinkLost, errno);
        if (std::chrono::steady_clock::now() >= deadline)
            return failed(DeviceFault::Timeout, "takes no data");
    }
}

void FileTransport::close([[maybe_unused]] Ending ending)
{
    dropLine();
}

}  // namespace bl
