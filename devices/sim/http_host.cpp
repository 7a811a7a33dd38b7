#include "devices/sim/http_host.h"

#include "core/base/json.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <unistd.h>
#include <utility>

namespace bl::sim {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Accident = HttpFaults::Accident;

constexpr std::uint64_t kLargestBody = 1024 * 1024;

constexpr std::array<std::pair<std::string_view, Accident>, 6> kAccidentWords{
    {{"lose-request", Accident::LoseRequest}, {"lose-answer", Accident::LoseAnswer},
        {"cut-answer", Accident::CutAnswer}, {"internal-error", Accident::InternalError},
        {"garbage", Accident::Garbage}, {"mute", Accident::Mute}}};

sync::HttpRequest plainRequest(const http::request<http::string_body>& request)
{
    sync::HttpRequest plain{
        std::string(request.method_string()), std::string(request.target()), {}, request.body()};
    for (const auto& field : request)
        plain.headers.add(std::string(field.name_string()), std::string(field.value()));
    return plain;
}

}  // namespace

Result<std::int64_t> numberOfFault(const Json& command, const char* key, std::int64_t usual)
{
    if (!command.contains(key))
        return usual;
    BL_TRY(const std::int64_t value, integerAt(command, key));
    if (value < 1 || value > std::numeric_limits<int>::max())
        return Error{ErrorCode::InvalidArgument, {std::string(key) + ": at least 1"}};
    return value;
}

Result<bool> takeHttpFault(HttpFaults& faults, const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    if (fault == "slow") {
        BL_TRY(const auto slow, numberOfFault(command, "milliseconds", 5'000));
        faults.slow = std::chrono::milliseconds(slow);
        return true;
    }
    const auto found =
        std::ranges::find(kAccidentWords, fault, &std::pair<std::string_view, Accident>::first);
    if (found == kAccidentWords.end())
        return false;
    faults.accident = found->second;
    faults.request = 0;
    if (command.contains("request")) {
        BL_TRY(const auto request, numberOfFault(command, "request", 1));
        faults.request = static_cast<int>(request);
    }
    return true;
}

struct HttpHost::Server {
    struct Session;

    Server(int listening, Device does)
        : device(std::move(does))
        , acceptor(context, tcp::v4(), listening)
        , port(portOf(listening))
    {
    }

    void accept();
    Accident nextAccident();

    asio::io_context context;
    Device device;
    tcp::acceptor acceptor;
    std::uint16_t port;
    mutable std::mutex mutex;  // guards what follows
    HttpFaults faults;
    int requests = 0;
    std::thread thread;
};

/// One connection with its one request.
struct HttpHost::Server::Session : std::enable_shared_from_this<Session> {
    Session(Server& owner, tcp::socket accepted)
        : server(owner)
        , socket(std::move(accepted))
    {
        parser.body_limit(kLargestBody);
    }

    void read()
    {
        http::async_read(socket, buffer, parser,
            [self = shared_from_this()](beast::error_code problem, std::size_t) {
                if (!problem)
                    self->serve();
            });
    }

    void serve()
    {
        const Accident accident = server.nextAccident();
        if (accident == Accident::LoseRequest)
            return;
        server.device(plainRequest(parser.get()),
            [self = shared_from_this(), accident](
                sync::HttpResponse answer) { self->answer(std::move(answer), accident); });
    }

    void answer(sync::HttpResponse given, Accident accident)
    {
        if (accident == Accident::LoseAnswer)
            return;
        if (accident == Accident::InternalError)
            given = {500, {}, "{}"};
        else if (accident == Accident::Garbage)
            given.body = "{\"garbage\":";
        response.version(11);
        response.result(static_cast<unsigned>(given.status));
        for (const auto& [name, value] : given.headers.fields())
            response.set(name, value);
        response.body() = std::move(given.body);
        response.keep_alive(false);
        response.prepare_payload();
        std::chrono::milliseconds slow{};
        {
            const std::lock_guard lock(server.mutex);
            slow = server.faults.slow;
        }
        if (accident == Accident::Mute)
            return awaitHangUp();
        timer.expires_after(slow);
        timer.async_wait(
            [self = shared_from_this(), accident](beast::error_code) { self->write(accident); });
    }

    /// Says nothing until the other side gives up.
    void awaitHangUp()
    {
        socket.async_read_some(asio::buffer(surplus),
            [self = shared_from_this()](beast::error_code problem, std::size_t) {
                if (!problem)
                    self->awaitHangUp();
            });
    }

    void write(Accident accident)
    {
        if (accident == Accident::CutAnswer) {
            // The head promises more than comes.
            response.content_length(response.body().size() + 10);
        }
        http::async_write(
            socket, response, [self = shared_from_this()](beast::error_code, std::size_t) {
                beast::error_code ignored;
                self->socket.shutdown(tcp::socket::shutdown_send, ignored);
            });
    }

    Server& server;
    tcp::socket socket;
    beast::flat_buffer buffer;
    http::request_parser<http::string_body> parser;
    http::response<http::string_body> response;
    asio::steady_timer timer{socket.get_executor()};
    std::array<char, 64> surplus{};
};

void HttpHost::Server::accept()
{
    acceptor.async_accept([this](beast::error_code problem, tcp::socket socket) {
        if (problem == asio::error::operation_aborted)
            return;
        if (!problem)
            std::make_shared<Session>(*this, std::move(socket))->read();
        accept();
    });
}

Accident HttpHost::Server::nextAccident()
{
    const std::lock_guard lock(mutex);
    ++requests;
    const bool meant = faults.request == 0 || faults.request == requests;
    return meant ? faults.accident : Accident::None;
}

HttpHost::HttpHost(std::unique_ptr<Server> server)
    : m_server(std::move(server))
{
    m_server->accept();
    m_server->thread = std::thread([this] {
        const auto work = asio::make_work_guard(m_server->context);
        m_server->context.run();
    });
}

HttpHost::~HttpHost()
{
    m_server->context.stop();
    m_server->thread.join();
}

Result<std::unique_ptr<HttpHost>> HttpHost::start(const TcpPlug& plug, Device device)
{
    BL_TRY(const int listening, listenOn(plug));
    return std::unique_ptr<HttpHost>(
        new HttpHost(std::make_unique<Server>(listening, std::move(device))));
}

std::uint16_t HttpHost::port() const
{
    return m_server->port;
}

HttpFaults HttpHost::faults() const
{
    const std::lock_guard lock(m_server->mutex);
    return m_server->faults;
}

void HttpHost::setFaults(const HttpFaults& faults)
{
    const std::lock_guard lock(m_server->mutex);
    m_server->faults = faults;
    m_server->requests = 0;
}

int HttpHost::requests() const
{
    const std::lock_guard lock(m_server->mutex);
    return m_server->requests;
}

void HttpHost::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    auto timer = std::make_shared<asio::steady_timer>(m_server->context, delay);
    timer->async_wait([timer, task = std::move(task)](beast::error_code) { task(); });
}

}  // namespace bl::sim
