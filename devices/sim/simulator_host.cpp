#include "devices/sim/simulator_host.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bl::sim {

namespace {

using HostClock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 4096;
/// A slow device takes its share this often.
constexpr std::chrono::milliseconds kSlowTick{20};

void closeAndForget(int& descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
    descriptor = -1;
}

/// `write` with the few bytes of an answer; what does not fit is lost as on a real line.
void put(int line, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        // A socket's peer may have gone in the middle, which must not end the program.
        auto sent = ::send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == ENOTSOCK)
            sent = ::write(line, bytes.data(), bytes.size());
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno == EAGAIN) {
            pollfd waiting{line, POLLOUT, 0};
            if (::poll(&waiting, 1, 1000) <= 0)
                return;
            continue;
        }
        if (sent <= 0)
            return;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
}

}  // namespace

/// The descriptors of one place: of a TCP port, or of a pseudo-terminal with the watch that tells
/// who opens it.
struct SimulatorHost::Line {
    int listening = -1;
    int line = -1;
    int kept = -1;
    int watch = -1;
    std::string link;

    ~Line()
    {
        closeAndForget(line);
        closeAndForget(kept);
        closeAndForget(watch);
        closeAndForget(listening);
        if (!link.empty())
            ::unlink(link.c_str());
    }
    bool isPty() const { return watch >= 0; }
};

SimulatorHost::SimulatorHost(
    SimPlug plug, std::unique_ptr<SimulatedDevice> device, Listener listener)
    : m_plug(std::move(plug))
    , m_listener(std::move(listener))
    , m_device(std::move(device))
{
}

Result<std::unique_ptr<SimulatorHost>> SimulatorHost::start(
    SimPlug plug, std::unique_ptr<SimulatedDevice> device, Listener listener)
{
    std::unique_ptr<SimulatorHost> host(
        new SimulatorHost(std::move(plug), std::move(device), std::move(listener)));
    BL_CHECK(host->plugInLocked());
    host->m_thread = std::thread([simulator = host.get()] { simulator->run(); });
    return host;
}

SimulatorHost::~SimulatorHost()
{
    m_stop.request();
    if (m_thread.joinable())
        m_thread.join();
    m_line.reset();
}

Result<void> SimulatorHost::plugInLocked()
{
    auto line = std::make_unique<Line>();
    if (auto* tcp = std::get_if<TcpPlug>(&m_plug)) {
        BL_TRY(line->listening, listenOn(*tcp));
        // Plugged in again, it is where it was.
        tcp->port = portOf(line->listening);
        m_port = tcp->port;
    } else {
        BL_TRY(const PtyEnds ends, openPty(std::get<PtyPlug>(m_plug)));
        line->line = ends.simulator;
        line->kept = ends.device;
        line->link = std::get<PtyPlug>(m_plug).link;
        line->watch = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        if (line->watch < 0
            || ::inotify_add_watch(line->watch, ends.path.c_str(), IN_OPEN | IN_CLOSE) < 0)
            return Error{ErrorCode::ListenFailed, {line->link, "no watch"}};
    }
    m_line = std::move(line);
    return {};
}

LineFaults SimulatorHost::faults() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

void SimulatorHost::setFaults(const LineFaults& faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

void SimulatorHost::unplug()
{
    const std::lock_guard lock(m_mutex);
    end();
    m_line.reset();
    m_wake.wake();
}

Result<void> SimulatorHost::plugIn()
{
    const std::lock_guard lock(m_mutex);
    if (m_line)
        return {};
    auto plugged = plugInLocked();
    m_wake.wake();
    return plugged;
}

void SimulatorHost::act(const std::function<Reaction(SimulatedDevice&)>& what)
{
    const std::lock_guard lock(m_mutex);
    apply(what(*m_device));
    m_wake.wake();
}

void SimulatorHost::run()
{
    while (!m_stop.isRequested())
        serveOnce();
    const std::lock_guard lock(m_mutex);
    end();
}

void SimulatorHost::serveOnce()
{
    std::array<pollfd, 5> waiting{{{m_stop.descriptor(), POLLIN, 0},
        {m_wake.descriptor(), POLLIN, 0}, {-1, POLLIN, 0}, {-1, POLLIN, 0}, {-1, POLLIN, 0}}};
    int timeout = -1;
    bool slow = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_line) {
            waiting[2].fd = m_connected ? -1 : m_line->listening;
            waiting[3].fd = m_line->line;
            waiting[4].fd = m_line->watch;
        }
        slow = m_connected && m_faults.bytesPerSecond.has_value();
        if (m_callAgain) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(*m_callAgain - HostClock::now());
            timeout = static_cast<int>(std::max<std::int64_t>(0, left.count()));
        }
    }
    if (slow)
        ::poll(waiting.data(), 1, static_cast<int>(kSlowTick.count()));
    ::poll(waiting.data(), waiting.size(), timeout);
    if (m_stop.isRequested())
        return;
    if (waiting[1].revents != 0)
        m_wake.take();
    const std::lock_guard lock(m_mutex);
    if (m_callAgain && HostClock::now() >= *m_callAgain) {
        m_callAgain.reset();
        apply(m_device->timeCame());
    }
    if (!m_line)
        return;
    if (waiting[4].revents != 0 && m_line->isPty()) {
        // Our own end was open before the watch began, so each pair is a computer's.
        alignas(inotify_event) std::array<char, 1024> events{};
        const auto size = ::read(m_line->watch, events.data(), events.size());
        for (std::ptrdiff_t at = 0; size > 0 && at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(events.data() + at);
            at += static_cast<std::ptrdiff_t>(sizeof(inotify_event)) + event->len;
            if (event->mask & IN_OPEN)
                begin();
            if (event->mask & IN_CLOSE) {
                receive();
                end();
            }
        }
    }
    if (waiting[2].revents != 0 && m_line->listening >= 0 && !m_connected) {
        const int client =
            ::accept4(m_line->listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (client >= 0) {
            m_line->line = client;
            begin();
        }
    }
    if (waiting[3].revents != 0 && m_line && m_line->line == waiting[3].fd)
        receive();
    if (std::exchange(m_hangUp, false))
        end();
}

void SimulatorHost::begin()
{
    if (std::exchange(m_connected, true))
        return;
    m_received = 0;
    m_listener(Connected{});
    apply(m_device->connected());
}

void SimulatorHost::end()
{
    if (!std::exchange(m_connected, false))
        return;
    apply(m_device->disconnected());
    if (m_line && !m_line->isPty())
        closeAndForget(m_line->line);
    m_listener(Disconnected{m_received});
}

void SimulatorHost::receive()
{
    std::array<std::uint8_t, kReadBytes> bytes{};
    std::size_t wanted = bytes.size();
    if (m_faults.bytesPerSecond)
        wanted = std::clamp(
            static_cast<std::size_t>(*m_faults.bytesPerSecond * kSlowTick.count() / 1000),
            std::size_t{1}, wanted);
    const auto count = ::read(m_line->line, bytes.data(), wanted);
    if (count < 0 && (errno == EINTR || errno == EAGAIN || m_line->isPty()))
        return;
    if (count <= 0) {
        end();
        return;
    }
    auto used = static_cast<std::size_t>(count);
    const bool drops = m_faults.dropAfterBytes && *m_faults.dropAfterBytes <= used;
    if (drops)
        used = *m_faults.dropAfterBytes;
    m_received += used;
    // A pseudo-terminal may be written to before its opening was noticed.
    if (m_line->isPty())
        begin();
    apply(m_device->receive(std::span(bytes).first(used)));
    if (!m_faults.dropAfterBytes)
        return;
    if (!drops) {
        m_faults.dropAfterBytes = *m_faults.dropAfterBytes - used;
        return;
    }
    m_faults.dropAfterBytes.reset();
    if (m_line->isPty()) {
        // A serial device that breaks off is one that is unplugged; it is there again at once.
        end();
        m_line.reset();
        [[maybe_unused]] const auto again = plugInLocked();
        return;
    }
    const linger atOnce{1, 0};
    ::setsockopt(m_line->line, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    end();
}

void SimulatorHost::apply(const Reaction& reaction)
{
    if (m_connected && m_line && !m_faults.mute && !reaction.answers.empty())
        put(m_line->line, reaction.answers);
    if (reaction.callAgain)
        m_callAgain = HostClock::now() + *reaction.callAgain;
    if (reaction.hangUp)
        m_hangUp = true;
}

}  // namespace bl::sim
