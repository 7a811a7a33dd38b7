#include "app/devsim/simulation.h"

#include "devices/transport/cancellation.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <limits>
#include <poll.h>
#include <unistd.h>

namespace bl::devsim {

namespace {

/// Asked for by a signal: requesting it is one write(), which signal handlers may do.
Cancellation& stop()
{
    static Cancellation asked;
    return asked;
}

void onSignal(int)
{
    stop().request();
}

/// SIGTERM and SIGINT make stop() readable, whichever thread they reach.
void catchSignals()
{
    stop();
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

/// Reads standard input line by line until a signal comes.
class CommandInput {
public:
    template <typename Handler>
    void run(Handler handle)
    {
        for (;;) {
            std::array<pollfd, 2> waiting{
                {{m_open ? STDIN_FILENO : -1, POLLIN, 0}, {stop().descriptor(), POLLIN, 0}}};
            const int ready = ::poll(waiting.data(), waiting.size(), -1);
            if (stop().isRequested())
                return;
            if (ready <= 0)
                continue;
            std::array<char, 4096> bytes{};
            const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
            if (count <= 0) {
                m_open = count < 0 && errno == EINTR;
                continue;
            }
            m_pending.append(bytes.data(), static_cast<std::size_t>(count));
            for (auto end = m_pending.find('\n'); end != std::string::npos;
                 end = m_pending.find('\n')) {
                const std::string line = m_pending.substr(0, end);
                m_pending.erase(0, end + 1);
                if (!line.empty())
                    handle(line);
            }
        }
    }

private:
    std::string m_pending;
    bool m_open = true;
};

bool readListen(std::string_view text, sim::TcpPlug& plug)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const std::string_view port = text.substr(colon + 1);
    const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), plug.port);
    plug.host = host;
    return problem == std::errc{} && end == port.data() + port.size() && !host.empty();
}

std::string placeOf(const sim::SimPlug& plug)
{
    if (const auto* pty = std::get_if<sim::PtyPlug>(&plug))
        return pty->link;
    const auto& tcp = std::get<sim::TcpPlug>(plug);
    return tcp.host + ":" + std::to_string(tcp.port);
}

Result<std::int64_t> positiveAt(const Json& object, const char* key)
{
    BL_TRY(const std::int64_t value, integerAt(object, key));
    if (value < 1 || value > std::numeric_limits<int>::max())
        return Error{ErrorCode::InvalidArgument, {std::string(key) + ": at least 1"}};
    return value;
}

/// Whether the command was a fault of the line, which it is now.
Result<bool> takeLineFault(sim::SimulatorHost& host, const Json& command)
{
    if (!command.is_object() || !command.contains("fault"))
        return false;
    BL_TRY(const std::string fault, textAt(command, "fault"));
    auto faults = host.faults();
    if (fault == "mute") {
        faults.mute = true;
    } else if (fault == "slow") {
        faults.bytesPerSecond = 500;
        if (command.contains("bytesPerSecond")) {
            BL_TRY(const std::int64_t rate, positiveAt(command, "bytesPerSecond"));
            faults.bytesPerSecond = static_cast<int>(rate);
        }
    } else if (fault == "drop-after") {
        BL_TRY(const std::int64_t bytes, positiveAt(command, "bytes"));
        faults.dropAfterBytes = static_cast<std::size_t>(bytes);
    } else if (fault == "unplug") {
        host.unplug();
        return true;
    } else if (fault == "plug-in") {
        BL_CHECK(host.plugIn());
        return true;
    } else if (fault == "clear") {
        host.setFaults({});
        return false;
    } else {
        return false;
    }
    host.setFaults(faults);
    return true;
}

}  // namespace

int wrongUsage(const char* what, std::string_view value)
{
    std::fprintf(stderr, "branchline-devsim: %s: %.*s (see --help)\n", what,
        static_cast<int>(value.size()), value.data());
    return kExitUsage;
}

int readOptions(std::span<char* const> arguments, sim::SimPlug& plug,
    const std::function<bool(std::string_view option, std::string_view value)>& take)
{
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string_view option = arguments[i];
        if (i + 1 == arguments.size())
            return wrongUsage("needs a value", option);
        const std::string_view value = arguments[i + 1];
        if (option == "--listen") {
            sim::TcpPlug tcp;
            if (!readListen(value, tcp))
                return wrongUsage("not ADDRESS:PORT", value);
            plug = std::move(tcp);
        } else if (option == "--pty") {
            plug = sim::PtyPlug{std::string(value)};
        } else if (!take(option, value)) {
            return wrongUsage("unknown option or value", option);
        }
    }
    return 0;
}

void EventPrinter::print(const Json& event)
{
    const std::lock_guard lock(m_mutex);
    std::printf("%s\n", dumpJson(event).c_str());
    std::fflush(stdout);
}

void EventPrinter::print(const sim::SimulatorHost::Event& event)
{
    if (const auto* ended = std::get_if<sim::SimulatorHost::Disconnected>(&event))
        print({{"event", "disconnected"}, {"bytes", ended->bytes}});
    else
        print({{"event", "connected"}});
}

void EventPrinter::listening(const sim::SimPlug& plug, const sim::SimulatorHost& host)
{
    if (const auto* tcp = std::get_if<sim::TcpPlug>(&plug))
        print({{"event", "listening"}, {"address", tcp->host}, {"port", host.port()}});
    else
        print({{"event", "listening"}, {"pty", std::get<sim::PtyPlug>(plug).link}});
}

int cannotListen(const sim::SimPlug& plug, const Error& error)
{
    const char* why = "cannot listen there";
    if (error.code == ErrorCode::UnreadableFile)
        why = "not a PEM certificate and its key";
    else if (error.code == ErrorCode::PortInUse)
        why = "another program listens there already";
    else if (error.code == ErrorCode::InvalidAddress)
        why = "not a numeric address of this machine's loopback";
    std::fprintf(stderr, "branchline-devsim: %s: %s\n", placeOf(plug).c_str(), why);
    return kExitCannotListen;
}

int cannotWrite(const std::string& problem)
{
    std::fprintf(stderr, "branchline-devsim: %s\n", problem.c_str());
    return kExitCannotWrite;
}

void endServing()
{
    stop().request();
}

void serveCommands(
    EventPrinter& events, const std::function<Result<void>(const Json& command)>& handle)
{
    catchSignals();
    CommandInput input;
    input.run([&](const std::string& line) {
        const auto command = parseJson(line);
        const auto done = command ? handle(*command) : Result<void>(command.error());
        if (done)
            events.print(Json{{"event", "done"}});
        else
            events.print(Json{{"event", "error"}, {"message", describe(done.error())}});
    });
}

void serve(sim::SimulatorHost& host, EventPrinter& events,
    const std::function<Result<void>(const Json& command)>& handle)
{
    serveCommands(events, [&](const Json& command) -> Result<void> {
        BL_TRY(const bool taken, takeLineFault(host, command));
        return taken ? Result<void>{} : handle(command);
    });
}

int runDevice(
    const sim::SimPlug& plug, std::unique_ptr<sim::CommandedDevice> device, EventPrinter& events)
{
    auto host = sim::SimulatorHost::start(plug, std::move(device),
        [&events](const sim::SimulatorHost::Event& event) { events.print(event); });
    if (!host)
        return cannotListen(plug, host.error());
    events.listening(plug, **host);
    serve(**host, events, [&host](const Json& command) {
        Result<void> done;
        (*host)->act([&](sim::SimulatedDevice& simulated) {
            auto reaction = static_cast<sim::CommandedDevice&>(simulated).obey(command);
            if (!reaction)
                done = reaction.error();
            return reaction ? *std::move(reaction) : sim::SimulatedDevice::Reaction{};
        });
        return done;
    });
    return 0;
}

}  // namespace bl::devsim
