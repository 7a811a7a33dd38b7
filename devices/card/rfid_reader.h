#pragma once

#include "devices/card/rfid_frames.h"
#include "devices/slot/devices.h"
#include "devices/slot/line_driver.h"
#include "devices/transport/device_address.h"

namespace bl {

struct DriverOptions;

/// A contactless reader on a serial line that tells the number of each card it sees. It never tells
/// that a card went.
class RfidReader final : public LineDriver {
public:
    RfidReader(std::unique_ptr<Transport> transport, std::string name,
        std::function<void(DeviceEvent)> emit);

private:
    Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) override;
    void forget() override;

    RfidFrames m_frames;
    std::string m_lastNumber;  ///< readers repeat a card's number while it lies there
    DeviceTime m_lastSeen{};
};

Result<MadeDriver> makeRfidReader(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
