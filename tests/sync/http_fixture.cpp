#include "tests/sync/http_fixture.h"

#include "sync/protocol/gzip.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <chrono>
#include <netinet/in.h>
#include <random>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>

namespace bl::test {

namespace {

constexpr std::chrono::seconds kPatience{20};
constexpr std::size_t kLargeLimit = 4 * 1024 * 1024;

sync::HttpResponse text(std::string body)
{
    sync::HttpResponse response;
    response.headers.add("Content-Type", "text/plain");
    response.body = std::move(body);
    return response;
}

}  // namespace

Result<std::string> gunzipped(std::string_view packed, std::size_t limit)
{
    sync::GzipReader reader(limit);
    BL_CHECK(reader.add(packed));
    return reader.finish();
}

bool eventually(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return true;
}

std::size_t TestHandler::bodyLimit(const sync::HttpRequest& head) const
{
    return head.path() == "/large" ? kLargeLimit : kEchoLimit;
}

void TestHandler::handle(sync::HttpRequest request, sync::HttpRespond respond)
{
    {
        const std::lock_guard lock(m_mutex);
        m_seen.push_back(request);
        if (request.path() == "/hold" && (stubborn || !m_shuttingDown)) {
            m_held.push_back(std::move(respond));
            m_changed.notify_all();
            return;
        }
    }
    const auto path = request.path();
    if (path == "/echo" || path == "/large")
        return respond(text(request.body));
    if (path == "/zeros")
        return respond(text(std::string(std::stoul(request.query("bytes")), '0')));
    if (path == "/forget")
        return;
    if (path == "/throw")
        throw std::runtime_error("broken on purpose");
    if (path == "/peer")
        return respond(text(std::string(request.headers.find(sync::kPeerHeader))));
    if (path == "/move") {
        sync::HttpResponse moved = text("");
        moved.status = 303;
        moved.headers.add("Location", "/hello");
        return respond(std::move(moved));
    }
    respond(text("hello"));
}

void TestHandler::shuttingDown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_shuttingDown = true;
    }
    if (!stubborn)
        release();
}

bool TestHandler::waitUntilHeld(std::size_t requests)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, kPatience, [&] { return m_held.size() >= requests; });
}

void TestHandler::release()
{
    std::vector<sync::HttpRespond> held;
    {
        const std::lock_guard lock(m_mutex);
        held.swap(m_held);
    }
    for (const auto& respond : held)
        respond(text("released"));
}

std::size_t TestHandler::handled() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen.size();
}

bool TestHandler::isShuttingDown() const
{
    const std::lock_guard lock(m_mutex);
    return m_shuttingDown;
}

std::vector<sync::HttpRequest> TestHandler::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

TestHq::TestHq(sync::HttpServerOptions options)
{
    options.accessLog = [this](const sync::HttpAccess& access) {
        const std::lock_guard lock(logMutex);
        log.push_back(access);
    };
    auto created = sync::HttpServer::create(std::move(options), handler);
    if (!created)
        throw std::runtime_error(describe(created.error()));
    server = *std::move(created);
}

std::string TestHq::url(std::string_view scheme) const
{
    return std::string(scheme) + "://127.0.0.1:" + std::to_string(server->port());
}

RawClient::RawClient(int port)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    const timeval patience{kPatience.count(), 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        close();
}

RawClient::~RawClient()
{
    close();
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void RawClient::endSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::fill()
{
    std::array<char, 16 * 1024> piece;
    const auto got = ::recv(m_socket, piece.data(), piece.size(), 0);
    if (got <= 0)
        return false;
    m_input.append(piece.data(), static_cast<std::size_t>(got));
    return true;
}

RawAnswer RawClient::receive(Body body)
{
    std::size_t end = 0;
    while ((end = m_input.find("\r\n\r\n")) == std::string::npos) {
        if (!fill())
            return {};
    }
    RawAnswer answer;
    answer.status = std::stoi(m_input.substr(m_input.find(' ') + 1));
    std::size_t line = m_input.find("\r\n") + 2;
    while (line < end) {
        const auto lineEnd = m_input.find("\r\n", line);
        const auto colon = m_input.find(':', line);
        std::string name = m_input.substr(line, colon - line);
        std::transform(name.begin(), name.end(), name.begin(),
            [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.fields[name] = m_input.substr(colon + 2, lineEnd - colon - 2);
        line = lineEnd + 2;
    }
    m_input.erase(0, end + 4);
    const auto length = answer.fields.find("content-length");
    const std::size_t bytes =
        length == answer.fields.end() || body == Body::Bodyless ? 0 : std::stoul(length->second);
    while (m_input.size() < bytes) {
        if (!fill())
            return {};
    }
    answer.body = m_input.substr(0, bytes);
    m_input.erase(0, bytes);
    return answer;
}

bool RawClient::atEnd()
{
    char byte = 0;
    return m_input.empty() && ::recv(m_socket, &byte, 1, 0) == 0;
}

sync::Transport::Callback Answers::expect(const std::string& name)
{
    return [state = m_state, name](Result<sync::HttpResponse> result) {
        const std::lock_guard lock(state->mutex);
        state->results.emplace(name, std::move(result));
        state->changed.notify_all();
    };
}

Result<sync::HttpResponse> Answers::wait(const std::string& name)
{
    std::unique_lock lock(m_state->mutex);
    if (!m_state->changed.wait_for(
            lock, kPatience, [&] { return m_state->results.contains(name); }))
        return Error{ErrorCode::Cancelled, {name}};
    return m_state->results.at(name);
}

std::size_t Answers::count() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->results.size();
}

sync::HttpRequest get(std::string target)
{
    return {"GET", std::move(target), {}, {}};
}

sync::HttpRequest post(std::string target, std::string body)
{
    return {"POST", std::move(target), {}, std::move(body)};
}

std::string noise(std::size_t bytes)
{
    std::mt19937 random(20261122);
    std::string out(bytes, '\0');
    std::generate(out.begin(), out.end(), [&] { return static_cast<char>(random()); });
    return out;
}

}  // namespace bl::test
