#pragma once

#include "core/base/random.h"
#include "devices/slot/backoff.h"
#include "devices/slot/slot_status.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace bl {

/// Runs one driver on a thread of its own: connects, gives it the jobs in order, lets the device
/// speak in between, and connects again when it was gone. No call waits for the device.
class DeviceSlot {
public:
    /// Both are called on the slot's thread, exactly one of them. `work` gives what the job failed
    /// with; `unavailable` hears why the device could not be opened.
    struct Job {
        std::function<Result<void>(DeviceDriver&)> work;
        std::function<void(const Error&)> unavailable;
    };
    using Changed = std::function<void(const SlotStatus&)>;

    /// `changed` is called on the slot's thread whenever the status is another one.
    DeviceSlot(SlotSettings settings, std::unique_ptr<DeviceDriver> driver,
        DriverSurroundings surroundings, std::shared_ptr<Cancellation> cancellation,
        RandomSource& random, Changed changed);

    /// Lets jobs that were posted finish for three seconds, then gives them up: those that waited
    /// hear `Cancelled`.
    ~DeviceSlot();
    DeviceSlot(const DeviceSlot&) = delete;
    DeviceSlot& operator=(const DeviceSlot&) = delete;

    void post(Job job);

    /// Looks for the device at once instead of at the next try.
    void retryNow();

    SlotStatus status() const;
    const TraceRing& trace() const { return *m_surroundings.trace; }

private:
    using Time = std::chrono::steady_clock::time_point;

    void run();
    std::optional<Job> awaitJob();
    Result<void> open();
    void lost(const Error& error);
    bool isStopping() const;
    void jobEnded();
    void runJob(const Job& job);
    void setState(SlotState state);
    void settle();
    void tell();

    DriverSurroundings m_surroundings;
    std::shared_ptr<Cancellation> m_cancellation;
    std::unique_ptr<DeviceDriver> m_driver;
    Backoff m_backoff;
    Changed m_changed;

    // The thread's own.
    bool m_open = false;
    Time m_goneSince{};
    Time m_nextTry{};

    mutable std::mutex m_mutex;  // guards what follows
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    SlotStatus m_status;
    std::condition_variable m_idle;
    bool m_running = false;  ///< a job
    bool m_retry = false;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace bl
