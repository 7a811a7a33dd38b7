#include "sync/server/http_connection.h"

#include "sync/server/problem.h"

#include <boost/asio/dispatch.hpp>

#include <algorithm>
#include <cctype>

namespace bl::sync {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kHeadPieceBytes = 4 * 1024;
constexpr std::size_t kBodyPieceBytes = 32 * 1024;
// A long poll's client that hangs up is looked for only after this: answers that come at once need
// no watch, and neither do scripts that close their sending side after the request.
constexpr std::chrono::milliseconds kWatchAfter{1000};
// How long a client may take to read the last answer before the connection is cut.
constexpr std::chrono::milliseconds kEndTimeout{5000};
constexpr const char* kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::string peerOf(const IoSocket& socket)
{
    IoError error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return "-";
    auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address.to_string(error);
}

bool isField(std::string_view name, std::string_view lowerName)
{
    return std::equal(name.begin(), name.end(), lowerName.begin(), lowerName.end(),
        [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

/// The client that a proxy names: each proxy appends the one that it saw, so only the last entry
/// can be believed.
std::string forwardedPeer(const HttpHeaders& headers, const std::string& peer)
{
    std::string last;
    for (const auto& [name, value] : headers.fields()) {
        if (isField(name, "x-forwarded-for"))
            last = value.substr(value.find_last_of(", ") + 1);
    }
    return last.empty() ? peer : last;
}

}  // namespace

/// The handler's way back to the connection. The last copy answers by itself if nobody did.
class HttpConnection::Reply {
public:
    Reply(std::shared_ptr<IoThread> io, std::weak_ptr<HttpConnection> connection,
        std::uint64_t request, bool packs)
        : m_io(std::move(io))
        , m_connection(std::move(connection))
        , m_request(request)
        , m_packs(packs)
    {
    }
    ~Reply()
    {
        if (!m_answered.test_and_set())
            send(problem(500, "internal", "The request was not answered", "", Retry::Later));
    }
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;

    void answer(HttpResponse response)
    {
        if (m_answered.test_and_set())
            return;
        if (m_packs)
            packAnswer(response);
        send(std::move(response));
    }

private:
    // The task holds no thread alive: after a drain nobody runs it, and it goes away with the
    // thread's queue.
    void send(HttpResponse response)
    {
        asio::dispatch(m_io->context,
            [weak = m_connection, request = m_request, response = std::move(response)]() mutable {
                const auto connection = weak.lock();
                if (connection && connection->m_phase == Phase::Handling
                    && connection->m_requestNumber == request)
                    connection->answer(std::move(response));
            });
    }

    std::shared_ptr<IoThread> m_io;
    std::weak_ptr<HttpConnection> m_connection;
    std::uint64_t m_request;
    bool m_packs;
    std::atomic_flag m_answered;
};

void HttpConnection::open(
    std::shared_ptr<IoThread> io, HttpService& service, IoSocket socket, Admission admission)
{
    const auto connection = service.tls
        ? tlsConnection(std::move(io), service, std::move(socket), admission)
        : plainConnection(std::move(io), service, std::move(socket), admission);
    connection->start();
}

HttpConnection::HttpConnection(
    std::shared_ptr<IoThread> io, HttpService& service, const IoSocket& socket, Admission admission)
    : m_io(std::move(io))
    , m_service(service)
    , m_admission(admission)
    , m_timer(m_io->context)
    , m_peer(peerOf(socket))
{
}

void HttpConnection::start()
{
    m_io->connections.insert(this);
    IoError ignored;
    socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    socket().non_blocking(true, ignored);
    if (m_service.draining)
        return close();
    expireAfter(m_service.options.headTimeout);
    openStream();
}

void HttpConnection::onOpen(IoError error)
{
    if (m_phase == Phase::Closed)
        return;
    if (error)
        return close();
    beginRequest();
}

void HttpConnection::beginRequest()
{
    m_reader = std::make_unique<RequestReader>(m_service.options.maxHeadBytes);
    m_access = {};
    ++m_requestNumber;
    m_begun = Clock::now();
    m_phase = Phase::Idle;
    if (!m_input.empty())
        return process();
    if (m_service.draining)
        return close();
    m_input.shrink_to_fit();
    expireAfter(m_admission == Admission::Admitted ? m_service.options.idleTimeout
                                                   : m_service.options.headTimeout);
    read();
}

void HttpConnection::read()
{
    if (m_reading)
        return;
    m_reading = true;
    readSome();
}

std::size_t HttpConnection::nextReadBytes() const
{
    return m_phase == Phase::Body ? kBodyPieceBytes : kHeadPieceBytes;
}

void HttpConnection::onRead(IoError error)
{
    m_reading = false;
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Head:
    case Phase::Body:
        if (m_timedOut)
            return answer(
                problem(408, "timeout", "The request did not come in time", "", Retry::Later));
        return error ? close() : process();
    case Phase::Handling:
        return error ? close() : void(0);  // what came is the next request's: it waits
    case Phase::Opening:
    case Phase::Writing:
    case Phase::Ending:
    case Phase::Closed: return;  // the write or the end tells
    }
}

void HttpConnection::process()
{
    if (m_phase == Phase::Idle) {
        m_phase = Phase::Head;
        m_begun = Clock::now();
        m_deadline = Clock::time_point::max();
    }
    switch (m_reader->read(m_input)) {
    case RequestReader::State::Head:
        if (m_deadline == Clock::time_point::max())
            expireAfter(m_service.options.headTimeout);
        return read();
    case RequestReader::State::HeadComplete: return acceptHead();
    case RequestReader::State::Body: return read();
    case RequestReader::State::Complete: return handle();
    case RequestReader::State::Failed: return answer(m_reader->fault());
    }
}

void HttpConnection::acceptHead()
{
    if (m_admission == Admission::Refused) {
        HttpResponse full =
            problem(503, "busy", "The server has too many connections", "", Retry::Later);
        full.headers.add("Retry-After", "5");
        return answer(std::move(full));
    }
    m_phase = Phase::Body;
    if (m_reader->allowBody(m_service.handler.bodyLimit(m_reader->request()))
        == RequestReader::State::Body) {
        expireAfter(m_service.options.bodyTimeout);
        if (m_reader->awaitsContinue() && m_input.empty()) {
            m_outputHead = kContinue;
            return writeMore();
        }
    }
    process();
}

void HttpConnection::handle()
{
    m_phase = Phase::Handling;
    expireAfter(kWatchAfter);
    HttpRequest& parsed = m_reader->request();
    HttpRequest request{parsed.method, parsed.target, {}, std::move(parsed.body)};
    for (const auto& [name, value] : parsed.headers.fields()) {
        if (!isField(name, "branchline-peer"))
            request.headers.add(name, value);
    }
    const std::string peer = m_service.options.behindProxy == BehindProxy::Yes
        ? forwardedPeer(request.headers, m_peer)
        : m_peer;
    m_access.peer = peer;
    request.headers.add(kPeerHeader, peer);
    const auto reply = std::make_shared<Reply>(m_io, weak_from_this(), m_requestNumber,
        acceptsGzip(request.headers.find("Accept-Encoding")));
    try {
        m_service.handler.handle(std::move(request),
            [reply](HttpResponse response) { reply->answer(std::move(response)); });
    } catch (const std::exception& failure) {
        reply->answer(problem(500, "internal", "The request failed", failure.what(), Retry::Later));
    }
}

void HttpConnection::answer(HttpResponse response)
{
    const bool complete = m_reader->state() == RequestReader::State::Complete;
    m_keepAlive = complete && m_reader->keepAlive() && !m_service.draining
        && !isField(response.headers.find("Connection"), "close");
    const bool bodyless = m_reader->request().method == "HEAD";
    m_outputHead = answerHead(response, {bodyless, m_keepAlive, m_reader->isHttp10()});
    if (!bodyless && statusHasBody(response.status))
        m_outputBody = std::move(response.body);
    m_access.status = response.status;
    m_access.bytesOut = m_outputHead.size() + m_outputBody.size();
    m_phase = Phase::Writing;
    writeMore();
}

std::string_view HttpConnection::pendingOutput() const
{
    const std::string_view head(m_outputHead);
    return m_written < head.size() ? head.substr(m_written)
                                   : std::string_view(m_outputBody).substr(m_written - head.size());
}

void HttpConnection::writeMore()
{
    if (m_phase == Phase::Writing)
        expireAfter(m_service.options.writeTimeout);
    // One packet for a small answer.
    if (m_written == 0 && m_outputBody.size() <= kHeadPieceBytes)
        m_outputHead += std::exchange(m_outputBody, {});
    writeSome();
}

void HttpConnection::onWritten(IoError error, std::size_t bytes)
{
    if (m_phase == Phase::Closed)
        return;
    m_written += bytes;
    if (error) {
        if (m_phase == Phase::Writing) {
            m_access.bytesOut = m_written;
            log();
        }
        return close();
    }
    if (!pendingOutput().empty())
        return writeMore();
    m_written = 0;
    m_outputHead = {};
    m_outputBody = {};
    if (m_phase == Phase::Body)  // that was "100 Continue"
        return read();
    finishAnswer();
}

void HttpConnection::finishAnswer()
{
    log();
    m_reader.reset();
    if (m_keepAlive)
        return beginRequest();
    m_phase = Phase::Ending;
    m_input = {};
    expireAfter(kEndTimeout);
    endStream();
}

void HttpConnection::log()
{
    if (!m_service.options.accessLog)
        return;
    const bool read = m_reader->hasHead();
    m_access.method = read ? m_reader->request().method : "-";
    m_access.path = read ? std::string(m_reader->request().path()) : "-";
    if (m_access.peer.empty())
        m_access.peer = m_peer;
    m_access.bytesIn = m_reader->bodyBytesSent();
    m_access.duration =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_begun);
    m_service.options.accessLog(m_access);
}

}  // namespace bl::sync
