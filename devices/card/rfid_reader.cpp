#include "devices/card/rfid_reader.h"

#include "core/payments/card_number.h"
#include "devices/transport/transport_factory.h"

#include <utility>

namespace bl {

namespace {

/// The same number this soon after is the same card, which still lies there.
constexpr std::chrono::milliseconds kSameCard{1000};

}  // namespace

RfidReader::RfidReader(
    std::unique_ptr<Transport> transport, std::string name, std::function<void(DeviceEvent)> emit)
    : LineDriver(std::move(transport), std::move(name), std::move(emit))
{
}

Result<void> RfidReader::received(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    for (auto& event : m_frames.take(bytes, at)) {
        if (const auto* seen = std::get_if<CardSeen>(&event)) {
            const bool repeated = seen->number == m_lastNumber && at - m_lastSeen < kSameCard;
            m_lastNumber = seen->number;
            m_lastSeen = at;
            if (repeated)
                continue;
            if (payments::isPaymentCard(seen->number))
                event = CardRefused{CardRefused::Reason::PaymentCard, at};
        }
        emit(std::move(event));
    }
    return {};
}

void RfidReader::forget()
{
    m_frames.clear();
    m_lastNumber.clear();
}

Result<MadeDriver> makeRfidReader(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    auto transport = createTransport(address, surroundings.cancellation, surroundings.trace);
    auto driver =
        std::make_unique<RfidReader>(std::move(transport), settings.address, surroundings.emit);
    return MadeDriver{std::move(driver), std::monostate{}};
}

}  // namespace bl
