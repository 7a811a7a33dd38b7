#pragma once

#include "sync/server/http_answer.h"
#include "sync/server/http_server.h"
#include "sync/server/request_reader.h"

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <optional>
#include <thread>
#include <unordered_set>

/// Private to the server: what its source files share.
namespace bl::sync {

// The executor's own type instead of any_io_executor: smaller sockets, fewer allocations.
using IoExecutor = boost::asio::io_context::executor_type;
using IoSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, IoExecutor>;
using IoTimer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
    boost::asio::wait_traits<std::chrono::steady_clock>, IoExecutor>;
using IoError = boost::system::error_code;

class HttpConnection;

/// One thread and the connections that live on it: each is touched by its own thread only, so that
/// none needs a lock.
struct IoThread {
    boost::asio::io_context context{1};
    std::optional<boost::asio::executor_work_guard<IoExecutor>> work{context.get_executor()};
    std::unordered_set<HttpConnection*> connections;
    bool draining = false;  ///< ends with its last connection
    std::thread thread;

    void remove(HttpConnection* connection);
    void drain();
    void abort();
};

/// What all connections of one server share.
struct HttpService {
    HttpServerOptions options;
    HttpHandler& handler;
    std::optional<boost::asio::ssl::context> tls;
    std::atomic<std::size_t> connections{0};
    std::atomic<bool> draining{
        false};  ///< answers say so from the first moment, before the threads are told
};

/// One client: request, answer, request, answer. Requests that come while one is answered wait in
/// the socket.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
public:
    /// `Refused`: the server is full; one request is read and answered with 503.
    enum class Admission { Admitted, Refused };

    /// Takes the socket over; call on the thread of `io`.
    static void open(
        std::shared_ptr<IoThread> io, HttpService& service, IoSocket socket, Admission admission);

    virtual ~HttpConnection() = default;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    /// Closes when nothing is in flight, else after the answer.
    void drain();
    void close();

protected:
    HttpConnection(std::shared_ptr<IoThread> io, HttpService& service, const IoSocket& socket,
        Admission admission);

    virtual IoSocket& socket() = 0;

    /// Ends with onOpen.
    virtual void openStream() = 0;

    /// Appends to m_input and ends with onRead.
    virtual void readSome() = 0;

    /// Writes from pendingOutput() and ends with onWritten.
    virtual void writeSome() = 0;

    /// Says good-bye and ends with onStreamEnded.
    virtual void endStream() = 0;

    void onOpen(IoError error);
    void onRead(IoError error);
    void onWritten(IoError error, std::size_t bytes);
    void onStreamEnded();

    std::string_view pendingOutput() const;
    std::size_t nextReadBytes() const;

    std::string m_input;

private:
    enum class Phase { Opening, Idle, Head, Body, Handling, Writing, Ending, Closed };
    using Clock = std::chrono::steady_clock;
    class Reply;

    void start();
    void beginRequest();
    void read();
    void process();
    void acceptHead();
    void handle();
    void answer(HttpResponse response);
    void writeMore();
    void finishAnswer();
    void discard();
    void log();
    void expireAfter(std::chrono::milliseconds delay);
    void armTimer();
    void onDeadline();

    std::shared_ptr<IoThread> m_io;
    HttpService& m_service;
    Admission m_admission;
    Phase m_phase = Phase::Opening;
    bool m_reading = false;
    bool m_timedOut = false;
    bool m_keepAlive = false;
    bool m_timerArmed = false;
    std::uint64_t m_requestNumber = 0;
    IoTimer m_timer;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_begun;
    std::string m_peer;
    std::unique_ptr<RequestReader> m_reader;
    std::string m_outputHead;
    std::string m_outputBody;
    std::size_t m_written = 0;
    HttpAccess m_access;
};

/// The streams under a connection.
std::shared_ptr<HttpConnection> plainConnection(std::shared_ptr<IoThread> io, HttpService& service,
    IoSocket socket, HttpConnection::Admission admission);
std::shared_ptr<HttpConnection> tlsConnection(std::shared_ptr<IoThread> io, HttpService& service,
    IoSocket socket, HttpConnection::Admission admission);

/// Fails with UnreadableFile.
Result<void> loadTls(HttpService& service);

}  // namespace bl::sync
