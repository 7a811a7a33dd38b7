#include "devices/scanner/serial_scanner.h"

#include "devices/transport/transport_factory.h"

#include <utility>

namespace bl {

SerialScanner::SerialScanner(
    std::unique_ptr<Transport> transport, std::string name, std::function<void(DeviceEvent)> emit)
    : LineDriver(std::move(transport), std::move(name), std::move(emit))
{
}

Result<void> SerialScanner::received(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    for (auto& scan : m_burst.take(bytes, at))
        emit(std::move(scan));
    return {};
}

Result<void> SerialScanner::timeCame(DeviceTime now)
{
    if (auto scan = m_burst.settle(now))
        emit(*std::move(scan));
    return {};
}

Result<MadeDriver> makeSerialScanner(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    auto transport = createTransport(address, surroundings.cancellation, surroundings.trace);
    auto driver =
        std::make_unique<SerialScanner>(std::move(transport), settings.address, surroundings.emit);
    return MadeDriver{std::move(driver), std::monostate{}};
}

}  // namespace bl
