#pragma once

#include "core/storage/sync_state_store.h"
#include "sync/client/backoff.h"
#include "sync/client/feed_answer.h"
#include "sync/client/journal_pusher.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace bl::sync {

enum class SyncMode {
    Follow,     ///< stays with HQ by long polls
    UntilDone,  ///< ends when everything was sent and read
};

struct PullOptions {
    SyncMode mode = SyncMode::Follow;
    /// Rows in one job on the writer: few enough that a sale never waits 20 ms behind them.
    std::size_t rowsPerJob = 100;
};

/// Reads HQ's feed into the register's tables, page by page. In Follow mode a request or a job is
/// under way or a timer is armed, always.
class FeedPuller {
public:
    /// `token`: what requests carry; it may change, and outlives the puller.
    FeedPuller(const SyncPorts& ports, const std::string& token, const PullOptions& options,
        SyncEvents events);

    void start();
    void stop();
    void networkChanged();
    void hqReached();

    /// Others heard this epoch: where it is not the cursor's, the whole feed is read again.
    void epochSeen(const std::string& epoch);

    /// Idle: the feed's end was reached, in UntilDone mode.
    SyncPhase phase() const { return m_phase; }
    const std::optional<Error>& error() const { return m_error; }

    /// As it was committed last.
    const storage::SyncRecord& record() const { return m_record; }

private:
    void load();
    void askNext();
    void ask();
    void answered(const Result<HttpResponse>& answer);
    void begin(FeedAnswer answer);
    void commitPart(const std::shared_ptr<FeedAnswer>& answer, std::size_t part);
    void ended(const FeedAnswer& answer);
    void restartFromEmptyCursor();
    void failed(const HqFailure& failure);
    void wait(std::chrono::milliseconds delay, const Error& why);
    void cutShort();
    bool isNews(const FeedAnswer& answer) const;

    SyncPorts m_ports;
    const std::string& m_token;
    PullOptions m_options;
    SyncEvents m_events;
    Backoff m_backoff;
    SyncPhase m_phase = SyncPhase::Stopped;
    std::optional<Error> m_error;
    storage::SyncRecord m_record;
    bool m_loaded = false;
    bool m_caughtUp = false;  ///< the last answer was the feed's end: HQ may hold the next one
    bool m_pacing = false;    ///< the last long poll began less than a second ago
    bool m_askWhenPaced = false;
    bool m_hqAskedToWait = false;
    std::string m_askedCursor;
    std::string m_sentToken;
    std::optional<Transport::RequestId> m_request;
    Executor::TimerId m_timer = 0;
    Executor::TimerId m_paceTimer = 0;
    CallbackScope m_scope;
};

}  // namespace bl::sync
