#include "devices/slot/resident_driver.h"

#include <utility>

namespace bl {

Result<void> ResidentDriver::attend(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, limit, [this] { return m_woken; });
    m_woken = false;
    return {};
}

void ResidentDriver::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_all();
}

bool isResident(const DeviceAddress& address)
{
    return address.driver == "hid" || address.driver == "screen";
}

Result<MadeDriver> makeResidentDriver(
    const DeviceAddress&, const SlotSettings&, const DriverSurroundings&, const DriverOptions&)
{
    return MadeDriver{std::make_unique<ResidentDriver>(), std::monostate{}};
}

}  // namespace bl
