#include "tests/sim/lossy_network.h"

#include <utility>
#include <vector>

namespace bl::test {

/// A register's end of the network; gone with the process.
class NetworkEnd final : public sync::Transport {
public:
    NetworkEnd(LossyNetwork& network, int client, Executor& executor, std::function<bool()> isUp)
        : m_network(network)
        , m_client(client)
        , m_executor(executor)
        , m_isUp(std::move(isUp))
    {
    }
    ~NetworkEnd() override { m_network.forgetAll(m_executor); }
    NetworkEnd(const NetworkEnd&) = delete;
    NetworkEnd& operator=(const NetworkEnd&) = delete;

    RequestId send(
        sync::HttpRequest request, std::chrono::milliseconds timeout, Callback callback) override
    {
        if (!m_isUp())
            return ++m_network.m_last;
        return m_network.send(
            m_client, m_executor, std::move(request), timeout, std::move(callback));
    }
    void cancel(RequestId request) override { m_network.forget(request); }

private:
    LossyNetwork& m_network;
    int m_client;
    Executor& m_executor;
    std::function<bool()> m_isUp;
};

LossyNetwork::LossyNetwork(
    VirtualTime& time, std::uint64_t seed, std::function<sync::HttpHandler*()> hq)
    : m_time(time)
    , m_random(seed)
    , m_hq(std::move(hq))
{
}

std::unique_ptr<sync::Transport> LossyNetwork::connect(
    int client, Executor& executor, std::function<bool()> isUp)
{
    return std::make_unique<NetworkEnd>(*this, client, executor, std::move(isUp));
}

std::chrono::milliseconds LossyNetwork::delay()
{
    return std::chrono::milliseconds(m_random.between(1, m_quality.slowest.count()));
}

LossyNetwork::RequestId LossyNetwork::send(int client, Executor& executor,
    sync::HttpRequest request, std::chrono::milliseconds timeout,
    sync::Transport::Callback callback)
{
    const RequestId id = ++m_last;
    m_open[id] = {client, &executor, std::move(callback), false};
    m_time.plan(timeout, [this, id] { breakOff(id); });
    if (m_offline.contains(client)) {
        m_time.plan(delay(), [this, id] { breakOff(id); });
        return id;
    }
    request.headers.add(sync::kPeerHeader, "192.0.2." + std::to_string(client));
    const int copies = happens(m_quality.repeat) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy) {
        if (!happens(m_quality.drop))
            m_time.plan(delay(), [this, id, request] { arrive(id, request); });
    }
    return id;
}

void LossyNetwork::arrive(RequestId id, const sync::HttpRequest& request)
{
    sync::HttpHandler* const hq = m_hq();
    if (!hq)
        return breakOff(id);
    ++m_arrivals;
    if (const auto open = m_open.find(id); open != m_open.end())
        open->second.atHq = true;
    hq->handle(request, [this, id, life = m_hqLife](const sync::HttpResponse& response) {
        if (life != m_hqLife || !m_hq())
            return;  // a dead process says nothing
        if (!happens(m_quality.cut)) {
            m_time.plan(delay(), [this, id, response] { finish(id, response); });
        } else if (happens(500)) {
            m_time.plan(delay(), [this, id] { breakOff(id); });
        }
    });
}

void LossyNetwork::finish(RequestId id, const Result<sync::HttpResponse>& result)
{
    const auto open = m_open.find(id);
    if (open == m_open.end())
        return;
    const Open done = std::move(open->second);
    m_open.erase(open);
    if (result)
        ++m_answers;
    done.executor->post([callback = done.callback, result] { callback(result); });
}

void LossyNetwork::breakOff(RequestId id)
{
    finish(id, Error{ErrorCode::NetworkFailed, {"hq", "the connection broke"}});
}

void LossyNetwork::forgetAll(const Executor& executor)
{
    std::erase_if(m_open, [&](const auto& open) { return open.second.executor == &executor; });
}

void LossyNetwork::hqDied()
{
    ++m_hqLife;
    for (const auto& [id, open] : m_open) {
        if (open.atHq)
            m_time.plan(delay(), [this, lost = id] { breakOff(lost); });
    }
}

}  // namespace bl::test
