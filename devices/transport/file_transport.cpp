#include "devices/transport/file_transport.h"

#include <cerrno>
#include <fcntl.h>
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

Result<void> FileTransport::flush([[maybe_unused]] std::chrono::milliseconds timeout)
{
    return {};
}

void FileTransport::close([[maybe_unused]] Ending ending)
{
    dropLine();
}

}  // namespace bl
