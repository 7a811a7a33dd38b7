#pragma once

#include "devices/card/stripe_swipe.h"
#include "devices/slot/devices.h"
#include "devices/slot/line_driver.h"
#include "devices/transport/device_address.h"

#include <memory>

namespace bl {

struct DriverOptions;

/// A reader of magnetic stripes on a serial line. Nobody sees what is on a payment card: the trace
/// is given the shape of a swipe and none of its characters.
class StripeReader final : public LineDriver {
public:
    /// `transport` must not write to `trace`.
    StripeReader(std::unique_ptr<Transport> transport, std::string name, StripeProfile profile,
        std::shared_ptr<TraceRing> trace, std::function<void(DeviceEvent)> emit);

private:
    Result<void> opened() override;
    Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) override;
    std::optional<DeviceTime> nextTime() const override;
    Result<void> timeCame(DeviceTime now) override;
    void forget() override;
    void finish();

    StripeProfile m_profile;
    std::shared_ptr<TraceRing> m_trace;
    std::string m_swipe;
    DeviceTime m_last{};
};

Result<MadeDriver> makeStripeReader(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
