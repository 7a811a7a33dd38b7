#include "devices/slot/device_visit.h"

#include <utility>

namespace bl {

namespace {

constexpr std::chrono::milliseconds kAttention{500};

}  // namespace

DeviceVisit::DeviceVisit(std::string address)
    : m_address(std::move(address))
    , m_cancellation(std::make_shared<Cancellation>())
{
}

Result<std::unique_ptr<DeviceVisit>> DeviceVisit::prepare(const SlotSettings& settings,
    const DriverOptions& options, std::function<void(DeviceEvent)> hear)
{
    std::unique_ptr<DeviceVisit> visit(new DeviceVisit(settings.address));
    visit->m_hear = std::move(hear);
    DriverSurroundings surroundings;
    surroundings.cancellation = visit->m_cancellation;
    surroundings.trace = std::make_shared<TraceRing>();
    surroundings.emit = [raw = visit.get()](DeviceEvent event) {
        if (raw->m_hear)
            raw->m_hear(std::move(event));
    };
    BL_TRY(visit->m_made, makeDriver(settings, surroundings, options));
    return visit;
}

DeviceVisit::~DeviceVisit()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    if (m_clock.joinable())
        m_clock.join();
    if (m_made.driver)
        m_made.driver->close();
}

bool DeviceVisit::endsWithin(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [&] { return m_ended; });
}

void DeviceVisit::limit(std::chrono::milliseconds time)
{
    limit(time, {});
}

void DeviceVisit::limit(std::chrono::milliseconds time, LastRequest request)
{
    if (m_clock.joinable())
        return;
    m_clock = std::thread([this, time, request = std::move(request)] {
        if (endsWithin(time))
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_late = true;
        }
        if (request.ask) {
            request.ask();
            if (endsWithin(request.patience))
                return;
        }
        giveUp();
    });
}

Result<void> DeviceVisit::open()
{
    return m_made.driver->open();
}

Result<void> DeviceVisit::attendUntil(const std::function<bool()>& done)
{
    while (!done())
        BL_CHECK(m_made.driver->attend(kAttention));
    return {};
}

void DeviceVisit::giveUp()
{
    m_cancellation->request();
    m_made.driver->wake();
}

Error DeviceVisit::explained(const Error& error) const
{
    const std::lock_guard lock(m_mutex);
    if (error.code == ErrorCode::Cancelled && m_late)
        return deviceError(DeviceFault::Timeout, m_address);
    return error;
}

Result<ProbeAnswer> probeDevice(
    const SlotSettings& settings, const DriverOptions& options, std::chrono::milliseconds limit)
{
    BL_TRY(const auto visit, DeviceVisit::prepare(settings, options));
    visit->limit(limit);
    const auto ask = [&]() -> Result<ProbeAnswer> {
        BL_CHECK(visit->open());
        ProbeAnswer answer;
        if (auto* terminal = visit->as<PaymentTerminal>()) {
            BL_TRY(answer.diagnosis, terminal->diagnose());
        } else {
            // What tells its state by itself gets the time to.
            BL_CHECK(visit->driver().attend(kAttention));
        }
        answer.reading = visit->driver().reading();
        return answer;
    };
    auto answer = ask();
    if (!answer)
        return visit->explained(answer.error());
    return answer;
}

}  // namespace bl
