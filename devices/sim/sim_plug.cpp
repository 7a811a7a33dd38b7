#include "devices/sim/sim_plug.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace bl::sim {

namespace {

constexpr int kBacklog = 8;

bool isLoopback(const sockaddr* address)
{
    if (address->sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, address, sizeof four);
        return (ntohl(four.sin_addr.s_addr) >> 24) == 127;
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, address, sizeof six);
        return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr) != 0;
    }
    return false;
}

/// The link appears under its name in one step, whatever was there before.
int linkTo(const std::string& path, const std::string& link)
{
    const std::string half = link + ".new";
    ::unlink(half.c_str());
    if (::symlink(path.c_str(), half.c_str()) != 0 || ::rename(half.c_str(), link.c_str()) != 0)
        return errno;
    return 0;
}

}  // namespace

Result<int> listenOn(const TcpPlug& plug)
{
    const std::string shown = plug.host + ":" + std::to_string(plug.port);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV | AI_NUMERICHOST;
    const std::string numeric = plug.host == "localhost" ? "127.0.0.1" : plug.host;
    addrinfo* found = nullptr;
    if (::getaddrinfo(numeric.c_str(), std::to_string(plug.port).c_str(), &hints, &found) != 0)
        return Error{ErrorCode::InvalidAddress, {shown}};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owned(found, &::freeaddrinfo);
    if (!isLoopback(found->ai_addr))
        return Error{ErrorCode::InvalidAddress, {shown}};
    const int listening = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listening < 0)
        return Error{ErrorCode::ListenFailed, {shown, std::strerror(errno)}};
    const int on = 1;
    ::setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(listening, found->ai_addr, found->ai_addrlen) != 0
        || ::listen(listening, kBacklog) != 0) {
        const int problem = errno;
        ::close(listening);
        if (problem == EADDRINUSE)
            return Error{ErrorCode::PortInUse, {shown}};
        return Error{ErrorCode::ListenFailed, {shown, std::strerror(problem)}};
    }
    return listening;
}

std::uint16_t portOf(int listening)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    ::getsockname(listening, reinterpret_cast<sockaddr*>(&storage), &size);
    if (storage.ss_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &storage, sizeof six);
        return ntohs(six.sin6_port);
    }
    sockaddr_in four{};
    std::memcpy(&four, &storage, sizeof four);
    return ntohs(four.sin_port);
}

Result<PtyEnds> openPty(const PtyPlug& plug)
{
    const auto failed = [&](int problem) {
        return Error{ErrorCode::ListenFailed, {plug.link, std::strerror(problem)}};
    };
    PtyEnds ends;
    ends.simulator = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    std::array<char, 64> name{};
    if (ends.simulator < 0)
        return failed(errno);
    if (::grantpt(ends.simulator) != 0 || ::unlockpt(ends.simulator) != 0
        || ::ptsname_r(ends.simulator, name.data(), name.size()) != 0) {
        const int problem = errno;
        ::close(ends.simulator);
        return failed(problem);
    }
    ends.path = name.data();
    ends.device = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    termios settings{};
    int problem = ends.device < 0 ? errno : 0;
    if (problem == 0 && ::tcgetattr(ends.device, &settings) != 0)
        problem = errno;
    ::cfmakeraw(&settings);
    if (problem == 0 && ::tcsetattr(ends.device, TCSANOW, &settings) != 0)
        problem = errno;
    if (problem == 0)
        problem = linkTo(ends.path, plug.link);
    if (problem == 0)
        return ends;
    if (ends.device >= 0)
        ::close(ends.device);
    ::close(ends.simulator);
    return failed(problem);
}

}  // namespace bl::sim
