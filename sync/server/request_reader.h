#pragma once

#include "sync/protocol/gzip.h"
#include "sync/protocol/http.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace bl::sync {

/// Reads one HTTP/1.x request from bytes as they come, with every limit checked before memory is
/// taken.
///
/// Strict, because two readers that understand one message differently let a stranger smuggle a
/// second one past the first (RFC 9112, section 11.2): a length beside chunks, other transfer
/// codings than chunked and bare line feeds are refused.
class RequestReader {
public:
    enum class State {
        Head,          ///< needs more bytes of the head
        HeadComplete,  ///< waits for allowBody
        Body,          ///< needs more bytes of the body
        Complete,
        Failed,  ///< fault() is the answer, after which the connection ends
    };

    explicit RequestReader(std::size_t maxHeadBytes);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// Takes what belongs to this request off the front of `input`.
    State read(std::string& input);

    /// Goes on to the body, of which `limit` bytes are allowed once they are unpacked. Fails at
    /// once where the head promises more, a coding other than gzip or an expectation that nobody
    /// knows.
    State allowBody(std::size_t limit);

    State state() const { return m_state; }

    /// From HeadComplete on; the body is there, unpacked, once the state is Complete.
    HttpRequest& request() { return m_request; }
    const HttpResponse& fault() const { return m_fault; }

    bool hasHead() const { return m_state != State::Head && !m_request.method.empty(); }
    bool keepAlive() const { return m_keepAlive; }
    bool isHttp10() const { return m_http10; }

    /// Whether the client waits for `100 Continue` before it sends the body.
    bool awaitsContinue() const { return m_state == State::Body && m_awaitsContinue; }

    /// Bytes of the body as they were sent.
    std::uint64_t bodyBytesSent() const { return m_bodyBytesSent; }

private:
    class Parser;

    State readHead(std::string& input);
    State readBody(std::string& input);
    State checkHead();
    State completeBody();
    bool takeBody(std::string_view bytes);
    State fail(HttpResponse fault);

    std::unique_ptr<Parser> m_parser;
    std::size_t m_maxHeadBytes;
    std::size_t m_scanned = 0;
    State m_state = State::Head;
    HttpRequest m_request;
    HttpResponse m_fault;
    HttpHeaders m_framing;  ///< fields that end with this hop
    std::optional<GzipReader> m_gzip;
    std::uint64_t m_bodyBytesSent = 0;
    std::uint64_t m_maxSent = 0;
    std::size_t m_maxBody = 0;
    bool m_keepAlive = false;
    bool m_http10 = false;
    bool m_awaitsContinue = false;
};

}  // namespace bl::sync
