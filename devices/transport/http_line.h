#pragma once

#include "core/base/thread_executor.h"
#include "devices/transport/cancellation.h"
#include "devices/transport/device_address.h"
#include "devices/transport/trace_ring.h"
#include "devices/transport/wake_signal.h"
#include "sync/http/curl_transport.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace bl {

/// Requests to a device over HTTP: blocking, bounded, and ended by the Cancellation. Each has a
/// connection of its own and goes out once. One thread uses it, but for wake().
class HttpLine {
public:
    /// A request under way. What is dropped is given up.
    class Exchange;

    /// `name` is what errors call the device; `caFile` (PEM) is what its certificate is trusted by,
    /// the system's authorities where it is empty; `trace` may be none.
    HttpLine(std::string name, const HttpPlace& place, std::string caFile,
        std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace);
    ~HttpLine();
    HttpLine(const HttpLine&) = delete;
    HttpLine& operator=(const HttpLine&) = delete;

    /// The target of a request: the path of the address with `tail` behind it.
    std::string target(std::string_view tail) const;

    /// Sends a request. `hidden` is what no trace may show. Fails with NotConfigured where the
    /// address is none that requests can be sent to.
    Result<std::shared_ptr<Exchange>> begin(sync::HttpRequest request,
        std::chrono::milliseconds timeout, const std::string& hidden = {});

    /// Whether the answer is there; waits for it, and ends early when wake() is called. Fails with
    /// Cancelled.
    Result<bool> await(const Exchange& exchange, std::chrono::milliseconds limit);

    /// The answer, once it is there. Fails with LinkLost, also where nobody listens; Timeout;
    /// AuthFailed where its certificate is not trusted, and NotConfigured where the file of those
    /// that are cannot be read, with `certificate` or `ca-file` as a fourth detail.
    Result<sync::HttpResponse> take(Exchange& exchange);

    /// begin(), await() and take().
    Result<sync::HttpResponse> ask(sync::HttpRequest request, std::chrono::milliseconds timeout,
        const std::string& hidden = {});

    /// Waits. Fails with Cancelled.
    Result<void> attend(std::chrono::milliseconds limit);

    /// Ends the wait under way, or the next one. From any thread.
    void wake() { m_signal->wake(); }

private:
    void addTrace(TraceRing::Direction direction, std::string text, const std::string& hidden);

    std::string m_name;
    std::string m_server;  ///< `https://terminal.local:8443`
    std::string m_path;    ///< `/nexo`
    std::string m_caFile;
    std::shared_ptr<const Cancellation> m_cancellation;
    std::shared_ptr<TraceRing> m_trace;
    std::shared_ptr<WakeSignal> m_signal = std::make_shared<WakeSignal>();
    ThreadExecutor m_executor;
    std::unique_ptr<sync::CurlTransport> m_transport;  ///< the executor's thread uses it
};

/// What one entry of such a line's trace says: the request or the answer with its body; card
/// numbers are masked.
std::string describeHttpTrace(const TraceRing::Entry& entry);

}  // namespace bl
