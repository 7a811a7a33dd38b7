#include "devices/slot/device_slot.h"

#include <utility>

namespace bl {

namespace {

using SlotClock = std::chrono::steady_clock;

/// Devices wake their thread when they have something to say; this only bounds the wait.
constexpr std::chrono::milliseconds kAttend{30'000};
constexpr std::chrono::seconds kFarewell{3};

/// Whether the line is of no more use after such a failure of a job.
bool breaksLink(const Error& error)
{
    const auto fault = faultOf(error);
    if (!fault)
        return error.code == ErrorCode::Cancelled;
    switch (*fault) {
    case DeviceFault::NotFound:
    case DeviceFault::LinkLost:
    case DeviceFault::Timeout:
    case DeviceFault::ProtocolError:
    case DeviceFault::OutcomeUnknown: return true;
    default: return false;
    }
}

}  // namespace

std::string_view stateName(SlotState state)
{
    switch (state) {
    case SlotState::Unconfigured: return "unconfigured";
    case SlotState::Disconnected: return "disconnected";
    case SlotState::Connecting: return "connecting";
    case SlotState::Ready: return "ready";
    case SlotState::Busy: return "busy";
    case SlotState::Faulted: return "faulted";
    case SlotState::Disabled: return "disabled";
    }
    return {};
}

DeviceSlot::DeviceSlot(SlotSettings settings, std::unique_ptr<DeviceDriver> driver,
    DriverSurroundings surroundings, std::shared_ptr<Cancellation> cancellation,
    RandomSource& random, Changed changed)
    : m_surroundings(std::move(surroundings))
    , m_cancellation(std::move(cancellation))
    , m_driver(std::move(driver))
    , m_backoff(random)
    , m_changed(std::move(changed))
    , m_goneSince(SlotClock::now())
    , m_nextTry(m_goneSince)
{
    m_status.settings = std::move(settings);
    m_status.state = SlotState::Disconnected;
    m_thread = std::thread([this] { run(); });
}

DeviceSlot::~DeviceSlot()
{
    {
        std::unique_lock lock(m_mutex);
        m_idle.wait_for(lock, kFarewell, [this] { return m_jobs.empty() && !m_running; });
        m_stopping = true;
    }
    m_cancellation->request();
    m_driver->wake();
    m_wake.notify_all();
    m_thread.join();
}

void DeviceSlot::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
    m_driver->wake();
}

void DeviceSlot::retryNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_retry = true;
    }
    m_wake.notify_all();
}

SlotStatus DeviceSlot::status() const
{
    const std::lock_guard lock(m_mutex);
    SlotStatus status = m_status;
    status.counters.bytes = m_surroundings.trace->totalBytes();
    return status;
}

/// The next job; nothing where the device is to be attended or looked for first.
std::optional<DeviceSlot::Job> DeviceSlot::awaitJob()
{
    std::unique_lock lock(m_mutex);
    if (!m_open)
        m_wake.wait_until(
            lock, m_nextTry, [this] { return m_stopping || m_retry || !m_jobs.empty(); });
    m_retry = false;
    if (m_stopping || m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_running = true;
    return job;
}

void DeviceSlot::run()
{
    for (;;) {
        const auto job = awaitJob();
        if (isStopping()) {
            if (job)
                job->unavailable(Error{ErrorCode::Cancelled, {}});
            break;
        }
        if (!m_open) {
            if (const auto opened = open(); !opened) {
                if (job) {
                    job->unavailable(opened.error());
                    jobEnded();
                }
                continue;
            }
            // What woke the driver while it was connecting is not heard any more: jobs that came
            // meanwhile are looked for before it is attended.
            if (!job)
                continue;
        }
        if (job) {
            runJob(*job);
            jobEnded();
        } else if (const auto attended = m_driver->attend(kAttend); !attended) {
            lost(attended.error());
        } else {
            settle();
        }
    }
    m_driver->close();
    std::deque<Job> rest;
    {
        const std::lock_guard lock(m_mutex);
        rest.swap(m_jobs);
    }
    for (const auto& job : rest)
        job.unavailable(Error{ErrorCode::Cancelled, {}});
}

bool DeviceSlot::isStopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void DeviceSlot::jobEnded()
{
    {
        const std::lock_guard lock(m_mutex);
        m_running = false;
    }
    m_idle.notify_all();
}

Result<void> DeviceSlot::open()
{
    setState(SlotState::Connecting);
    auto opened = m_driver->open();
    if (!opened) {
        lost(opened.error());
        return opened;
    }
    m_open = true;
    m_backoff.reset();
    {
        const std::lock_guard lock(m_mutex);
        ++m_status.counters.connections;
    }
    settle();
    return opened;
}

void DeviceSlot::lost(const Error& error)
{
    m_driver->close();
    const auto now = SlotClock::now();
    const bool was = std::exchange(m_open, false);
    if (was)
        m_goneSince = now;
    m_nextTry =
        now + m_backoff.next(std::chrono::duration_cast<Backoff::Duration>(now - m_goneSince));
    {
        const std::lock_guard lock(m_mutex);
        if (was)
            ++m_status.counters.losses;
        if (error.code != ErrorCode::Cancelled)
            m_status.lastError = error;
        m_status.reading.fault = faultOf(error);
        m_status.state = SlotState::Disconnected;
    }
    tell();
}

void DeviceSlot::runJob(const Job& job)
{
    setState(SlotState::Busy);
    const auto done = job.work(*m_driver);
    {
        const std::lock_guard lock(m_mutex);
        ++m_status.counters.jobs;
        if (!done) {
            ++m_status.counters.failures;
            m_status.lastError = done.error();
        }
    }
    if (!done && breaksLink(done.error()))
        lost(done.error());
    else
        settle();
}

void DeviceSlot::setState(SlotState state)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_status.state == state)
            return;
        m_status.state = state;
    }
    tell();
}

/// Open and idle: takes over what the device says of itself.
void DeviceSlot::settle()
{
    {
        const std::lock_guard lock(m_mutex);
        const auto reading = m_driver->reading();
        const auto state = reading.fault ? SlotState::Faulted : SlotState::Ready;
        if (m_status.state == state && m_status.reading == reading)
            return;
        if (reading.fault && reading.fault != m_status.reading.fault)
            m_status.lastError = deviceError(*reading.fault, m_status.settings.address);
        m_status.reading = reading;
        m_status.state = state;
    }
    tell();
}

void DeviceSlot::tell()
{
    m_changed(status());
}

}  // namespace bl
