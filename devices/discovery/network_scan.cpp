#include "devices/discovery/network_scan.h"

#include "devices/slot/driver_factory.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <deque>
#include <ifaddrs.h>
#include <map>
#include <net/if.h>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <set>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace bl {

namespace {

using ScanTime = std::chrono::steady_clock::time_point;

constexpr std::size_t kMostNetworks = 4;
constexpr std::uint32_t kNetworkMask = 0xFFFFFF00;

struct Target {
    std::string host;
    std::uint16_t port = 0;

    friend auto operator<=>(const Target&, const Target&) = default;
};

/// One connection that is being made.
class Knock {
public:
    Knock(Target target, ScanTime until)
        : m_target(std::move(target))
        , m_until(until)
    {
    }
    Knock(Knock&& other) noexcept
        : m_target(std::move(other.m_target))
        , m_until(other.m_until)
        , m_socket(std::exchange(other.m_socket, -1))
    {
    }
    Knock& operator=(Knock&&) = delete;
    ~Knock()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }

    /// Whether an answer may come; false where it is known at once that none does.
    bool begin()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_target.port);
        if (::inet_pton(AF_INET, m_target.host.c_str(), &address.sin_addr) != 1)
            return false;
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (m_socket < 0)
            return false;
        return ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address))
            == 0
            || errno == EINPROGRESS;
    }

    bool isConnected() const
    {
        int problem = 0;
        socklen_t size = sizeof(problem);
        return ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &problem, &size) == 0 && problem == 0;
    }

    const Target& target() const { return m_target; }
    ScanTime until() const { return m_until; }
    int socket() const { return m_socket; }

private:
    Target m_target;
    ScanTime m_until;
    int m_socket = -1;
};

/// Knocks at all doors, as many at once as the limits allow.
std::set<Target> knockAtAll(
    std::deque<Target> targets, const ScanLimits& limits, const Cancellation& cancellation)
{
    std::set<Target> open;
    std::vector<Knock> knocks;
    const auto end = std::chrono::steady_clock::now() + limits.whole;
    for (;;) {
        auto now = std::chrono::steady_clock::now();
        if (now >= end || cancellation.isRequested())
            return open;
        while (!targets.empty() && knocks.size() < limits.atOnce) {
            Knock knock(std::move(targets.front()), std::min(end, now + limits.each));
            targets.pop_front();
            if (knock.begin())
                knocks.push_back(std::move(knock));
        }
        if (knocks.empty())
            return open;
        std::vector<pollfd> waits;
        ScanTime first = end;
        for (const auto& knock : knocks) {
            waits.push_back({knock.socket(), POLLOUT, 0});
            first = std::min(first, knock.until());
        }
        waits.push_back({cancellation.descriptor(), POLLIN, 0});
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - now);
        if (::poll(waits.data(), waits.size(), static_cast<int>(left.count())) < 0
            && errno != EINTR)
            return open;
        now = std::chrono::steady_clock::now();
        std::vector<Knock> waiting;
        for (std::size_t i = 0; i < knocks.size(); ++i) {
            if (waits[i].revents != 0) {
                if (knocks[i].isConnected())
                    open.insert(knocks[i].target());
            } else if (now < knocks[i].until()) {
                waiting.push_back(std::move(knocks[i]));
            }
        }
        knocks.swap(waiting);
    }
}

std::set<std::uint16_t> driverPorts()
{
    std::set<std::uint16_t> ports;
    for (const auto& driver : driverCatalogue()) {
        if (driver.port != 0 && canDrive(driver.name))
            ports.insert(driver.port);
    }
    return ports;
}

std::string dotted(std::uint32_t address)
{
    const in_addr raw{htonl(address)};
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &raw, text.data(), text.size());
    return text.data();
}

}  // namespace

std::vector<std::string> neighbours()
{
    std::set<std::uint32_t> networks;
    ifaddrs* interfaces = nullptr;
    if (::getifaddrs(&interfaces) != 0)
        return {};
    for (const auto* one = interfaces; one; one = one->ifa_next) {
        const bool up = (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0;
        if (!up || !one->ifa_addr || one->ifa_addr->sa_family != AF_INET)
            continue;
        const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
        if (networks.size() < kMostNetworks)
            networks.insert(ntohl(address->sin_addr.s_addr) & kNetworkMask);
    }
    ::freeifaddrs(interfaces);
    std::vector<std::string> hosts;
    for (const auto network : networks) {
        for (std::uint32_t host = 1; host < 255; ++host)
            hosts.push_back(dotted(network | host));
    }
    return hosts;
}

std::vector<DeviceDescriptor> scanNetwork(const std::vector<std::string>& hosts,
    const ScanLimits& limits, const Cancellation& cancellation)
{
    const auto ports = driverPorts();
    std::deque<Target> targets;
    for (const auto port : ports) {
        for (const auto& host : hosts)
            targets.push_back({host, port});
    }
    std::vector<DeviceDescriptor> found;
    for (const auto& target : knockAtAll(std::move(targets), limits, cancellation)) {
        DeviceDescriptor descriptor;
        descriptor.id = target.host + ':' + std::to_string(target.port);
        descriptor.place = FoundAt::Network;
        descriptor.title = descriptor.id;
        for (const auto& driver : driverCatalogue()) {
            if (driver.port != target.port || !canDrive(driver.name))
                continue;
            const DeviceAddress address{
                std::string(driver.name), TcpPlace{target.host, target.port}, {}};
            descriptor.suggestions.push_back({driver.role, address.toString()});
        }
        found.push_back(std::move(descriptor));
    }
    return found;
}

}  // namespace bl
