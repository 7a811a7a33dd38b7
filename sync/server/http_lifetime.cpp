#include "sync/server/http_connection.h"

#include <array>
#include <vector>

/// How connections end: deadlines, good-byes and the drain.
namespace bl::sync {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kDroppedPieceBytes = 32 * 1024;

}  // namespace

void IoThread::remove(HttpConnection* connection)
{
    connections.erase(connection);
    if (draining && connections.empty())
        work.reset();
}

void IoThread::drain()
{
    draining = true;
    const std::vector<HttpConnection*> all(connections.begin(), connections.end());
    for (HttpConnection* connection : all)
        connection->drain();
    if (connections.empty())
        work.reset();
}

void IoThread::abort()
{
    const std::vector<HttpConnection*> all(connections.begin(), connections.end());
    for (HttpConnection* connection : all)
        connection->close();
}

void HttpConnection::onStreamEnded()
{
    if (m_phase == Phase::Closed)
        return;
    IoError ignored;
    socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    discard();
}

// A close with unread bytes in the socket makes the system send a reset, which takes the answer
// from the client before it was read; so what still comes is read and dropped.
void HttpConnection::discard()
{
    static thread_local std::array<char, kDroppedPieceBytes> dropped;
    IoError error;
    while (!error)
        socket().read_some(asio::buffer(dropped), error);
    if (error != asio::error::would_block)
        return close();
    socket().async_wait(IoSocket::wait_read, [self = shared_from_this()](IoError waited) {
        if (self->m_phase == Phase::Ending)
            waited ? self->close() : self->discard();
    });
}

void HttpConnection::drain()
{
    IoError ignored;
    const bool untouched =
        m_phase == Phase::Opening || (m_phase == Phase::Idle && socket().available(ignored) == 0);
    if (untouched)
        close();
}

void HttpConnection::close()
{
    if (m_phase == Phase::Closed)
        return;
    const auto self = shared_from_this();
    m_phase = Phase::Closed;
    m_timer.cancel();
    IoError ignored;
    socket().close(ignored);
    m_io->remove(this);
    --m_service.connections;
}

// Deadlines move with every request, timers cost: an armed timer stays, and looks at the deadline
// when it fires.
void HttpConnection::expireAfter(std::chrono::milliseconds delay)
{
    m_deadline = Clock::now() + delay;
    if (!m_timerArmed || m_deadline < m_timer.expiry())
        armTimer();
}

void HttpConnection::armTimer()
{
    m_timerArmed = true;
    m_timer.expires_at(m_deadline);
    m_timer.async_wait([self = shared_from_this()](IoError error) {
        if (error || self->m_phase == Phase::Closed)
            return;
        self->m_timerArmed = false;
        if (self->m_deadline == Clock::time_point::max())
            return;
        if (Clock::now() < self->m_deadline)
            return self->armTimer();
        self->m_deadline = Clock::time_point::max();
        self->onDeadline();
    });
}

void HttpConnection::onDeadline()
{
    IoError ignored;
    switch (m_phase) {
    case Phase::Head:
    case Phase::Body:
        m_timedOut = true;
        socket().cancel(ignored);
        return;
    case Phase::Handling: return read();  // from now on an end of the stream is seen
    case Phase::Opening:
    case Phase::Idle:
    case Phase::Writing:
    case Phase::Ending: return close();
    case Phase::Closed: return;
    }
}

}  // namespace bl::sync
