#include "devices/transport/tcp_transport.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#ifdef __linux__
#include <linux/sockios.h>
#endif

namespace bl {

namespace {

using TcpClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kFlushPoll{2};
constexpr const char* kNoSuchName = "no such name";

struct AddressList {
    addrinfo* first = nullptr;

    AddressList() = default;
    ~AddressList()
    {
        if (first)
            ::freeaddrinfo(first);
    }
    AddressList(const AddressList&) = delete;
    AddressList& operator=(const AddressList&) = delete;
};

/// A look-up that a thread of its own carries out, because the system's cannot be interrupted.
/// Whoever no longer waits leaves it to the thread.
struct LookUp {
    Cancellation done;  // used as an event that poll() can wait for
    std::mutex mutex;
    std::shared_ptr<AddressList> addresses;
};

std::shared_ptr<AddressList> lookUp(const std::string& host, std::uint16_t port, int flags)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    auto list = std::make_shared<AddressList>();
    if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list->first) != 0)
        return nullptr;
    return list;
}

}  // namespace

TcpTransport::TcpTransport(std::string host, std::uint16_t port,
    std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace)
    : FdTransport(host + ":" + std::to_string(port), std::move(cancellation), std::move(trace))
    , m_host(std::move(host))
    , m_port(port)
{
}

TcpTransport::~TcpTransport()
{
    close(Ending::Abandoned);
}

Result<void> TcpTransport::open(std::chrono::milliseconds timeout)
{
    close(Ending::Abandoned);
    const Deadline deadline = TcpClock::now() + timeout;
    std::shared_ptr<AddressList> addresses = lookUp(m_host, m_port, AI_NUMERICHOST);
    if (!addresses) {
        const auto search = std::make_shared<LookUp>();
        std::thread([search, host = m_host, port = m_port] {
            auto found = lookUp(host, port, 0);
            const std::lock_guard lock(search->mutex);
            search->addresses = std::move(found);
            search->done.request();
        }).detach();
        setLine(::dup(search->done.descriptor()));
        const auto ready = awaitLine(POLLIN, deadline);
        dropLine();
        if (!ready)
            return ready.error();
        if (*ready == Ready::TimedOut)
            return failed(DeviceFault::NotFound, kNoSuchName);
        const std::lock_guard lock(search->mutex);
        addresses = search->addresses;
        if (!addresses)
            return failed(DeviceFault::NotFound, kNoSuchName);
    }
    Result<void> last = deviceError(DeviceFault::NotFound, m_host, kNoSuchName);
    for (const addrinfo* one = addresses->first; one; one = one->ai_next) {
        last = connectTo(*one, deadline);
        if (last || last.error().code == ErrorCode::Cancelled)
            return last;
    }
    return last;
}

Result<void> TcpTransport::connectTo(const addrinfo& candidate, Deadline deadline)
{
    setLine(::socket(candidate.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (line() < 0)
        return systemFailed(DeviceFault::NotFound, errno);
    int problem = 0;
    if (::connect(line(), candidate.ai_addr, candidate.ai_addrlen) != 0) {
        problem = errno;
        if (problem == EINPROGRESS) {
            const auto ready = awaitLine(POLLOUT, deadline);
            if (!ready || *ready == Ready::TimedOut) {
                close(Ending::Abandoned);
                return ready ? failed(DeviceFault::NotFound, "does not answer") : ready.error();
            }
            socklen_t size = sizeof problem;
            ::getsockopt(line(), SOL_SOCKET, SO_ERROR, &problem, &size);
        }
    }
    if (problem != 0) {
        close(Ending::Abandoned);
        return systemFailed(DeviceFault::NotFound, problem);
    }
    const int on = 1;
    ::setsockopt(line(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    note("connected");
    return {};
}

std::ptrdiff_t TcpTransport::put(std::span<const std::uint8_t> bytes)
{
    return ::send(line(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

Result<void> TcpTransport::flush([[maybe_unused]] std::chrono::milliseconds timeout)
{
#ifdef SIOCOUTQ
    const Deadline deadline = TcpClock::now() + timeout;
    for (;;) {
        int unacknowledged = 0;
        int problem = 0;
        socklen_t size = sizeof problem;
        if (::ioctl(line(), SIOCOUTQ, &unacknowledged) != 0
            || ::getsockopt(line(), SOL_SOCKET, SO_ERROR, &problem, &size) != 0)
            problem = errno;
        if (problem != 0)
            return systemFailed(DeviceFault::LinkLost, problem);
        if (unacknowledged == 0)
            return {};
        if (TcpClock::now() >= deadline)
            return failed(DeviceFault::Timeout, "takes no data");
        // No event tells of acknowledgements; a wait for an error alone paces the question.
        BL_CHECK(awaitLine(0, std::min(deadline, TcpClock::now() + kFlushPoll)));
    }
#else
    return {};
#endif
}

void TcpTransport::close(Ending ending)
{
    if (!isOpen())
        return;
    if (ending == Ending::Abandoned) {
        // The kernel would go on sending what it still holds, and a later copy would then be the
        // second.
        const linger atOnce{1, 0};
        ::setsockopt(line(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    } else {
        ::shutdown(line(), SHUT_WR);
        // An answer left unread would turn the close into a reset, which can take undelivered data
        // with it.
        std::array<std::uint8_t, 256> rest{};
        while (::recv(line(), rest.data(), rest.size(), 0) > 0) {
        }
    }
    dropLine();
}

}  // namespace bl
