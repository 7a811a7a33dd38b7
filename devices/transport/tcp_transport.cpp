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

std::chrono::milliseconds remaining(TcpClock::time_point deadline)
{
    // Rounded up, so that a wait never ends just before its deadline.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - TcpClock::now());
    return std::max(left, std::chrono::milliseconds{0});
}

}  // namespace

TcpTransport::TcpTransport(
    std::string host, std::uint16_t port, std::shared_ptr<const Cancellation> cancellation)
    : m_host(std::move(host))
    , m_port(port)
    , m_cancellation(std::move(cancellation))
{
}

TcpTransport::~TcpTransport()
{
    close(Ending::Abandoned);
}

Error TcpTransport::failed(const char* reason) const
{
    return Error{ErrorCode::NetworkFailed, {m_host + ":" + std::to_string(m_port), reason}};
}

Result<TcpTransport::Ready> TcpTransport::await(short events, Deadline deadline) const
{
    for (;;) {
        std::array<pollfd, 2> waiting{
            {{m_socket, events, 0}, {m_cancellation->descriptor(), POLLIN, 0}}};
        const auto left = remaining(deadline);
        const int count = ::poll(waiting.data(), waiting.size(), static_cast<int>(left.count()));
        if (m_cancellation->isRequested())
            return Error{ErrorCode::Cancelled, {}};
        if (count < 0 && errno != EINTR)
            return failed(kLinkLost);
        if (count > 0 && waiting[0].revents != 0)
            return Ready::Yes;
        if (left.count() == 0)
            return Ready::TimedOut;
    }
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
        m_socket = ::dup(search->done.descriptor());
        const auto ready = await(POLLIN, deadline);
        close(Ending::Abandoned);
        if (!ready)
            return ready.error();
        if (*ready == Ready::TimedOut)
            return failed(kUnreachable);
        const std::lock_guard lock(search->mutex);
        addresses = search->addresses;
        if (!addresses)
            return failed(kUnreachable);
    }
    Result<void> last = failed(kUnreachable);
    for (const addrinfo* one = addresses->first; one; one = one->ai_next) {
        last = connectTo(*one, deadline);
        if (last || last.error().code == ErrorCode::Cancelled)
            return last;
    }
    return last;
}

Result<void> TcpTransport::connectTo(const addrinfo& candidate, Deadline deadline)
{
    m_socket = ::socket(candidate.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        return failed(kUnreachable);
    int problem = 0;
    if (::connect(m_socket, candidate.ai_addr, candidate.ai_addrlen) != 0) {
        problem = errno;
        if (problem == EINPROGRESS) {
            const auto ready = await(POLLOUT, deadline);
            if (!ready || *ready == Ready::TimedOut) {
                close(Ending::Abandoned);
                return ready ? failed(kTimeout) : ready.error();
            }
            socklen_t size = sizeof problem;
            ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &problem, &size);
        }
    }
    if (problem != 0) {
        close(Ending::Abandoned);
        return failed(problem == ECONNREFUSED ? kRefused : kUnreachable);
    }
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return {};
}

Result<void> TcpTransport::write(
    std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeout)
{
    const Deadline deadline = TcpClock::now() + timeout;
    while (!bytes.empty()) {
        BL_TRY(const Ready ready, await(POLLOUT, deadline));
        if (ready == Ready::TimedOut)
            return failed(kTimeout);
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (sent < 0)
            return failed(kLinkLost);
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return {};
}

Result<void> TcpTransport::flush([[maybe_unused]] std::chrono::milliseconds timeout)
{
#ifdef SIOCOUTQ
    const Deadline deadline = TcpClock::now() + timeout;
    for (;;) {
        int unacknowledged = 0;
        int problem = 0;
        socklen_t size = sizeof problem;
        if (::ioctl(m_socket, SIOCOUTQ, &unacknowledged) != 0
            || ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &problem, &size) != 0 || problem != 0)
            return failed(kLinkLost);
        if (unacknowledged == 0)
            return {};
        if (TcpClock::now() >= deadline)
            return failed(kTimeout);
        // No event tells of acknowledgements; a wait for an error alone paces the question.
        BL_CHECK(await(0, std::min(deadline, TcpClock::now() + kFlushPoll)));
    }
#else
    return {};
#endif
}

Result<std::size_t> TcpTransport::read(
    std::span<std::uint8_t> buffer, std::chrono::milliseconds timeout)
{
    const Deadline deadline = TcpClock::now() + timeout;
    for (;;) {
        BL_TRY(const Ready ready, await(POLLIN, deadline));
        if (ready == Ready::TimedOut)
            return std::size_t{0};
        const auto count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count > 0)
            return static_cast<std::size_t>(count);
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return failed(kLinkLost);
    }
}

void TcpTransport::close(Ending ending)
{
    if (m_socket < 0)
        return;
    if (ending == Ending::Abandoned) {
        // The kernel would go on sending what it still holds, and a later copy would then be the
        // second.
        const linger atOnce{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    } else {
        ::shutdown(m_socket, SHUT_WR);
        // An answer left unread would turn the close into a reset, which can take undelivered data
        // with it.
        std::array<std::uint8_t, 256> rest{};
        while (::recv(m_socket, rest.data(), rest.size(), 0) > 0) {
        }
    }
    ::close(m_socket);
    m_socket = -1;
}

}  // namespace bl
