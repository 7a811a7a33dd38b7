#include "devices/slot/backoff.h"

#include <algorithm>

namespace bl {

namespace {

using namespace std::chrono_literals;

constexpr Backoff::Duration kFirst = 500ms;
constexpr Backoff::Duration kSoonLimit = 4s;
constexpr Backoff::Duration kLateLimit = 30s;
constexpr Backoff::Duration kSoon = 10min;

}  // namespace

Backoff::Duration Backoff::next(Duration gone)
{
    const Duration limit = gone < kSoon ? kSoonLimit : kLateLimit;
    m_base = m_base == Duration{0} ? kFirst : std::min(2 * m_base, limit);
    const auto tenth = static_cast<std::uint64_t>(m_base.count() / 10);
    const auto jitter = static_cast<Duration::rep>(m_random.below(2 * tenth + 1));
    return m_base - Duration{static_cast<Duration::rep>(tenth)} + Duration{jitter};
}

}  // namespace bl
