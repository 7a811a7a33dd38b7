#include "tests/sim/sim_process.h"

#include "core/storage/new_database.h"
#include "tests/support/register_fixture.h"

#include <filesystem>

namespace bl::test {

SimProcess::SimProcess(VirtualTime& time, std::string file, storage::Side side, std::uint64_t seed)
    : m_time(time)
    , m_clock(time)
    , m_random(seed)
    , m_file(std::move(file))
    , m_side(side)
{
}

void SimProcess::boot()
{
    m_gate.revive();
    if (!std::filesystem::exists(m_file))
        must(storage::createDatabase(m_file, m_side, m_clock));
    m_database = must(sql::Database::open(m_file, sql::Access::Writer));
    // A killed process loses nothing that it committed; power cuts are another test's.
    must(m_database->script("PRAGMA synchronous=OFF"));
    m_gate.attach(m_file);
    m_ids = std::make_unique<UuidFactory>(m_clock, m_random);
    m_executor = std::make_unique<VirtualExecutor>(m_time);
    made();
}

void SimProcess::crash()
{
    m_gate.disarm();
    unmade();
    m_executor.reset();
    m_ids.reset();
    m_database.reset();
}

}  // namespace bl::test
