#include "sync/server/trouble_log.h"

#include "core/base/text.h"

#include <utility>

namespace bl::sync {

namespace {
/// The same trouble at every request must not fill what is left of the disk.
constexpr std::chrono::seconds kOneLineIn{10};
constexpr std::size_t kMaxReasonBytes = 500;
}  // namespace

TroubleLog::TroubleLog(const WallClock& clock, Write write)
    : m_clock(clock)
    , m_write(std::move(write))
    , m_utc(TimeZone::create("UTC").value())
{
}

void TroubleLog::transactionEnded(const std::optional<Error>& failure)
{
    const std::lock_guard lock(m_mutex);
    m_savingFailure = failure;
    if (!failure)
        return;
    ++m_failedTransactions;
    tell("a transaction failed", *failure);
}

void TroubleLog::requestFailed(std::string_view route, const Error& error)
{
    const std::lock_guard lock(m_mutex);
    tell("a request failed (" + std::string(route) + ")", error);
}

std::optional<Error> TroubleLog::savingFailure() const
{
    const std::lock_guard lock(m_mutex);
    return m_savingFailure;
}

std::int64_t TroubleLog::failedTransactions() const
{
    const std::lock_guard lock(m_mutex);
    return m_failedTransactions;
}

void TroubleLog::tell(std::string_view what, const Error& error)
{
    if (!m_write)
        return;
    const Instant now = m_clock.now();
    const auto [it, isNew] = m_told.try_emplace({std::string(what), error.code}, Told{now, 0});
    auto& told = it->second;
    if (!isNew && std::chrono::abs(now - told.at) < kOneLineIn) {
        ++told.silent;
        return;
    }
    std::string line = m_utc.format(now) + ' ' + std::string(what) + ": "
        + excerpt(describe(error), kMaxReasonBytes);
    if (told.silent > 0)
        line += " (and " + std::to_string(told.silent) + " more before)";
    told = {now, 0};
    m_write(line);
}

}  // namespace bl::sync
