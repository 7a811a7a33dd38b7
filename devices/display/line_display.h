#pragma once

#include "devices/display/customer_display.h"
#include "devices/display/display_codec.h"
#include "devices/slot/devices.h"
#include "devices/slot/line_driver.h"
#include "devices/transport/device_address.h"

namespace bl {

struct DriverOptions;

/// A display on a serial line. They answer nothing: what a display shows is known to have gone out,
/// no more. After it was unplugged it is given the newest content again.
class LineDisplay final : public LineDriver, public CustomerDisplay {
public:
    enum class Model { Cd5220, Led8 };

    LineDisplay(std::unique_ptr<Transport> transport, std::string name, Model model,
        DisplayEncoding encoding);

    Result<void> show(const DisplayContent& content) override;
    std::vector<std::string> lostTexts(const DisplayContent& content) const override;
    void close() override;

private:
    Result<void> opened() override;
    Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) override;
    void forget() override {}
    Result<void> draw();

    Model m_model;
    DisplayEncoding m_encoding;
    std::optional<DisplayContent> m_content;
    bool m_drawn = false;  ///< all of it has gone out
};

Result<MadeDriver> makeLineDisplay(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
