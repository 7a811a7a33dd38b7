#pragma once

#include "tests/sim/lossy_network.h"
#include "tests/sim/sim_hq.h"
#include "tests/sim/sim_register.h"
#include "tests/support/register_fixture.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::test {

struct SimFigures {
    std::int64_t lines = 0;    ///< of all journals
    std::int64_t commits = 0;  ///< of all processes
    std::int64_t kills = 0;
    std::int64_t arrivals = 0;  ///< requests that HQ got
    std::int64_t answers = 0;   ///< that registers got
};

/// A stretch of trade at two registers and their HQ while the network fails, clocks jump and
/// processes are killed at commits; then peace, and everything must agree. The seed decides all of
/// it: the same seed gives the same run.
class Simulation {
public:
    explicit Simulation(std::uint64_t seed);

    /// Nothing where all held; otherwise what did not.
    std::optional<std::string> run();

    SimFigures figures();

private:
    void found();
    void planWork(std::size_t who);
    void planTrouble();
    void trouble();
    void armGate(SimProcess& process);
    void step();
    void passTime(std::chrono::milliseconds time);
    void makePeace();
    bool isSettled();
    std::vector<SimProcess*> processes();

    TempDirectory m_directory;
    VirtualTime m_time;
    SeededRandom m_random;
    LossyNetwork m_network;
    SimHq m_hq;
    std::vector<std::unique_ptr<SimRegister>> m_registers;
    std::int64_t m_kills = 0;
    bool m_peace = true;
};

}  // namespace bl::test
