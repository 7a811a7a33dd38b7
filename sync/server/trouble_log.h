#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/time_zone.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace bl::sync {

/// What goes wrong at HQ: one line of text for each failure, with its time, error code and reason,
/// and whether HQ can save. From any thread.
class TroubleLog {
public:
    using Write = std::function<void(const std::string& line)>;

    /// `write` may be empty; it is called under a lock.
    TroubleLog(const WallClock& clock, Write write);

    /// A transaction of the writer's was committed, or failed with this.
    void transactionEnded(const std::optional<Error>& failure);

    /// A request was answered with HQ's own failure.
    void requestFailed(std::string_view route, const Error& error);

    /// Why the last transaction was not committed; nothing where it was.
    std::optional<Error> savingFailure() const;

    std::int64_t failedTransactions() const;

private:
    struct Told {
        Instant at;
        std::int64_t silent = 0;  ///< since then, without a line
    };

    void tell(std::string_view what, const Error& error);

    const WallClock& m_clock;
    Write m_write;
    TimeZone m_utc;
    mutable std::mutex m_mutex;
    std::optional<Error> m_savingFailure;
    std::int64_t m_failedTransactions = 0;
    std::map<std::pair<std::string, ErrorCode>, Told> m_told;
};

}  // namespace bl::sync
