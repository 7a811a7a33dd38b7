#pragma once

#include "core/base/result.h"
#include "sync/server/hq_context.h"

#include <map>
#include <string>

namespace bl::sync {

/// Slows down those who guess codes: ten wrong tries of one address in a minute, or a thousand of
/// all, and HQ looks at no further one of them until the minute is over. A code itself is locked
/// after five wrong tries, wherever they come from.
class EnrolmentGuard {
public:
    explicit EnrolmentGuard(const HqContext& context)
        : m_context(context)
    {
    }

    /// Fails with RateLimited and the seconds to wait.
    Result<void> admit(const std::string& peer) const;
    void failed(const std::string& peer);

private:
    HqContext m_context;
    std::map<std::string, int> m_failures;  ///< of this minute
    int m_all = 0;
    Lifetime m_lifetime;
};

}  // namespace bl::sync
