#pragma once

#include "core/base/thread_executor.h"
#include "sync/protocol/transport.h"
#include "sync/server/http_server.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

/// Both ends of the wire for tests: a small HQ on a real socket and clients that may behave badly.
namespace bl::test {

constexpr std::size_t kEchoLimit = 64 * 1024;

/// The whole text in one go; fails as sync::GzipReader does.
Result<std::string> gunzipped(std::string_view packed, std::size_t limit);

/// Whether it came true before the test's patience (20 s) was over.
bool eventually(const std::function<bool()>& condition);

/// `/hello`, `/echo` and `/large` (the body back), `/zeros?bytes=n`, `/hold` (answers when
/// released), `/forget` (drops the answer), `/throw`, `/peer`, `/move` (a redirect).
class TestHandler final : public sync::HttpHandler {
public:
    std::size_t bodyLimit(const sync::HttpRequest& head) const override;
    void handle(sync::HttpRequest request, sync::HttpRespond respond) override;
    void shuttingDown() override;

    bool waitUntilHeld(std::size_t requests);
    void release();
    std::size_t handled() const;
    bool isShuttingDown() const;
    std::vector<sync::HttpRequest> seen() const;

    /// Keeps held answers back even at a shutdown.
    bool stubborn = false;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<sync::HttpRespond> m_held;
    std::vector<sync::HttpRequest> m_seen;
    bool m_shuttingDown = false;
};

/// A server with the handler above.
struct TestHq {
    explicit TestHq(sync::HttpServerOptions options = {});

    std::string url(std::string_view scheme = "http") const;

    TestHandler handler;
    std::mutex logMutex;
    std::vector<sync::HttpAccess> log;  ///< under logMutex
    std::unique_ptr<sync::HttpServer> server;
};

/// An answer as it came over the wire.
struct RawAnswer {
    int status = 0;                             ///< 0: the connection ended before a whole answer
    std::map<std::string, std::string> fields;  ///< names in lower case
    std::string body;
};

/// A client that writes bytes as told.
class RawClient {
public:
    explicit RawClient(int port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const { return m_socket >= 0; }

    /// Whether all was taken; a server that closed early takes less.
    bool send(std::string_view bytes);
    void endSending();
    void close();

    /// `Bodyless`: the answer to a HEAD.
    enum class Body { Expected, Bodyless };
    RawAnswer receive(Body body = Body::Expected);

    /// Whether the server closes without another byte.
    bool atEnd();

private:
    bool fill();

    int m_socket = -1;
    std::string m_input;
};

/// Waits for the callbacks of a transport.
class Answers {
public:
    sync::Transport::Callback expect(const std::string& name);

    /// The result of that name, or Cancelled after the test's patience.
    Result<sync::HttpResponse> wait(const std::string& name);
    std::size_t count() const;

private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        std::map<std::string, Result<sync::HttpResponse>> results;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

sync::HttpRequest get(std::string target);
sync::HttpRequest post(std::string target, std::string body);

/// Bytes that no packer makes smaller, the same in every run.
std::string noise(std::size_t bytes);

}  // namespace bl::test
