#pragma once

#include "devices/slot/driver_factory.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace bl {

/// One device that is opened on this thread for one purpose, without a slot: by a command, or to
/// see whether it is there. All calls together end after a time.
class DeviceVisit {
public:
    /// `hear` is called on this thread, within attend(). Fails with DeviceAddressInvalid and what
    /// making a driver fails with.
    static Result<std::unique_ptr<DeviceVisit>> prepare(const SlotSettings& settings,
        const DriverOptions& options, std::function<void(DeviceEvent)> hear = {});

    ~DeviceVisit();
    DeviceVisit(const DeviceVisit&) = delete;
    DeviceVisit& operator=(const DeviceVisit&) = delete;

    /// What is asked for when the time is over, on another thread, and how long that is waited for.
    struct LastRequest {
        std::function<void()> ask;
        std::chrono::milliseconds patience{};
    };

    /// Gives up then, from now on; without it only the driver's own limits hold.
    void limit(std::chrono::milliseconds time);
    void limit(std::chrono::milliseconds time, LastRequest request);

    Result<void> open();

    /// Lets the device speak until `done` holds. Fails with Timeout where the limit comes first.
    Result<void> attendUntil(const std::function<bool()>& done);

    /// Ends whatever waits. From any thread.
    void giveUp();

    DeviceDriver& driver() { return *m_made.driver; }

    /// Null where the device has another role.
    template <typename Role>
    Role* as() const
    {
        Role* const* role = std::get_if<Role*>(&m_made.role);
        return role ? *role : nullptr;
    }

    /// The error as people should hear it: giving up because the time was over is Timeout.
    Error explained(const Error& error) const;

private:
    explicit DeviceVisit(std::string address);
    bool endsWithin(std::chrono::milliseconds time);

    std::string m_address;
    std::shared_ptr<Cancellation> m_cancellation;
    std::function<void(DeviceEvent)> m_hear;
    MadeDriver m_made;

    mutable std::mutex m_mutex;  // guards what follows
    std::condition_variable m_changed;
    bool m_ended = false;
    bool m_late = false;
    std::thread m_clock;
};

/// What a device says when it is asked.
struct ProbeAnswer {
    DeviceReading reading;  ///< with a fault where it is there and cannot work
    std::string diagnosis;  ///< of a terminal: what it says of itself
};

/// Opens the device, asks who and how it is, and closes it; at the latest after `limit`. Fails with
/// DeviceFailed where it does not say.
Result<ProbeAnswer> probeDevice(
    const SlotSettings& settings, const DriverOptions& options, std::chrono::milliseconds limit);

}  // namespace bl
