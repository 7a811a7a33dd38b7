#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace bl::sync {

enum class SyncState {
    Stopped,          ///< not started
    Idle,             ///< HQ has everything and would tell what is new
    Pushing,          ///< lines are on their way, or the first contact is
    Offline,          ///< HQ is not reached; tried again by itself
    Waiting,          ///< HQ or this machine cannot do it now; tried again by itself
    Refused,          ///< HQ does not take this register's token: nothing is tried any more
    UpgradeRequired,  ///< HQ speaks other versions; lines are still sent
    Diverged,  ///< HQ's copy of the journal is not ours: lines are not sent, the feed goes on
};

/// Whether this is trouble of the register's own machine, which no later try mends by itself.
bool isOwnTrouble(const Error& error);

/// What the screen shows of the synchronisation.
struct SyncStatus {
    SyncState state = SyncState::Stopped;
    std::int64_t waitingLines = 0;  ///< own lines that HQ has not acknowledged
    std::optional<Instant> lastContact;
    std::optional<Error> error;         ///< why it is not Idle
    std::chrono::milliseconds skew{0};  ///< HQ's clock minus ours
    std::int64_t quarantinedLines = 0;  ///< own lines that HQ holds back
    bool complete = false;              ///< the feed was read to its end once: the tables are whole
    bool done =
        false;  ///< in UntilDone mode: everything is sent and read, or nothing helps any more

    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

}  // namespace bl::sync
