#include "devices/card/stripe_reader.h"

#include "devices/transport/transport_factory.h"

#include <algorithm>
#include <utility>

namespace bl {

namespace {

/// A swipe ends with silence: readers send its tracks one behind the other, some with a line's end
/// behind each.
constexpr std::chrono::milliseconds kSwipeSilence{100};
/// All three tracks with their frames, and room for line ends.
constexpr std::size_t kLongestSwipe = 256;

}  // namespace

StripeReader::StripeReader(std::unique_ptr<Transport> transport, std::string name,
    StripeProfile profile, std::shared_ptr<TraceRing> trace, std::function<void(DeviceEvent)> emit)
    : LineDriver(std::move(transport), std::move(name), std::move(emit))
    , m_profile(profile)
    , m_trace(std::move(trace))
{
}

Result<void> StripeReader::opened()
{
    m_trace->note("open");
    return {};
}

Result<void> StripeReader::received(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    for (const std::uint8_t byte : bytes) {
        if (m_swipe.size() <= kLongestSwipe)
            m_swipe += static_cast<char>(byte);
    }
    m_last = at;
    return {};
}

std::optional<DeviceTime> StripeReader::nextTime() const
{
    if (m_swipe.empty())
        return std::nullopt;
    return m_last + kSwipeSilence;
}

Result<void> StripeReader::timeCame([[maybe_unused]] DeviceTime now)
{
    finish();
    return {};
}

void StripeReader::finish()
{
    const std::string masked = maskedSwipe(m_swipe);
    m_trace->add(TraceRing::Direction::FromDevice,
        std::span(reinterpret_cast<const std::uint8_t*>(masked.data()), masked.size()));
    if (m_swipe.find_first_not_of("\r\n\t") != std::string::npos)
        emit(readSwipe(m_swipe, m_profile, m_last));
    forget();
}

void StripeReader::forget()
{
    // Overwritten before its memory goes back: it may have been a payment card.
    std::ranges::fill(m_swipe, '\0');
    m_swipe.clear();
}

Result<MadeDriver> makeStripeReader(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    BL_TRY(const auto profile, StripeProfile::parse(address.option("profile")));
    // The line leaves no trace of its own: it carries payment cards.
    auto transport = createTransport(address, surroundings.cancellation, nullptr);
    auto driver = std::make_unique<StripeReader>(
        std::move(transport), settings.address, profile, surroundings.trace, surroundings.emit);
    return MadeDriver{std::move(driver), std::monostate{}};
}

}  // namespace bl
