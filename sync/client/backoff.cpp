#include "sync/client/backoff.h"

#include "sync/protocol/limits.h"

#include <algorithm>

namespace bl::sync {

std::chrono::milliseconds Backoff::next()
{
    constexpr std::int64_t kLowest = kMinBackoff.count();
    constexpr std::int64_t kHighest = std::chrono::milliseconds(kMaxBackoff).count();
    constexpr int kDoublings = 9;  // 1 s × 2⁹ is above 5 minutes
    m_failures = std::min(m_failures + 1, kDoublings);
    const std::int64_t limit = std::min(kLowest << m_failures, kHighest);
    const auto extra = m_random.below(static_cast<std::uint64_t>(limit - kLowest + 1));
    return std::chrono::milliseconds(kLowest + static_cast<std::int64_t>(extra));
}

}  // namespace bl::sync
