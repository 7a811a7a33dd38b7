#pragma once

#include "core/base/executor.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace bl::test {

/// Time that passes only from one event to the next: everything that will happen, in order. Events
/// of one moment happen in the order in which they were planned.
class VirtualTime {
public:
    using Task = Executor::Task;

    std::chrono::milliseconds now() const { return m_now; }

    std::uint64_t plan(std::chrono::milliseconds delay, Task task)
    {
        m_events.emplace(std::pair{m_now + delay, ++m_last}, std::move(task));
        m_when[m_last] = m_now + delay;
        return m_last;
    }
    void cancel(std::uint64_t event)
    {
        const auto it = m_when.find(event);
        if (it == m_when.end())
            return;
        m_events.erase({it->second, event});
        m_when.erase(it);
    }

    /// Lets the next event happen; false where there is none.
    bool step()
    {
        if (m_events.empty())
            return false;
        auto event = m_events.extract(m_events.begin());
        m_when.erase(event.key().second);
        m_now = event.key().first;
        event.mapped()();
        return true;
    }

    /// Everything that happens within the time from now.
    void pass(std::chrono::milliseconds time)
    {
        const auto end = m_now + time;
        while (!m_events.empty() && m_events.begin()->first.first <= end)
            step();
        m_now = end;
    }

    /// Everything that is due now.
    void settle() { pass(std::chrono::milliseconds(0)); }

private:
    std::chrono::milliseconds m_now{0};
    std::uint64_t m_last = 0;
    std::map<std::pair<std::chrono::milliseconds, std::uint64_t>, Task> m_events;
    std::map<std::uint64_t, std::chrono::milliseconds> m_when;
};

/// The executor of one simulated process. When it goes, so do its tasks and timers.
class VirtualExecutor final : public Executor {
public:
    explicit VirtualExecutor(VirtualTime& time)
        : m_time(time)
    {
    }
    ~VirtualExecutor() override
    {
        for (const auto event : m_planned)
            m_time.cancel(event);
    }
    VirtualExecutor(const VirtualExecutor&) = delete;
    VirtualExecutor& operator=(const VirtualExecutor&) = delete;

    void post(Task task) override { plan(std::chrono::milliseconds(0), std::move(task)); }
    TimerId postAfter(std::chrono::milliseconds delay, Task task) override
    {
        return plan(delay, std::move(task));
    }
    void cancel(TimerId timer) override
    {
        if (m_planned.erase(timer) > 0)
            m_time.cancel(timer);
    }

    /// Tasks and timers that are still to come.
    std::size_t planned() const { return m_planned.size(); }

private:
    std::uint64_t plan(std::chrono::milliseconds delay, Task task)
    {
        const auto number = std::make_shared<std::uint64_t>(0);
        *number = m_time.plan(delay, [this, number, task = std::move(task)] {
            m_planned.erase(*number);
            task();
        });
        m_planned.insert(*number);
        return *number;
    }

    VirtualTime& m_time;
    std::set<std::uint64_t> m_planned;
};

}  // namespace bl::test
