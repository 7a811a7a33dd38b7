#include "devices/sim/printer_simulator.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bl::sim {

namespace {

constexpr int kBacklog = 8;
constexpr std::size_t kReadBytes = 4096;
/// A slow printer takes its share this often.
constexpr std::chrono::milliseconds kSlowTick{50};

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

Result<int> listenOn(const std::string& host, std::uint16_t port)
{
    const std::string shown = host + ":" + std::to_string(port);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV | AI_NUMERICHOST;
    const std::string numeric = host == "localhost" ? "127.0.0.1" : host;
    addrinfo* found = nullptr;
    if (::getaddrinfo(numeric.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
        return Error{ErrorCode::InvalidAddress, {shown}};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owned(found, &::freeaddrinfo);
    if (!isLoopback(found->ai_addr))
        return Error{ErrorCode::InvalidAddress, {shown}};
    const int listening = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
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

}  // namespace

Result<std::unique_ptr<PrinterSimulator>> PrinterSimulator::start(
    const std::string& host, std::uint16_t port, PaperShape shape, int paperMm, Listener listener)
{
    BL_TRY(const int listening, listenOn(host, port));
    return std::unique_ptr<PrinterSimulator>(
        new PrinterSimulator(listening, portOf(listening), shape, paperMm, std::move(listener)));
}

PrinterSimulator::PrinterSimulator(
    int listening, std::uint16_t port, PaperShape shape, int paperMm, Listener listener)
    : m_listening(listening)
    , m_port(port)
    , m_listener(std::move(listener))
    , m_printer(shape, paperMm)
    , m_thread([this] { run(); })
{
}

PrinterSimulator::~PrinterSimulator()
{
    m_stop.request();
    m_thread.join();
    ::close(m_listening);
}

PrinterFaults PrinterSimulator::faults() const
{
    const std::lock_guard lock(m_mutex);
    return m_printer.faults();
}

void PrinterSimulator::setFaults(const PrinterFaults& faults)
{
    const std::lock_guard lock(m_mutex);
    publish(m_printer.setFaults(faults));
}

void PrinterSimulator::run()
{
    for (;;) {
        std::array<pollfd, 2> waiting{{{m_listening, POLLIN, 0}, {m_stop.descriptor(), POLLIN, 0}}};
        ::poll(waiting.data(), waiting.size(), -1);
        if (m_stop.isRequested())
            return;
        const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            serve(client);
    }
}

void PrinterSimulator::serve(int client)
{
    {
        const std::lock_guard lock(m_mutex);
        m_client = client;
    }
    m_listener(ComputerConnected{});
    std::size_t total = 0;
    while (!m_stop.isRequested() && receive(client, total) == Link::Kept) {
    }
    {
        const std::lock_guard lock(m_mutex);
        m_client = -1;
        publish(m_printer.disconnect());
    }
    ::close(client);
    m_listener(ComputerDisconnected{total});
}

PrinterSimulator::Link PrinterSimulator::receive(int client, std::size_t& total)
{
    const auto before = faults();
    std::array<pollfd, 2> waiting{{{client, POLLIN, 0}, {m_stop.descriptor(), POLLIN, 0}}};
    if (before.bytesPerSecond) {
        ::poll(&waiting[1], 1, static_cast<int>(kSlowTick.count()));
        if (m_stop.isRequested())
            return Link::Ended;
    }
    ::poll(waiting.data(), waiting.size(), -1);
    if (m_stop.isRequested())
        return Link::Ended;

    std::array<std::uint8_t, kReadBytes> bytes{};
    std::size_t wanted = bytes.size();
    if (before.bytesPerSecond)
        wanted =
            std::clamp(static_cast<std::size_t>(*before.bytesPerSecond * kSlowTick.count() / 1000),
                std::size_t{1}, wanted);
    const auto count = ::recv(client, bytes.data(), wanted, 0);
    if (count <= 0)
        return count < 0 && errno == EINTR ? Link::Kept : Link::Ended;

    const std::lock_guard lock(m_mutex);
    auto used = static_cast<std::size_t>(count);
    PrinterFaults faults = m_printer.faults();
    const bool drops = faults.dropAfterBytes && *faults.dropAfterBytes <= used;
    if (drops)
        used = *faults.dropAfterBytes;
    total += used;
    publish(m_printer.receive(std::span(bytes).first(used)));
    if (!faults.dropAfterBytes)
        return Link::Kept;
    faults = m_printer.faults();
    if (drops) {
        faults.dropAfterBytes.reset();
        const linger atOnce{1, 0};
        ::setsockopt(client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    } else {
        faults.dropAfterBytes = *faults.dropAfterBytes - used;
    }
    publish(m_printer.setFaults(faults));
    return drops ? Link::Ended : Link::Kept;
}

void PrinterSimulator::publish(SimulatedPrinter::Reaction reaction)
{
    // Paper first: whoever waits for the answer finds the receipt there.
    for (auto& event : reaction.events)
        std::visit([this](auto& what) { m_listener(std::move(what)); }, event);
    if (m_client >= 0 && !reaction.answers.empty())
        ::send(m_client, reaction.answers.data(), reaction.answers.size(), MSG_NOSIGNAL);
}

}  // namespace bl::sim
