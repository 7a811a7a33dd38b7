#include "sync/server/feed.h"

#include <utility>
#include <vector>

namespace bl::sync {

namespace {
/// Long enough that a burst of sales wakes a register once, short enough that a change is on its
/// screen within a second.
constexpr std::chrono::milliseconds kWakeUpDelay{50};
}  // namespace

void Feed::poll(FeedQuery query, std::chrono::milliseconds wait, Answer answer)
{
    auto held = std::make_shared<Poll>();
    held->number = ++m_lastNumber;
    held->query = std::move(query);
    held->answer = std::move(answer);
    held->mayWait = wait.count() > 0 && !m_released;
    if (held->mayWait)
        held->timer = m_context.executor.postAfter(
            wait, m_lifetime.guarded([this, weak = std::weak_ptr<Poll>(held)] {
                if (const auto waiting = weak.lock())
                    expire(waiting);
            }));
    read(held);
}

void Feed::read(const PollPtr& held)
{
    // Taken before the reading: what is committed meanwhile counts as new.
    held->seen = changesFor(held->query.reader.store);
    m_context.database.read([this, held, mayWait = held->mayWait, now = m_context.clock.now()](
                                sql::Database& database) {
        auto page = readFeedPage(database, held->query, now);
        if (page && page->rows == 0 && mayWait) {
            m_context.executor.post(
                m_lifetime.guarded([this, held, cursor = std::move(page->cursor)]() mutable {
                    readNothing(held, std::move(cursor));
                }));
            return;
        }
        m_context.executor.post(
            m_lifetime.guarded([this, held] { m_context.executor.cancel(held->timer); }));
        held->answer(std::move(page));
    });
}

void Feed::readNothing(const PollPtr& held, std::string cursor)
{
    held->query.cursor = std::move(cursor);  // what was passed over need not be read again
    if (m_released)
        held->mayWait = false;
    if (!held->mayWait || held->seen != changesFor(held->query.reader.store))
        return read(held);
    m_parked.emplace(held->number, held);
}

void Feed::expire(const PollPtr& held)
{
    held->mayWait = false;
    // One that is not parked is being read and comes by here again.
    if (m_parked.erase(held->number) > 0)
        read(held);
}

void Feed::changed(const FeedChange& change)
{
    if (change.everywhere)
        ++m_changesEverywhere;
    for (const auto& store : change.stores)
        ++m_changesInStore[store];
    if (m_wakeUpPlanned || m_parked.empty() || (!change.everywhere && change.stores.empty()))
        return;
    m_wakeUpPlanned = true;
    m_context.executor.postAfter(kWakeUpDelay, m_lifetime.guarded([this] { wake(); }));
}

void Feed::wake()
{
    m_wakeUpPlanned = false;
    std::vector<PollPtr> woken;
    for (const auto& [number, held] : m_parked) {
        if (held->seen != changesFor(held->query.reader.store))
            woken.push_back(held);
    }
    for (const auto& held : woken) {
        m_parked.erase(held->number);
        read(held);
    }
}

void Feed::release()
{
    m_released = true;
    const auto parked = std::exchange(m_parked, {});
    for (const auto& [number, held] : parked) {
        m_context.executor.cancel(held->timer);
        held->mayWait = false;
        read(held);
    }
}

std::uint64_t Feed::changesFor(StoreId store) const
{
    const auto it = m_changesInStore.find(store);
    return m_changesEverywhere + (it == m_changesInStore.end() ? 0 : it->second);
}

}  // namespace bl::sync
