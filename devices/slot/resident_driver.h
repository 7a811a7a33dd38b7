#pragma once

#include "devices/slot/devices.h"
#include "devices/transport/device_address.h"

#include <condition_variable>
#include <mutex>

namespace bl {

struct DriverOptions;

/// Stands for a device that is part of the application: its keyboard, its second window. It is
/// always there; what it hears and shows the application does itself.
class ResidentDriver final : public DeviceDriver {
public:
    Result<void> open() override { return {}; }
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override;
    void close() override {}
    DeviceReading reading() const override { return {}; }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_woken = false;
};

/// Whether only the application hears or shows it.
bool isResident(const DeviceAddress& address);

Result<MadeDriver> makeResidentDriver(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
