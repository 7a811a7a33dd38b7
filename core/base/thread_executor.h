#pragma once

#include "core/base/executor.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace bl {

/// An Executor on a thread of its own. The destructor finishes the task that runs, drops the others
/// and joins.
class ThreadExecutor final : public Executor {
public:
    ThreadExecutor();
    ~ThreadExecutor() override;
    ThreadExecutor(const ThreadExecutor&) = delete;
    ThreadExecutor& operator=(const ThreadExecutor&) = delete;

    void post(Task task) override;
    TimerId postAfter(std::chrono::milliseconds delay, Task task) override;
    void cancel(TimerId timer) override;

    /// Ends the thread; nothing runs afterwards. Safe to call twice, not from a task.
    void stop();

private:
    using Deadline = std::chrono::steady_clock::time_point;

    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::map<std::pair<Deadline, TimerId>, Task> m_timers;
    std::map<TimerId, Deadline> m_deadlines;
    TimerId m_lastTimer = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace bl
