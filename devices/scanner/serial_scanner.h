#pragma once

#include "devices/scanner/scan_burst.h"
#include "devices/slot/devices.h"
#include "devices/slot/line_driver.h"
#include "devices/transport/device_address.h"

namespace bl {

struct DriverOptions;

/// A scanner that speaks like a serial port: also those on USB that show up as one.
class SerialScanner final : public LineDriver {
public:
    SerialScanner(std::unique_ptr<Transport> transport, std::string name,
        std::function<void(DeviceEvent)> emit);

private:
    Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) override;
    std::optional<DeviceTime> nextTime() const override { return m_burst.deadline(); }
    Result<void> timeCame(DeviceTime now) override;
    void forget() override { m_burst.clear(); }

    ScanBurst m_burst;
};

Result<MadeDriver> makeSerialScanner(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
