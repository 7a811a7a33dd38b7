#pragma once

#include "sync/protocol/transport.h"
#include "sync/server/http_server.h"
#include "tests/sim/virtual_executor.h"
#include "tests/support/fake_random.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>

namespace bl::test {

/// Chances in thousandths.
struct NetworkQuality {
    std::uint64_t drop = 0;                 ///< a request never arrives, and nobody says so
    std::uint64_t repeat = 0;               ///< a request arrives twice
    std::uint64_t cut = 0;                  ///< HQ did it, and the answer is lost
    std::chrono::milliseconds slowest{20};  ///< delays differ, so messages overtake each other
};

/// The network between registers and HQ, by a seed.
class LossyNetwork {
public:
    /// `hq`: nullptr while HQ is down.
    LossyNetwork(VirtualTime& time, std::uint64_t seed, std::function<sync::HttpHandler*()> hq);

    /// A register's end. `isUp`: whether the process still lives; a dead one's requests go nowhere.
    std::unique_ptr<sync::Transport> connect(
        int client, Executor& executor, std::function<bool()> isUp);

    void setQuality(const NetworkQuality& quality) { m_quality = quality; }
    void setOffline(int client) { m_offline.insert(client); }
    void setOnline(int client) { m_offline.erase(client); }

    /// HQ's process died: whoever waits for its answer hears that the connection broke.
    void hqDied();

    /// Requests that HQ got, and answers that a register got.
    std::int64_t arrivals() const { return m_arrivals; }
    std::int64_t answers() const { return m_answers; }

private:
    friend class NetworkEnd;
    using RequestId = sync::Transport::RequestId;

    struct Open {
        int client = 0;
        Executor* executor = nullptr;
        sync::Transport::Callback callback;
        bool atHq = false;
    };

    RequestId send(int client, Executor& executor, sync::HttpRequest request,
        std::chrono::milliseconds timeout, sync::Transport::Callback callback);
    void forget(RequestId request) { m_open.erase(request); }
    void forgetAll(const Executor& executor);
    void arrive(RequestId id, const sync::HttpRequest& request);
    void finish(RequestId id, const Result<sync::HttpResponse>& result);
    void breakOff(RequestId id);
    bool happens(std::uint64_t thousandths) { return m_random.below(1000) < thousandths; }
    std::chrono::milliseconds delay();

    VirtualTime& m_time;
    SeededRandom m_random;
    std::function<sync::HttpHandler*()> m_hq;
    NetworkQuality m_quality;
    std::set<int> m_offline;
    std::map<RequestId, Open> m_open;
    RequestId m_last = 0;
    std::uint64_t m_hqLife = 0;
    std::int64_t m_arrivals = 0;
    std::int64_t m_answers = 0;
};

}  // namespace bl::test
