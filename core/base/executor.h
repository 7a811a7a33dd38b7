#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace bl {

/// Where a single-threaded state machine runs: tasks in order, timers, no locks. Threads and
/// sockets are at the edge; the simulator passes one that it steps by hand.
class Executor {
public:
    using Task = std::function<void()>;
    using TimerId = std::uint64_t;

    virtual ~Executor() = default;
    virtual void post(Task task) = 0;

    /// Runs the task once after the delay. Ids are never 0.
    virtual TimerId postAfter(std::chrono::milliseconds delay, Task task) = 0;

    /// A timer that fired or was cancelled already is ignored.
    virtual void cancel(TimerId timer) = 0;
};

}  // namespace bl
