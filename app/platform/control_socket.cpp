#include "app/platform/control_socket.h"

#include "app/platform/data_directory.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace bl::platform {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// Room for an organisation file with a million members.
constexpr std::size_t kMaxMessageBytes = 512 * 1024 * 1024;
constexpr milliseconds kPeerPatience{10'000};

class Descriptor {
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int get() const { return m_fd; }

private:
    int m_fd;
};

/// The socket's address. A path is at most 107 bytes long there; a longer one is reached through
/// the directory's descriptor, which has to stay open as long as the address is used.
struct SocketAddress {
    sockaddr_un address{};
    Descriptor directory;

    static std::optional<SocketAddress> create(const std::string& directoryName)
    {
        SocketAddress made;
        std::string path = DataPaths{directoryName}.controlSocket();
        if (path.size() >= sizeof made.address.sun_path) {
            made.directory =
                Descriptor(::open(directoryName.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
            if (made.directory.get() < 0)
                return std::nullopt;
            path =
                DataPaths{"/proc/self/fd/" + std::to_string(made.directory.get())}.controlSocket();
        }
        made.address.sun_family = AF_UNIX;
        std::memcpy(made.address.sun_path, path.c_str(), path.size() + 1);
        return made;
    }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address); }
};

Descriptor openSocket()
{
    return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

enum class Wait { Ready, Stopped, TimedOut };

/// Waits for the socket; `stop` is a descriptor that becomes readable when nobody shall wait any
/// longer, or −1.
Wait waitFor(int socket, short events, int stop, Clock::time_point deadline)
{
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            return Wait::TimedOut;
        std::array<pollfd, 2> waiting{{{socket, events, 0}, {stop, POLLIN, 0}}};
        const int timeout = static_cast<int>(std::min<std::int64_t>(left.count(), 1'000'000));
        const int ready = ::poll(waiting.data(), waiting.size(), timeout);
        if (ready < 0 && errno != EINTR)
            return Wait::TimedOut;
        if (ready > 0 && waiting[1].revents != 0)
            return Wait::Stopped;
        if (ready > 0 && waiting[0].revents != 0)
            return Wait::Ready;
    }
}

/// One line without its newline; nothing where the peer ends, errs or takes too long.
std::optional<std::string> readLine(int socket, int stop, Clock::time_point deadline)
{
    std::string line;
    std::array<char, 65536> bytes{};
    while (line.size() < kMaxMessageBytes) {
        if (waitFor(socket, POLLIN, stop, deadline) != Wait::Ready)
            return std::nullopt;
        const auto count = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (count <= 0)
            return std::nullopt;
        const std::string_view part(bytes.data(), static_cast<std::size_t>(count));
        const auto end = part.find('\n');
        line += part.substr(0, end);
        if (end != std::string_view::npos)
            return line;
    }
    return std::nullopt;
}

bool writeLine(int socket, const std::string& text, int stop, Clock::time_point deadline)
{
    const std::string line = text + "\n";
    std::size_t sent = 0;
    while (sent < line.size()) {
        const auto count = ::send(socket, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
            continue;
        }
        if (errno != EAGAIN && errno != EINTR)
            return false;
        if (waitFor(socket, POLLOUT, stop, deadline) != Wait::Ready)
            return false;
    }
    return true;
}

Json answerTo(const std::string& line, const ControlHandler& handler)
{
    const auto answer = [&]() -> Result<Json> {
        BL_TRY(const auto request, parseJson(line));
        BL_TRY(const auto command, textAt(request, "command"));
        BL_TRY(const auto* arguments, objectAt(request, "arguments"));
        return handler(command, *arguments);
    }();
    Json document;
    if (answer) {
        document["result"] = *answer;
    } else {
        Json error;
        error["code"] = codeName(answer.error().code);
        error["detail"] = answer.error().detail;
        document["error"] = std::move(error);
    }
    return document;
}

std::optional<ErrorCode> codeFromName(std::string_view name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Cancelled); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        if (codeName(code) == name)
            return code;
    }
    return std::nullopt;
}

Result<Json> readAnswer(const std::string& line, const std::string& peer)
{
    BL_TRY(auto document, parseJson(line));
    if (document.is_object() && document.contains("result"))
        return document["result"];
    BL_TRY(const auto* error, objectAt(document, "error"));
    BL_TRY(const auto name, textAt(*error, "code"));
    BL_TRY(const auto* detail, arrayAt(*error, "detail"));
    Error told{codeFromName(name).value_or(ErrorCode::HqUnreadable), {}};
    if (told.code == ErrorCode::HqUnreadable)
        return Error{told.code, {peer, name}};
    for (const auto& text : *detail)
        told.detail.push_back(text.is_string() ? text.get<std::string>() : std::string{});
    return told;
}

}  // namespace

class ControlServer::Listener {
public:
    Listener(std::string path, Descriptor socket, Descriptor stop, Descriptor stopped,
        ControlHandler handler)
        : m_path(std::move(path))
        , m_socket(std::move(socket))
        , m_stop(std::move(stop))
        , m_stopped(std::move(stopped))
        , m_handler(std::move(handler))
        , m_thread([this] { run(); })
    {
    }

    ~Listener()
    {
        ::unlink(m_path.c_str());
        m_stop = Descriptor();  // its other end becomes readable
        m_thread.join();
    }

    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

private:
    void run()
    {
        for (;;) {
            const auto waited = waitFor(
                m_socket.get(), POLLIN, m_stopped.get(), Clock::now() + std::chrono::hours(24));
            if (waited == Wait::Stopped)
                return;
            if (waited == Wait::TimedOut)
                continue;
            const Descriptor peer(
                ::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
            if (peer.get() >= 0)
                serve(peer.get());
        }
    }

    void serve(int peer)
    {
        const auto line = readLine(peer, m_stopped.get(), Clock::now() + kPeerPatience);
        if (!line)
            return;
        // A command that ran is answered even when the server ends meanwhile: no stop descriptor
        // here.
        writeLine(peer, dumpJson(answerTo(*line, m_handler)), -1, Clock::now() + kPeerPatience);
    }

    std::string m_path;
    Descriptor m_socket;
    Descriptor m_stop;
    Descriptor m_stopped;
    ControlHandler m_handler;
    std::thread m_thread;
};

ControlServer::ControlServer(std::unique_ptr<Listener> listener)
    : m_listener(std::move(listener))
{
}

ControlServer::~ControlServer() = default;

Result<std::unique_ptr<ControlServer>> ControlServer::start(
    const std::string& directory, ControlHandler handler)
{
    const std::string path = DataPaths{directory}.controlSocket();
    const auto failed = [&] {
        return Error{ErrorCode::ListenFailed, {path, std::strerror(errno)}};
    };
    const auto address = SocketAddress::create(directory);
    if (!address)
        return failed();
    auto socket = openSocket();
    std::array<int, 2> stop{};
    if (socket.get() < 0 || ::pipe2(stop.data(), O_CLOEXEC) != 0)
        return failed();
    Descriptor stopped(stop[0]);
    Descriptor stopping(stop[1]);
    ::unlink(path.c_str());
    // The rights are set before the socket has a name, so that it never is open to others.
    if (::fchmod(socket.get(), S_IRUSR | S_IWUSR) != 0
        || ::bind(socket.get(), address->get(), sizeof address->address) != 0
        || ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(socket.get(), 8) != 0)
        return failed();
    return std::unique_ptr<ControlServer>(new ControlServer(std::make_unique<Listener>(
        path, std::move(socket), std::move(stopping), std::move(stopped), std::move(handler))));
}

Result<Json> callControl(const std::string& directory, const std::string& command,
    const Json& arguments, milliseconds timeout)
{
    const std::string path = DataPaths{directory}.controlSocket();
    const auto deadline = Clock::now() + timeout;
    const auto address = SocketAddress::create(directory);
    const auto socket = openSocket();
    if (!address || socket.get() < 0)
        return Error{ErrorCode::NetworkFailed, {path, std::strerror(errno)}};
    if (::connect(socket.get(), address->get(), sizeof address->address) != 0) {
        if (errno == ENOENT || errno == ECONNREFUSED || errno == ENOTDIR)
            return Error{ErrorCode::NotFound, {path}};
        return Error{ErrorCode::NetworkFailed, {path, std::strerror(errno)}};
    }
    Json request;
    request["command"] = command;
    request["arguments"] = arguments;
    if (!writeLine(socket.get(), dumpJson(request), -1, deadline))
        return Error{ErrorCode::NetworkFailed, {path, "the command was not taken"}};
    const auto line = readLine(socket.get(), -1, deadline);
    if (!line)
        return Error{ErrorCode::NetworkFailed, {path, "no answer"}};
    return readAnswer(*line, path);
}

}  // namespace bl::platform
