#include "devices/display/line_display.h"

#include "devices/transport/transport_factory.h"

#include <utility>

namespace bl {

namespace {

/// Two lines of 20 take 25 ms at 9600 baud and 0.2 s at 1200.
constexpr std::chrono::milliseconds kDraw{1000};

}  // namespace

Error notShown(std::string display, const std::vector<std::string>& texts)
{
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : " / ") + text;
    Error error = deviceError(DeviceFault::Unsupported, std::move(display), std::move(all));
    error.detail.emplace_back(kNotShown);
    return error;
}

LineDisplay::LineDisplay(
    std::unique_ptr<Transport> transport, std::string name, Model model, DisplayEncoding encoding)
    : LineDriver(std::move(transport), std::move(name), [](const DeviceEvent&) {})
    , m_model(model)
    , m_encoding(encoding)
{
}

Result<void> LineDisplay::opened()
{
    BL_CHECK(line().write(m_model == Model::Cd5220 ? cd5220Reset() : led8Reset(), kDraw));
    return m_content ? draw() : Result<void>{};
}

Result<void> LineDisplay::received(
    [[maybe_unused]] std::span<const std::uint8_t> bytes, [[maybe_unused]] DeviceTime at)
{
    return {};
}

Result<void> LineDisplay::show(const DisplayContent& content)
{
    m_content = content;
    return draw();
}

std::vector<std::string> LineDisplay::lostTexts(const DisplayContent& content) const
{
    if (m_model == Model::Cd5220)
        return bl::lostTexts(content, m_encoding);
    // Eight digits show no text.
    std::vector<std::string> lost;
    for (const auto& text : {content.heading.text, content.caption.text}) {
        if (!text.empty())
            lost.push_back(text);
    }
    return lost;
}

Result<void> LineDisplay::draw()
{
    m_drawn = false;
    BL_CHECK(line().write(
        m_model == Model::Cd5220 ? cd5220Bytes(*m_content, m_encoding) : led8Bytes(*m_content),
        kDraw));
    BL_CHECK(line().flush(kDraw));
    m_drawn = true;
    return {};
}

void LineDisplay::close()
{
    // What was just shown stays on the display of a program that ends.
    if (std::exchange(m_drawn, false))
        line().close(Transport::Ending::Orderly);
    LineDriver::close();
}

Result<MadeDriver> makeLineDisplay(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    const Error invalid{ErrorCode::DeviceAddressInvalid, {settings.address}};
    const std::string encoding = address.option("encoding");
    if (!encoding.empty() && encoding != "ascii" && encoding != "gb18030")
        return invalid;
    auto transport = createTransport(address, surroundings.cancellation, surroundings.trace);
    auto driver = std::make_unique<LineDisplay>(std::move(transport), settings.address,
        address.driver == "led8" ? LineDisplay::Model::Led8 : LineDisplay::Model::Cd5220,
        encoding == "gb18030" ? DisplayEncoding::Gb18030 : DisplayEncoding::Ascii);
    CustomerDisplay* const role = driver.get();
    return MadeDriver{std::move(driver), role};
}

}  // namespace bl
