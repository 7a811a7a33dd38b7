#pragma once

#include "sync/client/backoff.h"
#include "sync/client/hq_request.h"
#include "sync/client/push_queue.h"
#include "sync/client/sync_ports.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

#include <functional>
#include <optional>
#include <string>

namespace bl::sync {

/// What one half of the engine tells it. Called on the executor.
struct SyncEvents {
    std::function<void()> changed;  ///< phase, error or figures
    std::function<void(const std::optional<Contact>&)>
        reached;                                ///< HQ answered, perhaps with its time
    std::function<void(const Error&)> refused;  ///< HQ does not take the token
    std::function<void(const std::string&)> epochSeen;
};

enum class SyncPhase {
    Stopped,
    Idle,     ///< nothing to do
    Working,  ///< a request or a database job is under way
    Waiting,  ///< after a failure, until a timer
    Blocked,  ///< of no use to try again
};

/// Sends the own journal to HQ: compares the heads first, then one push after the other. Wherever
/// it is not idle or blocked, a job or a request is under way or a timer is armed.
class JournalPusher {
public:
    /// `token`: what requests carry; it may change, and outlives the pusher.
    JournalPusher(const SyncPorts& ports, const std::string& token, SyncEvents events);

    void start();
    void stop();

    /// The journal grew: send at once, whatever the backoff was.
    void linesAdded();
    void networkChanged();

    /// HQ was reached by others: no need to wait for it any longer.
    void hqReached();

    /// Compares the heads anew, because HQ may have forgotten lines.
    void checkAgain();

    SyncPhase phase() const { return m_phase; }
    bool headKnown() const { return m_headKnown; }
    const std::optional<Error>& error() const { return m_error; }
    const QueueState& queue() const { return m_queue; }

private:
    void proceed();
    void askHead();
    void headAnswered(const Result<HttpResponse>& answer);
    void loadBatch();
    void push(PushBatch batch);
    void pushAnswered(const Result<HttpResponse>& answer);
    void acknowledge(const journal::ChainHead& hq, const std::optional<Contact>& contact);
    void failed(const HqFailure& failure);
    void gapReported(const HqFailure& failure);
    void jobFailed(const Error& error);
    void block(const Error& error);
    void wait(std::chrono::milliseconds delay, const Error& why);
    void cutShort();
    void send(HttpRequest request, void (JournalPusher::*answered)(const Result<HttpResponse>&));

    SyncPorts m_ports;
    const std::string& m_token;
    SyncEvents m_events;
    Backoff m_backoff;
    SyncPhase m_phase = SyncPhase::Stopped;
    std::optional<Error> m_error;
    QueueState m_queue;
    bool m_headKnown = false;      ///< the heads were compared since the start or the last epoch
    bool m_moreLines = false;      ///< lines were added while a job or a request was under way
    bool m_hqAskedToWait = false;  ///< the timer is HQ's: new lines do not shorten it
    int m_repairs = 0;             ///< gaps and epochs since the last success
    std::size_t m_maxLines = kMaxPushLines;
    std::int64_t m_sentFirst = 0;
    std::int64_t m_sentLines = 0;
    std::string m_sentToken;
    std::optional<Transport::RequestId> m_request;
    Executor::TimerId m_timer = 0;
    CallbackScope m_scope;
};

}  // namespace bl::sync
