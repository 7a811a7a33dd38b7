#pragma once

#include "core/base/uuid.h"
#include "core/sql/database.h"
#include "core/storage/schema.h"
#include "tests/sim/commit_gate.h"
#include "tests/sim/virtual_executor.h"
#include "tests/support/fake_random.h"

#include <memory>
#include <string>

namespace bl::test {

/// A wall clock that follows the simulated time until somebody sets it.
class VirtualClock final : public WallClock {
public:
    explicit VirtualClock(const VirtualTime& time)
        : m_time(time)
    {
    }

    Instant now() const override { return fromMillis(kStartMs) + m_time.now() + m_offset; }
    void jump(std::chrono::milliseconds by) { m_offset += by; }
    std::chrono::milliseconds offset() const { return m_offset; }

private:
    static constexpr std::int64_t kStartMs = 1'795'000'000'000;

    const VirtualTime& m_time;
    std::chrono::milliseconds m_offset{0};
};

/// What a simulated process has in common: a database file that outlives it, a clock, and the gate
/// at which it may be killed.
class SimProcess {
public:
    SimProcess(VirtualTime& time, std::string file, storage::Side side, std::uint64_t seed);
    virtual ~SimProcess() = default;
    SimProcess(const SimProcess&) = delete;
    SimProcess& operator=(const SimProcess&) = delete;

    /// Opens the database, and everything else that a start of the program makes.
    void boot();

    /// The process is gone: all its memory, timers, connections and unfinished transactions.
    void crash();

    bool isUp() const { return m_database && !m_gate.struck(); }

    /// The gate struck and the remains still lie around.
    bool isDying() const { return m_database && m_gate.struck(); }

    sql::Database& database() { return *m_database; }
    VirtualClock& clock() { return m_clock; }
    CommitGate& gate() { return m_gate; }
    SeededRandom& random() { return m_random; }

protected:
    virtual void made() = 0;
    virtual void unmade() = 0;

    VirtualTime& m_time;
    VirtualClock m_clock;
    SeededRandom m_random;
    std::unique_ptr<UuidFactory> m_ids;
    std::unique_ptr<VirtualExecutor> m_executor;

private:
    std::string m_file;
    storage::Side m_side;
    CommitGate m_gate;
    std::unique_ptr<sql::Database> m_database;
};

}  // namespace bl::test
