#include "devices/transport/cancellation.h"

#include "core/base/assert.h"

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace bl {

Cancellation::Cancellation()
{
    std::array<int, 2> ends{};
    BL_ASSERT(::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0);
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
}

Cancellation::~Cancellation()
{
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

void Cancellation::request()
{
    if (m_requested.exchange(true))
        return;
    const char byte = 0;
    BL_ASSERT(::write(m_writeEnd, &byte, 1) == 1);
}

}  // namespace bl
