#pragma once

#include "core/base/clock.h"
#include "core/journal/chain.h"
#include "core/sql/database.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace bl::sync {

struct PushLimits {
    std::size_t lines;
    std::size_t bytes;  ///< unpacked; a single line may be longer
};

/// Where the own journal ends, here and at HQ.
struct QueueState {
    std::int64_t head = 0;
    std::int64_t acknowledged = 0;

    std::int64_t waiting() const { return head - acknowledged; }
};

/// Lines for one request, as they are stored.
struct PushBatch {
    QueueState queue;
    std::int64_t first = 0;
    std::int64_t lines = 0;  ///< 0 where HQ has everything
    std::string body;
};

/// HQ was heard.
struct Contact {
    Instant at{};
    std::chrono::milliseconds skew{0};  ///< HQ's clock minus ours
};

/// The part of the own journal that HQ does not have. Used in jobs on the register's writer.
class PushQueue {
public:
    explicit PushQueue(sql::Database& database)
        : m_database(database)
    {
    }

    Result<QueueState> state();
    Result<PushBatch> next(const PushLimits& limits);

    /// HQ says how far its copy goes and what its hash is. Fails with Fork where that is not our
    /// journal: another hash, or lines that we do not have.
    Result<QueueState> acknowledge(
        const journal::ChainHead& hq, const std::optional<Contact>& contact);

    /// HQ says after which line it wants to go on. Fails with Fork where we do not have that line.
    Result<QueueState> continueBehind(std::int64_t seq);

private:
    sql::Database& m_database;
};

}  // namespace bl::sync
