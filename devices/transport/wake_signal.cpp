#include "devices/transport/wake_signal.h"

#include "core/base/assert.h"

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace bl {

WakeSignal::WakeSignal()
    : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    BL_ASSERT(m_event >= 0);
}

WakeSignal::~WakeSignal()
{
    ::close(m_event);
}

void WakeSignal::wake()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto told = ::write(m_event, &one, sizeof one);
}

void WakeSignal::take()
{
    std::uint64_t calls = 0;
    [[maybe_unused]] const auto taken = ::read(m_event, &calls, sizeof calls);
}

Result<void> WakeSignal::await(const Cancellation& cancellation, std::chrono::milliseconds timeout)
{
    std::array<pollfd, 2> waiting{{{m_event, POLLIN, 0}, {cancellation.descriptor(), POLLIN, 0}}};
    ::poll(waiting.data(), waiting.size(), static_cast<int>(timeout.count()));
    if (cancellation.isRequested())
        return Error{ErrorCode::Cancelled, {}};
    take();
    return {};
}

}  // namespace bl
