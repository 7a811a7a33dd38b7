#include "core/base/thread_executor.h"

namespace bl {

ThreadExecutor::ThreadExecutor()
    : m_thread([this] { run(); })
{
}

ThreadExecutor::~ThreadExecutor()
{
    stop();
}

void ThreadExecutor::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ThreadExecutor::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

Executor::TimerId ThreadExecutor::postAfter(std::chrono::milliseconds delay, Task task)
{
    TimerId id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = ++m_lastTimer;
        const auto deadline = std::chrono::steady_clock::now() + delay;
        m_timers.emplace(std::pair{deadline, id}, std::move(task));
        m_deadlines.emplace(id, deadline);
    }
    m_wake.notify_one();
    return id;
}

void ThreadExecutor::cancel(TimerId timer)
{
    decltype(m_timers)::node_type
        dropped;  // dies without the lock: what a task holds may use the executor
    const std::lock_guard lock(m_mutex);
    const auto it = m_deadlines.find(timer);
    if (it == m_deadlines.end())
        return;
    dropped = m_timers.extract({it->second, timer});
    m_deadlines.erase(it);
}

void ThreadExecutor::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        Task task;
        if (!m_timers.empty()
            && m_timers.begin()->first.first <= std::chrono::steady_clock::now()) {
            const auto it = m_timers.begin();
            task = std::move(it->second);
            m_deadlines.erase(it->first.second);
            m_timers.erase(it);
        } else if (!m_tasks.empty()) {
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        } else if (!m_timers.empty()) {
            // A copy, because the timer may be cancelled while this thread waits for it.
            const Deadline deadline = m_timers.begin()->first.first;
            m_wake.wait_until(lock, deadline);
            continue;
        } else {
            m_wake.wait(lock);
            continue;
        }
        lock.unlock();
        task();
        task = nullptr;
        lock.lock();
    }
}

}  // namespace bl
