#pragma once

#include "core/base/result.h"
#include "sync/protocol/http.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace bl::sync {

/// Who asks: the server sets this field on every request and takes it away from what the client
/// sent. It holds the address without port; behind a proxy, the one that the proxy gives last in
/// X-Forwarded-For.
constexpr const char* kPeerHeader = "Branchline-Peer";

/// What HQ does with requests.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;

    /// How many bytes the body may have once it is unpacked, from method, target and fields. Called
    /// on an I/O thread.
    virtual std::size_t bodyLimit(const HttpRequest& head) const = 0;

    /// Called on an I/O thread, which must not wait for anything. `respond` may be called now or
    /// later, from any thread, once, and even when the client is gone; a body that is worth it is
    /// packed on the calling thread. Where every copy of `respond` is dropped without a call, the
    /// client gets a 500.
    virtual void handle(HttpRequest request, HttpRespond respond) = 0;

    /// The server ends: answers that wait for something must be given now. A request may still come
    /// after this; it must be answered without a wait. Called on the thread that drains.
    virtual void shuttingDown() {}
};

/// Whether a proxy that does TLS stands between the server and the world.
enum class BehindProxy { No, Yes };

/// One answered or broken request, for the access log. It never holds a query, because queries can
/// hold secrets.
struct HttpAccess {
    std::string method;  ///< "-" where the request could not be read
    std::string path;    ///< "-" likewise
    std::string peer;
    int status = 0;
    std::uint64_t bytesIn = 0;   ///< of the body, as sent
    std::uint64_t bytesOut = 0;  ///< head and body, as sent
    std::chrono::microseconds
        duration{};  ///< from the first byte of the request to the last of the answer
};

struct HttpServerOptions {
    std::string address = "127.0.0.1";  ///< an IP address or `localhost`
    std::uint16_t port = 0;             ///< 0: any
    std::string tlsCertFile;            ///< PEM, with the chain; empty: no TLS
    std::string tlsKeyFile;
    BehindProxy behindProxy = BehindProxy::No;
    int ioThreads = 1;
    std::size_t maxConnections = 10'000;  ///< beyond it, clients get a 503
    std::size_t maxHeadBytes = 16 * 1024;
    std::chrono::milliseconds headTimeout{
        10'000};  ///< from a request's first byte to the end of its head; TLS handshakes
    std::chrono::milliseconds bodyTimeout{60'000};   ///< for the whole body
    std::chrono::milliseconds writeTimeout{60'000};  ///< for each piece that the client takes
    std::chrono::milliseconds idleTimeout{
        60'000};  ///< between two requests; must exceed no wait of the handler
    std::function<void(const HttpAccess&)> accessLog;  ///< called on I/O threads
};

/// HQ's HTTP/1.1 server, with and without TLS.
///
/// While the handler holds a request there is no timeout; a client that hangs up in the meantime is
/// noticed after a second and its connection is given up. A client that shuts down its sending side
/// counts as gone.
class HttpServer {
public:
    /// Listens when it returns. Fails with TlsRequired (beyond loopback without TLS and without a
    /// proxy), PortInUse, ListenFailed, InvalidAddress or UnreadableFile (certificate, key). Raises
    /// the process's limit of open files where `maxConnections` needs it. The handler must outlive
    /// the server.
    static Result<std::unique_ptr<HttpServer>> create(
        HttpServerOptions options, HttpHandler& handler);

    /// Drains with no patience.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    int port() const;

    /// Connections that are open now.
    std::size_t connections() const;

    /// Stops to listen, closes idle connections, tells the handler, answers the requests in flight
    /// and returns when all is sent or `patience` is over; what is left then is cut off. Afterwards
    /// the handler is not called any more. Not from an I/O thread.
    void drain(std::chrono::milliseconds patience);

private:
    class Listener;

    explicit HttpServer(std::unique_ptr<Listener> listener);

    std::unique_ptr<Listener> m_listener;
};

}  // namespace bl::sync
