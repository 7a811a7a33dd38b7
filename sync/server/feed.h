#pragma once

#include "sync/server/feed_page.h"
#include "sync/server/hq_context.h"
#include "sync/server/ingest_transaction.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace bl::sync {

/// The feed with its long polls. A register that waits costs memory and a timer, and no query until
/// something that it can see changes.
class Feed {
public:
    /// Called once, on the executor or on a reader's thread.
    using Answer = std::function<void(Result<FeedPage>)>;

    explicit Feed(const HqContext& context)
        : m_context(context)
    {
    }

    /// Answers at once where there are rows; otherwise when there are, or after `wait`.
    void poll(FeedQuery query, std::chrono::milliseconds wait, Answer answer);

    /// Something was committed. Those who can see it are woken together a moment later.
    void changed(const FeedChange& change);

    /// Answers all that wait, and lets nobody wait from now on.
    void release();

    std::size_t waiting() const { return m_parked.size(); }

private:
    struct Poll {
        std::uint64_t number = 0;
        FeedQuery query;
        Answer answer;
        Executor::TimerId timer = 0;
        bool mayWait = false;
        std::uint64_t seen = 0;  ///< changes that the last reading holds
    };
    using PollPtr = std::shared_ptr<Poll>;

    void read(const PollPtr& held);
    void readNothing(const PollPtr& held, std::string cursor);
    void expire(const PollPtr& held);
    void wake();
    std::uint64_t changesFor(StoreId store) const;

    HqContext m_context;
    std::uint64_t m_lastNumber = 0;
    std::map<std::uint64_t, PollPtr>
        m_parked;  ///< by number: woken in the order in which they came
    std::uint64_t m_changesEverywhere = 0;
    std::map<StoreId, std::uint64_t> m_changesInStore;
    bool m_wakeUpPlanned = false;
    bool m_released = false;
    Lifetime m_lifetime;
};

}  // namespace bl::sync
