#pragma once

#include "devices/scale/scale.h"
#include "devices/scale/scale_frames.h"
#include "devices/slot/devices.h"
#include "devices/slot/line_driver.h"
#include "devices/transport/device_address.h"

#include <atomic>

namespace bl {

struct DriverOptions;

/// A scale on a serial line or behind a serial server.
class LineScale final : public LineDriver, public Scale {
public:
    LineScale(std::unique_ptr<Transport> transport, std::string name,
        std::unique_ptr<ScaleFrames> frames, std::function<void(DeviceEvent)> emit);

    void watch(Watch watch) override;
    Result<WeightSeen> weigh(std::chrono::milliseconds timeout) override;

private:
    Result<void> opened() override;
    Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) override;
    std::optional<DeviceTime> nextTime() const override;
    Result<void> timeCame(DeviceTime now) override;
    void forget() override;
    bool isPolled() const { return !m_frames->poll().empty(); }
    Result<void> ask(DeviceTime now);

    std::unique_ptr<ScaleFrames> m_frames;
    std::atomic<bool> m_watched = false;
    std::optional<DeviceTime> m_askedAt;      ///< the question that is not answered yet
    std::optional<DeviceTime> m_silentSince;  ///< the first of those in a row
    DeviceTime m_nextQuestion{};
    std::optional<WeightSeen> m_newest;
    std::string m_problem;  ///< why the newest frame was none
};

Result<MadeDriver> makeLineScale(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
