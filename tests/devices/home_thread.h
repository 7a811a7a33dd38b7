#pragma once

#include "core/base/executor.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace bl::test {

/// The thread of a screen, stepped by the test.
class HomeThread final : public Executor {
public:
    void post(Task task) override;
    TimerId postAfter(std::chrono::milliseconds delay, Task task) override;
    void cancel(TimerId timer) override;

    /// Runs tasks until `done` holds; false after ten seconds.
    bool runUntil(const std::function<bool()>& done);
    /// Waits until a task is there, and leaves it.
    bool awaitTask();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
};

/// The descriptors and the threads that this process has.
std::size_t openDescriptors();
std::size_t runningThreads();

/// How often tests pull a device out and put it back: five times, or what BRANCHLINE_REPLUGS says.
int replugRounds();

}  // namespace bl::test
