#include "devices/transport/fd_transport.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace bl {

namespace {

using LineClock = std::chrono::steady_clock;

int millisecondsUntil(LineClock::time_point deadline)
{
    // Rounded up, so that a wait never ends just before its deadline.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - LineClock::now());
    return static_cast<int>(std::max(left, std::chrono::milliseconds{0}).count());
}

}  // namespace

FdTransport::FdTransport(std::string name, std::shared_ptr<const Cancellation> cancellation,
    std::shared_ptr<TraceRing> trace)
    : m_name(std::move(name))
    , m_cancellation(std::move(cancellation))
    , m_trace(std::move(trace))
{
}

FdTransport::~FdTransport()
{
    dropLine();
}

Error FdTransport::failed(DeviceFault fault, const char* evidence) const
{
    note(evidence);
    return deviceError(fault, m_name, evidence);
}

Error FdTransport::systemFailed(DeviceFault fault, int problem) const
{
    return failed(fault, std::strerror(problem));
}

Error FdTransport::openingFailed(int problem) const
{
    switch (problem) {
    case EACCES:
    case EPERM: return systemFailed(DeviceFault::PermissionDenied, problem);
    // One program at a time gets in: usblp, serial ports in exclusive mode.
    case EBUSY: return systemFailed(DeviceFault::Busy, problem);
    default: return systemFailed(DeviceFault::NotFound, problem);
    }
}

void FdTransport::note(const char* text) const
{
    if (m_trace)
        m_trace->note(text);
}

Result<FdTransport::Ready> FdTransport::awaitLine(short events, Deadline deadline) const
{
    for (;;) {
        std::array<pollfd, 2> waiting{
            {{m_line, events, 0}, {m_cancellation->descriptor(), POLLIN, 0}}};
        const int left = millisecondsUntil(deadline);
        const int count = ::poll(waiting.data(), waiting.size(), left);
        if (m_cancellation->isRequested())
            return Error{ErrorCode::Cancelled, {}};
        if (count < 0 && errno != EINTR)
            return systemFailed(DeviceFault::LinkLost, errno);
        if (count > 0 && waiting[0].revents != 0)
            return Ready::Yes;
        if (left == 0)
            return Ready::TimedOut;
    }
}

Result<void> FdTransport::write(
    std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeout)
{
    const Deadline deadline = LineClock::now() + timeout;
    while (!bytes.empty()) {
        BL_TRY(const Ready ready, awaitLine(POLLOUT, deadline));
        if (ready == Ready::TimedOut)
            return failed(DeviceFault::Timeout, "takes no data");
        const auto sent = put(bytes);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (sent < 0)
            return systemFailed(DeviceFault::LinkLost, errno);
        const auto count = static_cast<std::size_t>(sent);
        if (m_trace)
            m_trace->add(TraceRing::Direction::ToDevice, bytes.first(count));
        bytes = bytes.subspan(count);
    }
    return {};
}

std::ptrdiff_t FdTransport::put(std::span<const std::uint8_t> bytes)
{
    return ::write(m_line, bytes.data(), bytes.size());
}

Result<std::size_t> FdTransport::read(
    std::span<std::uint8_t> buffer, std::chrono::milliseconds timeout)
{
    const Deadline deadline = LineClock::now() + timeout;
    for (;;) {
        BL_TRY(const Ready ready, awaitLine(POLLIN, deadline));
        if (ready == Ready::TimedOut)
            return std::size_t{0};
        const auto got = ::read(m_line, buffer.data(), buffer.size());
        if (got > 0) {
            const auto count = static_cast<std::size_t>(got);
            if (m_trace)
                m_trace->add(TraceRing::Direction::FromDevice, buffer.first(count));
            return count;
        }
        if (got == 0)
            return failed(DeviceFault::LinkLost, "closed by the device");
        if (errno != EAGAIN && errno != EINTR)
            return systemFailed(DeviceFault::LinkLost, errno);
    }
}

Result<void> FdTransport::await(std::chrono::milliseconds timeout)
{
    const Deadline deadline = LineClock::now() + timeout;
    for (;;) {
        std::array<pollfd, 3> waiting{{{m_line, POLLIN, 0},
            {m_cancellation->descriptor(), POLLIN, 0}, {m_wake.descriptor(), POLLIN, 0}}};
        const int left = millisecondsUntil(deadline);
        const int count = ::poll(waiting.data(), waiting.size(), left);
        if (m_cancellation->isRequested())
            return Error{ErrorCode::Cancelled, {}};
        if (count < 0 && errno != EINTR)
            return systemFailed(DeviceFault::LinkLost, errno);
        if (count > 0 && waiting[2].revents != 0) {
            m_wake.take();
            return {};
        }
        // What is wrong with the line, if anything, the read that follows says.
        if ((count > 0 && waiting[0].revents != 0) || left == 0)
            return {};
    }
}

void FdTransport::dropLine()
{
    if (m_line < 0)
        return;
    ::close(m_line);
    m_line = -1;
    note("closed");
}

}  // namespace bl
