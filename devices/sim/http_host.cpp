#include "devices/sim/http_host.h"

#include "core/base/json.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <unistd.h>
#include <utility>

namespace bl::sim {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;
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
    template <typename Stream>
    class Session;

    Server(int listening, Device does)
        : device(std::move(does))
        , acceptor(context, tcp::v4(), listening)
        , port(portOf(listening))
    {
    }

    Result<void> prove(const HttpProof& proof);
    void accept();
    Accident nextAccident();

    asio::io_context context;
    std::optional<ssl::context> tls;
    Device device;
    tcp::acceptor acceptor;
    std::uint16_t port;
    mutable std::mutex mutex;  // guards what follows
    HttpFaults faults;
    int requests = 0;
    std::thread thread;
};

/// One connection with its one request, plain or encrypted.
template <typename Stream>
class HttpHost::Server::Session : public std::enable_shared_from_this<Session<Stream>> {
public:
    template <typename... Args>
    explicit Session(Server& server, Args&&... args)
        : m_server(server)
        , m_stream(std::forward<Args>(args)...)
    {
        m_parser.body_limit(kLargestBody);
    }

    void begin()
    {
        if constexpr (std::is_same_v<Stream, tcp::socket>) {
            read();
        } else {
            m_stream.async_handshake(ssl::stream_base::server,
                [self = this->shared_from_this()](beast::error_code problem) {
                    if (!problem)
                        self->read();
                });
        }
    }

private:
    void read()
    {
        http::async_read(m_stream, m_buffer, m_parser,
            [self = this->shared_from_this()](beast::error_code problem, std::size_t) {
                if (!problem)
                    self->serve();
            });
    }

    void serve()
    {
        const Accident accident = m_server.nextAccident();
        if (accident == Accident::LoseRequest)
            return;
        m_server.device(plainRequest(m_parser.get()),
            [self = this->shared_from_this(), accident](
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
        m_response.version(11);
        m_response.result(static_cast<unsigned>(given.status));
        for (const auto& [name, value] : given.headers.fields())
            m_response.set(name, value);
        m_response.body() = std::move(given.body);
        m_response.keep_alive(false);
        m_response.prepare_payload();
        std::chrono::milliseconds slow{};
        {
            const std::lock_guard lock(m_server.mutex);
            slow = m_server.faults.slow;
        }
        if (accident == Accident::Mute)
            return awaitHangUp();
        m_timer.expires_after(slow);
        m_timer.async_wait([self = this->shared_from_this(), accident](
                               beast::error_code) { self->write(accident); });
    }

    /// Says nothing until the other side gives up.
    void awaitHangUp()
    {
        m_stream.async_read_some(asio::buffer(m_surplus),
            [self = this->shared_from_this()](beast::error_code problem, std::size_t) {
                if (!problem)
                    self->awaitHangUp();
            });
    }

    void write(Accident accident)
    {
        if (accident == Accident::CutAnswer) {
            // The head promises more than comes.
            m_response.content_length(m_response.body().size() + 10);
        }
        http::async_write(m_stream, m_response,
            [self = this->shared_from_this()](beast::error_code, std::size_t) {
                beast::error_code ignored;
                self->m_stream.lowest_layer().shutdown(tcp::socket::shutdown_send, ignored);
            });
    }

    Server& m_server;
    Stream m_stream;
    beast::flat_buffer m_buffer;
    http::request_parser<http::string_body> m_parser;
    http::response<http::string_body> m_response;
    asio::steady_timer m_timer{m_stream.get_executor()};
    std::array<char, 64> m_surplus{};
};

Result<void> HttpHost::Server::prove(const HttpProof& proof)
{
    if (proof.certFile.empty())
        return {};
    auto& secured = tls.emplace(ssl::context::tls_server);
    beast::error_code problem;
    secured.use_certificate_chain_file(proof.certFile, problem);
    if (problem)
        return Error{ErrorCode::UnreadableFile, {proof.certFile, problem.message()}};
    secured.use_private_key_file(proof.keyFile, ssl::context::pem, problem);
    if (problem)
        return Error{ErrorCode::UnreadableFile, {proof.keyFile, problem.message()}};
    return {};
}

void HttpHost::Server::accept()
{
    acceptor.async_accept([this](beast::error_code problem, tcp::socket socket) {
        if (problem == asio::error::operation_aborted)
            return;
        if (!problem && tls)
            std::make_shared<Session<ssl::stream<tcp::socket>>>(*this, std::move(socket), *tls)
                ->begin();
        else if (!problem)
            std::make_shared<Session<tcp::socket>>(*this, std::move(socket))->begin();
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

Result<std::unique_ptr<HttpHost>> HttpHost::start(
    const TcpPlug& plug, const HttpProof& proof, Device device)
{
    BL_TRY(const int listening, listenOn(plug));
    auto server = std::make_unique<Server>(listening, std::move(device));
    BL_CHECK(server->prove(proof));
    return std::unique_ptr<HttpHost>(new HttpHost(std::move(server)));
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
