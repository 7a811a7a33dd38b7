#include "sync/server/enrolment_guard.h"

namespace bl::sync {

namespace {
constexpr int kWrongTriesOfOne = 10;
constexpr int kWrongTriesOfAll = 1000;
constexpr std::chrono::seconds kWrongTriesPeriod{60};
}  // namespace

Result<void> EnrolmentGuard::admit(const std::string& peer) const
{
    const auto it = m_failures.find(peer);
    if (m_all >= kWrongTriesOfAll || (it != m_failures.end() && it->second >= kWrongTriesOfOne))
        return Error{ErrorCode::RateLimited, {std::to_string(kWrongTriesPeriod.count())}};
    return {};
}

void EnrolmentGuard::failed(const std::string& peer)
{
    if (m_all == 0)
        m_context.executor.postAfter(kWrongTriesPeriod, m_lifetime.guarded([this] {
            m_failures.clear();
            m_all = 0;
        }));
    ++m_all;
    ++m_failures[peer];
}

}  // namespace bl::sync
