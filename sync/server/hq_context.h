#pragma once

#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/sql/database.h"

#include <functional>
#include <memory>
#include <utility>

namespace bl::sync {

/// How HQ's state machines reach the database: threads in the product, a call on the spot in the
/// simulator.
class DatabaseAccess {
public:
    using Job = std::function<void(sql::Database&)>;

    virtual ~DatabaseAccess() = default;

    /// Runs the job on the one writer connection, in the order of the calls; now or later, on this
    /// thread or another.
    virtual void write(Job job) = 0;

    /// Runs the job on a reader's connection, which sees everything that was committed before the
    /// call.
    virtual void read(Job job) = 0;
};

/// What HQ's state machines work with. All of it outlives them.
struct HqContext {
    Executor& executor;      ///< everything but database jobs happens there
    const WallClock& clock;  ///< safe to read from the executor and from database jobs
    RandomSource& random;    ///< likewise
    DatabaseAccess& database;
};

/// Keeps tasks from running after their owner is gone. A member of the owner, destroyed where the
/// executor runs or after it has stopped.
class Lifetime {
public:
    Lifetime() = default;
    Lifetime(const Lifetime&) = delete;
    Lifetime& operator=(const Lifetime&) = delete;

    template <typename Task>
    auto guarded(Task task) const
    {
        return [owner = std::weak_ptr<const char>(m_owner), task = std::move(task)]() mutable {
            if (!owner.expired())
                task();
        };
    }

private:
    std::shared_ptr<const char> m_owner = std::make_shared<const char>('\0');
};

}  // namespace bl::sync
