#include "sync/server/http_server.h"

#include "sync/server/http_connection.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

#ifndef _WIN32
#include <sys/resource.h>
#endif

namespace bl::sync {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

// Connections beyond the limit that are read once to be told so; beyond these they are closed
// unheard.
constexpr std::size_t kRefusedConnections = 64;
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::size_t kOtherFiles = 256;

void raiseFileLimit([[maybe_unused]] std::size_t files)
{
#ifndef _WIN32
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= files)
        return;
    limit.rlim_cur =
        limit.rlim_max == RLIM_INFINITY ? files : std::min<rlim_t>(limit.rlim_max, files);
    setrlimit(RLIMIT_NOFILE, &limit);  // where it is refused, connections wait in accept
#endif
}

}  // namespace

/// Accepts connections and hands them to the I/O threads in turn.
class HttpServer::Listener {
public:
    Listener(HttpServerOptions options, HttpHandler& handler)
        : m_service{std::move(options), handler, {}, {}, {}}
    {
        for (int i = 0; i < std::max(1, m_service.options.ioThreads); ++i)
            m_threads.push_back(std::make_shared<IoThread>());
        m_acceptor.emplace(m_threads.front()->context);
        m_pause.emplace(m_threads.front()->context);
    }
    ~Listener() { drain(std::chrono::milliseconds{0}); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    Result<void> listen();
    void start();
    void drain(std::chrono::milliseconds patience);

    int port() const { return m_port; }
    std::size_t connections() const { return m_service.connections; }

private:
    void accept();
    void admit(const std::shared_ptr<IoThread>& io, IoSocket socket);

    HttpService m_service;
    std::vector<std::shared_ptr<IoThread>> m_threads;
    std::optional<asio::basic_socket_acceptor<tcp, IoExecutor>> m_acceptor;
    std::optional<IoTimer> m_pause;
    std::size_t m_next = 0;
    int m_port = 0;
    bool m_started = false;
    std::mutex m_mutex;
    std::condition_variable m_threadEnded;
    std::size_t m_running = 0;
};

Result<void> HttpServer::Listener::listen()
{
    const HttpServerOptions& options = m_service.options;
    const std::string shown =
        (options.address.find(':') == std::string::npos ? options.address
                                                        : "[" + options.address + "]")
        + ":" + std::to_string(options.port);
    IoError error;
    const auto address = asio::ip::make_address(
        options.address == "localhost" ? "127.0.0.1" : options.address, error);
    if (error)
        return Error{ErrorCode::InvalidAddress, {options.address}};
    if (!options.tlsCertFile.empty() || !options.tlsKeyFile.empty())
        BL_CHECK(loadTls(m_service));
    else if (!address.is_loopback() && options.behindProxy == BehindProxy::No)
        return Error{ErrorCode::TlsRequired, {shown}};

    const tcp::endpoint endpoint(address, options.port);
    m_acceptor->open(endpoint.protocol(), error);
#ifndef _WIN32
    if (!error)  // a restart must not wait for the last connections of the process before
        m_acceptor->set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        m_acceptor->bind(endpoint, error);
    if (!error)
        m_acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use)
        return Error{ErrorCode::PortInUse, {shown}};
    if (error)
        return Error{ErrorCode::ListenFailed, {shown, error.message()}};
    m_port = m_acceptor->local_endpoint(error).port();
    raiseFileLimit(options.maxConnections + kRefusedConnections + kOtherFiles);
    return {};
}

void HttpServer::Listener::start()
{
    m_started = true;
    m_running = m_threads.size();
    accept();
    for (const auto& io : m_threads) {
        io->thread = std::thread([this, thread = io.get()] {
            thread->context.run();
            const std::lock_guard lock(m_mutex);
            --m_running;
            m_threadEnded.notify_all();
        });
    }
}

void HttpServer::Listener::accept()
{
    const auto io = m_threads[m_next++ % m_threads.size()];
    m_acceptor->async_accept(io->context, [this, io](IoError error, IoSocket socket) {
        if (!m_acceptor->is_open())
            return;
        if (!error)
            admit(io, std::move(socket));
        if (!error || error == asio::error::connection_aborted)
            return accept();
        // Out of files or memory: the client waits in the queue until some are free again.
        m_pause->expires_after(kAcceptPause);
        m_pause->async_wait([this](IoError cancelled) {
            if (!cancelled && m_acceptor->is_open())
                accept();
        });
    });
}

void HttpServer::Listener::admit(const std::shared_ptr<IoThread>& io, IoSocket socket)
{
    const std::size_t open = ++m_service.connections;
    if (open > m_service.options.maxConnections + kRefusedConnections) {
        --m_service.connections;
        return;
    }
    const auto admission = open > m_service.options.maxConnections
        ? HttpConnection::Admission::Refused
        : HttpConnection::Admission::Admitted;
    asio::dispatch(io->context, [this, io, admission, socket = std::move(socket)]() mutable {
        try {
            HttpConnection::open(io, m_service, std::move(socket), admission);
        } catch (const std::exception&) {  // no memory for one more
            --m_service.connections;
        }
    });
}

void HttpServer::Listener::drain(std::chrono::milliseconds patience)
{
    if (!m_started)
        return;
    m_started = false;
    m_service.draining = true;
    asio::post(m_threads.front()->context, [this] {
        IoError ignored;
        m_acceptor->close(ignored);
        m_pause->cancel();
        // Only now, so that no connection that was accepted before comes after it.
        for (const auto& io : m_threads)
            asio::post(io->context, [thread = io.get()] { thread->drain(); });
    });
    m_service.handler.shuttingDown();
    {
        std::unique_lock lock(m_mutex);
        m_threadEnded.wait_for(lock, patience, [this] { return m_running == 0; });
    }
    for (const auto& io : m_threads)
        asio::post(io->context, [thread = io.get()] { thread->abort(); });
    for (const auto& io : m_threads)
        io->thread.join();
}

HttpServer::HttpServer(std::unique_ptr<Listener> listener)
    : m_listener(std::move(listener))
{
}

HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::create(
    HttpServerOptions options, HttpHandler& handler)
{
    try {
        auto listener = std::make_unique<Listener>(std::move(options), handler);
        BL_CHECK(listener->listen());
        listener->start();
        return std::unique_ptr<HttpServer>(new HttpServer(std::move(listener)));
    } catch (const std::exception& failure) {  // no file for the event loop, no memory for a thread
        return Error{ErrorCode::ListenFailed, {"HTTP", failure.what()}};
    }
}

int HttpServer::port() const
{
    return m_listener->port();
}

std::size_t HttpServer::connections() const
{
    return m_listener->connections();
}

void HttpServer::drain(std::chrono::milliseconds patience)
{
    m_listener->drain(patience);
}

}  // namespace bl::sync
