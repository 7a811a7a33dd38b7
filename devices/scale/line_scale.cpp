#include "devices/scale/line_scale.h"

#include "devices/transport/transport_factory.h"

#include <utility>

namespace bl {

namespace {

/// Between an answer and the next question: five weights a second look live.
constexpr std::chrono::milliseconds kPace{200};
/// A scale that does not answer is asked again after this.
constexpr std::chrono::milliseconds kAnswer{500};
/// And is said to be silent after this.
constexpr std::chrono::milliseconds kSilent{1500};
constexpr std::chrono::milliseconds kQuestion{500};
/// A scale is said to be empty after this: the load may only just have been put there.
constexpr std::chrono::milliseconds kEmpty{1000};

std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

LineScale::LineScale(std::unique_ptr<Transport> transport, std::string name,
    std::unique_ptr<ScaleFrames> frames, std::function<void(DeviceEvent)> emit)
    : LineDriver(std::move(transport), std::move(name), std::move(emit))
    , m_frames(std::move(frames))
{
}

void LineScale::watch(Watch watch)
{
    m_watched = watch == Watch::On;
    wake();
}

Result<void> LineScale::opened()
{
    m_nextQuestion = std::chrono::steady_clock::now();
    return {};
}

Result<void> LineScale::received(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    for (const auto& frame : m_frames->take(bytes, at)) {
        m_askedAt.reset();
        m_silentSince.reset();
        m_nextQuestion = at + kPace;
        if (const auto* damaged = std::get_if<ScaleFrames::Damaged>(&frame)) {
            m_problem = damaged->why;
            setFault(DeviceFault::ProtocolError);
            continue;
        }
        const auto& weight = std::get<WeightSeen>(frame);
        m_problem.clear();
        m_newest = weight;
        setFault(weight.overload ? std::optional(DeviceFault::Overload) : std::nullopt);
        if (m_watched)
            emit(weight);
    }
    return {};
}

std::optional<DeviceTime> LineScale::nextTime() const
{
    if (!isPolled() || !m_watched)
        return std::nullopt;
    return m_askedAt ? *m_askedAt + kAnswer : m_nextQuestion;
}

Result<void> LineScale::timeCame(DeviceTime now)
{
    if (m_askedAt) {
        if (!m_silentSince)
            m_silentSince = *m_askedAt;
        if (now - *m_silentSince >= kSilent)
            setFault(DeviceFault::Timeout);
        // What was half said is no part of the next answer.
        m_frames->clear();
    }
    return ask(now);
}

Result<void> LineScale::ask(DeviceTime now)
{
    m_askedAt = now;
    return line().write(bytesOf(m_frames->poll()), kQuestion);
}

Result<WeightSeen> LineScale::weigh(std::chrono::milliseconds timeout)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const auto deadline = begin + timeout;
    m_newest.reset();
    m_problem.clear();
    m_askedAt.reset();
    for (auto now = begin; now < deadline; now = Clock::now()) {
        const bool unanswered = !m_askedAt || now - *m_askedAt >= kAnswer;
        if (isPolled() && unanswered && now >= m_nextQuestion)
            BL_CHECK(ask(now));
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - now);
        BL_CHECK(listen(std::min(left, kPace)));
        if (m_newest && fillsLine(*m_newest, Clock::now()))
            return *m_newest;
        if (m_newest && isEmpty(*m_newest) && Clock::now() - begin >= kEmpty)
            return *m_newest;
    }
    if (m_newest && Clock::now() - m_newest->at <= kFreshWeight) {
        if (isEmpty(*m_newest))
            return *m_newest;
        const bool outside = m_newest->overload || m_newest->belowZero || m_newest->grams < 0;
        return deviceError(outside ? DeviceFault::Overload : DeviceFault::Unstable, name());
    }
    if (!m_problem.empty())
        return deviceError(DeviceFault::ProtocolError, name(), m_problem);
    return deviceError(DeviceFault::Timeout, name());
}

void LineScale::forget()
{
    m_frames->clear();
    m_askedAt.reset();
    m_silentSince.reset();
    m_newest.reset();
}

Result<MadeDriver> makeLineScale(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions&)
{
    const Error invalid{ErrorCode::DeviceAddressInvalid, {settings.address}};
    const std::string unitName = address.option("unit");
    const auto unit =
        unitName.empty() ? std::optional(WeightUnit::Kilogram) : findWeightUnit(unitName);
    const std::string order = address.option("order");
    if (!unit || (!order.empty() && order != "reversed" && order != "plain"))
        return invalid;
    std::unique_ptr<ScaleFrames> frames;
    if (address.driver == "toledo")
        frames = toledoFrames(*unit);
    else if (address.driver == "nci")
        frames = nciFrames(*unit);
    else
        frames =
            continuousFrames(*unit, order == "plain" ? DigitOrder::Plain : DigitOrder::Reversed);
    auto transport = createTransport(address, surroundings.cancellation, surroundings.trace);
    auto driver = std::make_unique<LineScale>(
        std::move(transport), settings.address, std::move(frames), surroundings.emit);
    Scale* const role = driver.get();
    return MadeDriver{std::move(driver), role};
}

}  // namespace bl
