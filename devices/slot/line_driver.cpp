#include "devices/slot/line_driver.h"

#include <algorithm>
#include <utility>

namespace bl {

namespace {

constexpr std::chrono::milliseconds kOpenLine{3000};

}  // namespace

LineDriver::LineDriver(
    std::unique_ptr<Transport> transport, std::string name, std::function<void(DeviceEvent)> emit)
    : m_transport(std::move(transport))
    , m_name(std::move(name))
    , m_emit(std::move(emit))
{
}

Result<void> LineDriver::open()
{
    close();
    BL_CHECK(m_transport->open(kOpenLine));
    auto ready = opened();
    if (!ready)
        close();
    return ready;
}

Result<void> LineDriver::attend(std::chrono::milliseconds limit)
{
    using std::chrono::milliseconds;
    if (const auto due = nextTime()) {
        const auto left = std::chrono::ceil<milliseconds>(*due - std::chrono::steady_clock::now());
        limit = std::clamp(left, milliseconds{0}, limit);
    }
    BL_CHECK(m_transport->await(limit));
    BL_CHECK(listen(milliseconds{0}));
    const auto now = std::chrono::steady_clock::now();
    if (const auto due = nextTime(); due && *due <= now)
        BL_CHECK(timeCame(now));
    return {};
}

Result<void> LineDriver::listen(std::chrono::milliseconds limit)
{
    BL_TRY(const std::size_t count, m_transport->read(m_buffer, limit));
    if (count == 0)
        return {};
    return received(std::span(m_buffer).first(count), std::chrono::steady_clock::now());
}

void LineDriver::close()
{
    m_transport->close(Transport::Ending::Abandoned);
    m_reading = {};
    forget();
}

}  // namespace bl
