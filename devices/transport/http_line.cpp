#include "devices/transport/http_line.h"

#include "core/base/text.h"
#include "core/payments/card_masking.h"
#include "core/ports/device_fault.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace bl {

namespace {

using HttpClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kConnect{5'000};
/// libcurl's own timeouts come first.
constexpr milliseconds kGrace{2'000};
constexpr std::size_t kLargestAnswer = 1024 * 1024;
constexpr std::size_t kLongestTrace = 4'000;

}  // namespace

class HttpLine::Exchange {
public:
    struct State {
        std::mutex mutex;
        std::optional<Result<sync::HttpResponse>> answer;
        sync::Transport::RequestId id = 0;
    };

    explicit Exchange(HttpLine& line, milliseconds timeout, std::string hidden)
        : m_line(line)
        , m_timeout(timeout)
        , m_hidden(std::move(hidden))
    {
    }
    ~Exchange()
    {
        if (!isDone())
            m_line.m_executor.post([transport = m_line.m_transport.get(), state = m_state] {
                transport->cancel(state->id);
            });
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    bool isDone() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->answer.has_value();
    }

private:
    friend class HttpLine;

    HttpLine& m_line;
    milliseconds m_timeout;
    std::string m_hidden;
    HttpClock::time_point m_begun = HttpClock::now();
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

HttpLine::HttpLine(std::string name, const HttpPlace& place, std::string caFile,
    std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace)
    : m_name(std::move(name))
    , m_caFile(std::move(caFile))
    , m_cancellation(std::move(cancellation))
    , m_trace(std::move(trace))
{
    const auto host = place.url.find("://") + 3;
    const auto slash = std::min(place.url.find('/', host), place.url.size());
    m_server = place.url.substr(0, slash);
    m_path = place.url.substr(slash);
}

HttpLine::~HttpLine()
{
    // The transport ends beside no task.
    m_executor.stop();
    m_transport.reset();
}

std::string HttpLine::target(std::string_view tail) const
{
    std::string path = m_path;
    if (!tail.empty()) {
        if (path.ends_with('/'))
            path.pop_back();
        path += tail;
    }
    return path.empty() ? "/" : path;
}

void HttpLine::addTrace(TraceRing::Direction direction, std::string text, const std::string& hidden)
{
    if (!m_trace)
        return;
    for (auto at = text.find(hidden); !hidden.empty() && at != std::string::npos;
         at = text.find(hidden, at))
        text.replace(at, hidden.size(), "***");
    m_trace->add(
        direction, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

Result<std::shared_ptr<HttpLine::Exchange>> HttpLine::begin(
    sync::HttpRequest request, milliseconds timeout, const std::string& hidden)
{
    if (!m_transport) {
        sync::CurlTransportOptions options;
        options.connectTimeout = std::min(kConnect, timeout);
        options.caFile = m_caFile;
        options.maxAnswerBytes = kLargestAnswer;
        options.connections = sync::CurlTransportOptions::Connections::OneEach;
        auto made = sync::CurlTransport::create(m_server, m_executor, options);
        if (!made)
            return deviceError(DeviceFault::NotConfigured, m_name, "address");
        m_transport = std::move(*made);
    }
    addTrace(TraceRing::Direction::ToDevice,
        request.method + ' ' + request.target + '\n' + request.body, hidden);
    auto exchange = std::make_shared<Exchange>(*this, timeout, hidden);
    m_executor.post([transport = m_transport.get(), state = exchange->m_state, signal = m_signal,
                        timeout, request = std::move(request)]() mutable {
        state->id = transport->send(
            std::move(request), timeout, [state, signal](Result<sync::HttpResponse> answer) {
                {
                    const std::lock_guard lock(state->mutex);
                    state->answer = std::move(answer);
                }
                signal->wake();
            });
    });
    return exchange;
}

Result<bool> HttpLine::await(const Exchange& exchange, milliseconds limit)
{
    if (!exchange.isDone())
        BL_CHECK(m_signal->await(*m_cancellation, limit));
    return exchange.isDone();
}

Result<sync::HttpResponse> HttpLine::take(Exchange& exchange)
{
    Result<sync::HttpResponse> answer = deviceError(DeviceFault::Timeout, m_name);
    {
        const std::lock_guard lock(exchange.m_state->mutex);
        if (exchange.m_state->answer)
            answer = *exchange.m_state->answer;
    }
    if (answer) {
        addTrace(TraceRing::Direction::FromDevice,
            std::to_string(answer->status) + '\n' + answer->body, exchange.m_hidden);
        return answer;
    }
    const auto& error = answer.error();
    if (error.code != ErrorCode::NetworkFailed)
        return error.code == ErrorCode::DeviceFailed
            ? error
            : deviceError(DeviceFault::ProtocolError, m_name, describe(error));
    const std::string reason = error.detail.size() > 1 ? excerpt(error.detail[1], 200) : "";
    const std::string kind = error.detail.size() > 2 ? error.detail[2] : "";
    auto fault = DeviceFault::LinkLost;
    if (!kind.empty())
        fault = kind == "ca-file" ? DeviceFault::NotConfigured : DeviceFault::AuthFailed;
    else if (HttpClock::now() - exchange.m_begun >= exchange.m_timeout)
        fault = DeviceFault::Timeout;
    if (m_trace)
        m_trace->note(reason);
    auto failed = deviceError(fault, m_name, reason);
    if (!kind.empty())
        failed.detail.push_back(kind);
    return failed;
}

Result<sync::HttpResponse> HttpLine::ask(
    sync::HttpRequest request, milliseconds timeout, const std::string& hidden)
{
    BL_TRY(const auto exchange, begin(std::move(request), timeout, hidden));
    const auto deadline = HttpClock::now() + timeout + kGrace;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - HttpClock::now());
        BL_TRY(const bool done, await(*exchange, std::max(left, milliseconds{0})));
        if (done || left.count() <= 0)
            return take(*exchange);
    }
}

Result<void> HttpLine::attend(milliseconds limit)
{
    return m_signal->await(*m_cancellation, limit);
}

std::string describeHttpTrace(const TraceRing::Entry& entry)
{
    const std::string text(reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size());
    const auto line = std::min(text.find('\n'), text.size());
    std::string shown = excerpt(text.substr(0, line), kLongestTrace);
    if (line + 1 < text.size())
        shown += ' ' + excerpt(text.substr(line + 1), kLongestTrace);
    return payments::maskCardNumbers(shown);
}

}  // namespace bl
