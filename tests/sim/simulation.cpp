#include "tests/sim/simulation.h"

#include "tests/sim/agreement.h"

namespace bl::test {

using namespace std::chrono_literals;

namespace {

constexpr auto kTrade = 15min;
constexpr auto kLongestPeace = 60min;

}  // namespace

Simulation::Simulation(std::uint64_t seed)
    : m_random(seed)
    , m_network(m_time, m_random.next(), [this] { return m_hq.handler(); })
    , m_hq(m_time, m_directory.file("hq.db"), m_random.next())
{
    for (int number = 1; number <= 2; ++number)
        m_registers.push_back(std::make_unique<SimRegister>(m_time, m_network, number,
            m_directory.file("register" + std::to_string(number) + ".db"), m_random.next()));
}

std::vector<SimProcess*> Simulation::processes()
{
    std::vector<SimProcess*> all{&m_hq};
    for (const auto& reg : m_registers)
        all.push_back(reg.get());
    return all;
}

/// The organisation and its registers, before the trouble begins.
void Simulation::found()
{
    m_hq.boot();
    m_hq.makeOrganisation();
    const bool oneStore = m_random.below(2) == 0;
    for (std::size_t i = 0; i < m_registers.size(); ++i) {
        m_registers[i]->boot();
        m_registers[i]->enrol(m_hq.enrolmentCode(i == 0 || oneStore ? "S01" : "S02"));
        passTime(5s);
        if (!m_registers[i]->isEnrolled())
            throw std::runtime_error("the enrolment failed");
    }
}

void Simulation::planWork(std::size_t who)
{
    m_time.plan(std::chrono::milliseconds(m_random.between(100, 45'000)), [this, who] {
        if (m_peace)
            return;
        if (who < m_registers.size() && m_registers[who]->isUp())
            m_registers[who]->work();
        if (who == m_registers.size() && m_hq.isUp())
            m_hq.work();
        planWork(who);
    });
}

void Simulation::planTrouble()
{
    m_time.plan(std::chrono::milliseconds(m_random.between(500, 90'000)), [this] {
        if (m_peace)
            return;
        trouble();
        planTrouble();
    });
}

void Simulation::trouble()
{
    const auto client = static_cast<int>(m_random.between(1, 2));
    auto& reg = *m_registers[static_cast<std::size_t>(client - 1)];
    switch (m_random.below(7)) {
    case 0: m_network.setOffline(client); break;
    case 1: m_network.setOnline(client); break;
    case 2:
        m_network.setOnline(client);
        if (reg.isUp())
            reg.changeNetwork();
        break;
    case 3:
        m_network.setQuality({m_random.below(300), m_random.below(300), m_random.below(300),
            std::chrono::milliseconds(m_random.between(1, 20'000))});
        break;
    case 4: reg.clock().jump(std::chrono::seconds(m_random.between(-90'000, 90'000))); break;
    case 5: m_hq.clock().jump(std::chrono::seconds(m_random.between(-4'000, 4'000))); break;
    default: armGate(m_random.below(3) == 0 ? static_cast<SimProcess&>(m_hq) : reg); break;
    }
}

/// Any of the next commits: what a process does between two of them leaves no trace.
void Simulation::armGate(SimProcess& process)
{
    process.gate().arm(m_random.between(1, 25),
        m_random.below(2) == 0 ? CommitGate::Moment::Before : CommitGate::Moment::After);
}

void Simulation::step()
{
    m_time.step();
    for (SimProcess* process : processes()) {
        if (!process->isDying())
            continue;
        ++m_kills;
        process->crash();
        if (process == &m_hq)
            m_network.hqDied();
        m_time.plan(std::chrono::milliseconds(m_random.between(1, 60'000)), [this, process] {
            process->boot();
            if (!m_peace && m_random.below(2) == 0)
                armGate(*process);  // some die again while they come up
        });
    }
}

void Simulation::passTime(std::chrono::milliseconds time)
{
    bool over = false;
    m_time.plan(time, [&over] { over = true; });
    while (!over)
        step();
}

void Simulation::makePeace()
{
    m_peace = true;
    m_network.setQuality({});
    m_network.setOnline(1);
    m_network.setOnline(2);
    for (SimProcess* process : processes())
        process->gate().disarm();
    passTime(3min);  // those that lie dead come up
}

bool Simulation::isSettled()
{
    for (const auto& reg : m_registers) {
        const auto& status = reg->status();
        if (!reg->isUp() || status.state != sync::SyncState::Idle || status.waitingLines > 0
            || !status.complete || !registerHasHeardAll(*reg))
            return false;
    }
    return m_hq.isUp();
}

std::optional<std::string> Simulation::run()
{
    found();
    m_peace = false;
    for (std::size_t who = 0; who <= m_registers.size(); ++who)
        planWork(who);
    planTrouble();
    for (SimProcess* process : processes())
        armGate(*process);
    passTime(kTrade);

    makePeace();
    for (auto waited = 0min; !isSettled(); waited += 1min) {
        if (waited >= kLongestPeace)
            return "the registers do not come to rest: " + describeRest(m_hq, m_registers);
        passTime(1min);
    }
    passTime(1min);
    if (auto difference = findDisagreement(m_hq, m_registers))
        return difference;

    // Nothing more happens by itself, nor by starting again.
    const std::string before = dumpOf(m_hq, m_registers);
    passTime(2min);
    if (dumpOf(m_hq, m_registers) != before)
        return "what had come to rest changed by itself";
    for (SimProcess* process : processes()) {
        process->crash();
        if (process == &m_hq)
            m_network.hqDied();
        process->boot();
    }
    passTime(2min);
    if (!isSettled())
        return "a restart does not come to rest: " + describeRest(m_hq, m_registers);
    if (dumpOf(m_hq, m_registers) != before)
        return "a restart changed what had come to rest";
    return std::nullopt;
}

SimFigures Simulation::figures()
{
    SimFigures figures;
    figures.kills = m_kills;
    figures.arrivals = m_network.arrivals();
    figures.answers = m_network.answers();
    for (SimProcess* process : processes())
        figures.commits += process->gate().commits();
    figures.lines = linesAt(m_hq);
    return figures;
}

}  // namespace bl::test
