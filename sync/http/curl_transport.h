#pragma once

#include "core/base/executor.h"
#include "core/base/result.h"
#include "sync/protocol/transport.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace bl::sync {

struct CurlTransportOptions {
    std::string caFile;  ///< PEM; empty: the system's authorities
    std::chrono::milliseconds connectTimeout{10'000};
    std::size_t maxAnswerBytes = 16 * 1024 * 1024;  ///< unpacked
    /// A kept connection that died meanwhile makes libcurl send a request once more, whatever it
    /// asks for; where that must not be, each has a connection of its own.
    enum class Connections { Kept, OneEach };
    Connections connections = Connections::Kept;
    std::string userAgent = "branchline/" BRANCHLINE_VERSION;
};

/// Reaches HQ over HTTP/1.1 with libcurl, on a thread of its own: connections are kept, bodies of 1
/// KiB and more are packed, certificates are always verified and redirects are never followed.
///
/// Any number of requests may run at once. `send`, `cancel` and the destructor belong to the
/// executor's thread (or to one that the executor does not run beside); callbacks come through the
/// executor, which must outlive the transport.
class CurlTransport final : public Transport {
public:
    /// `baseUrl`: `https://hq.example:8443` with an optional path. Fails with InvalidAddress where
    /// it is no such address or holds a user, a query or a fragment.
    static Result<std::unique_ptr<CurlTransport>> create(
        std::string_view baseUrl, Executor& executor, CurlTransportOptions options = {});

    /// Cancels all requests and waits for the thread, not for the network.
    ~CurlTransport() override;
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    /// Fails with InvalidArgument where the request cannot be written as HTTP, and with
    /// NetworkFailed (host, reason).
    RequestId send(
        HttpRequest request, std::chrono::milliseconds timeout, Callback callback) override;
    void cancel(RequestId request) override;

private:
    class Worker;

    explicit CurlTransport(std::unique_ptr<Worker> worker);

    std::unique_ptr<Worker> m_worker;
};

}  // namespace bl::sync
