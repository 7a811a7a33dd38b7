#pragma once

#include "devices/slot/device_driver.h"
#include "devices/transport/transport.h"

#include <array>
#include <span>

namespace bl {

/// What drivers share whose device speaks by itself over a line: it is listened to while nothing
/// else is asked of it.
class LineDriver : public DeviceDriver {
public:
    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override { m_transport->wake(); }
    void close() override;
    DeviceReading reading() const override { return m_reading; }

protected:
    /// `name` is what errors call the device.
    LineDriver(std::unique_ptr<Transport> transport, std::string name,
        std::function<void(DeviceEvent)> emit);

    /// The line is there: makes the device ready.
    virtual Result<void> opened() { return {}; }
    virtual Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) = 0;
    /// When timeCame() is wanted although nothing is heard.
    virtual std::optional<DeviceTime> nextTime() const { return std::nullopt; }
    virtual Result<void> timeCame([[maybe_unused]] DeviceTime now) { return {}; }
    /// What was half heard is of no use any more.
    virtual void forget() = 0;

    /// Reads and hears what comes within `limit`; nothing where that is nothing.
    Result<void> listen(std::chrono::milliseconds limit);

    Transport& line() { return *m_transport; }
    const std::string& name() const { return m_name; }
    void emit(DeviceEvent event) const { m_emit(std::move(event)); }
    void setFault(std::optional<DeviceFault> fault) { m_reading.fault = fault; }
    void setIdentity(std::string identity) { m_reading.identity = std::move(identity); }

private:
    std::unique_ptr<Transport> m_transport;
    std::string m_name;
    std::function<void(DeviceEvent)> m_emit;
    DeviceReading m_reading;
    std::array<std::uint8_t, 1024> m_buffer{};
};

}  // namespace bl
