#include "tests/devices/home_thread.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace bl::test {

namespace {

constexpr std::chrono::seconds kPatience{10};

std::size_t entriesOf(const char* directory)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory))
        ++count;
    return count;
}

}  // namespace

void HomeThread::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_all();
}

Executor::TimerId HomeThread::postAfter(std::chrono::milliseconds, Task)
{
    // Devices need no timers of the screen's thread.
    BL_ASSERT(false);
    return 1;
}

void HomeThread::cancel(TimerId) {}

bool HomeThread::runUntil(const std::function<bool()>& done)
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!done()) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            // What `done` looks at may change without a task: it is asked again soon.
            const auto next = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
            m_changed.wait_until(lock, next, [&] { return !m_tasks.empty(); });
            if (std::chrono::steady_clock::now() > deadline)
                return false;
            if (m_tasks.empty())
                continue;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
    return true;
}

bool HomeThread::awaitTask()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, kPatience, [&] { return !m_tasks.empty(); });
}

std::size_t openDescriptors()
{
    return entriesOf("/proc/self/fd");
}

std::size_t runningThreads()
{
    return entriesOf("/proc/self/task");
}

int replugRounds()
{
    const char* wanted = std::getenv("BRANCHLINE_REPLUGS");
    return wanted ? std::max(2, std::atoi(wanted)) : 5;
}

}  // namespace bl::test
