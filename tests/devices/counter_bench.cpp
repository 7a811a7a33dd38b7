#include "tests/devices/counter_bench.h"

#include "devices/slot/driver_factory.h"
#include "tests/support/catch.h"

#include <unistd.h>

namespace bl::test {

namespace {

constexpr std::chrono::seconds kPatience{10};

std::filesystem::path newDirectory()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "bench-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()));
    return pattern;
}

}  // namespace

void HomeThread::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_all();
}

Executor::TimerId HomeThread::postAfter(std::chrono::milliseconds, Task)
{
    FAIL("devices need no timers of the screen's thread");
    return 1;
}

void HomeThread::cancel(TimerId) {}

bool HomeThread::runUntil(const std::function<bool()>& done)
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!done()) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            // What `done` looks at may change without a task: it is asked again soon.
            const auto next = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
            m_changed.wait_until(lock, next, [&] { return !m_tasks.empty(); });
            if (std::chrono::steady_clock::now() > deadline)
                return false;
            if (m_tasks.empty())
                continue;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
    return true;
}

bool HomeThread::awaitTask()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, kPatience, [&] { return !m_tasks.empty(); });
}

CounterBench::CounterBench(Line line, const std::string& driver,
    std::unique_ptr<sim::CommandedDevice> device, const std::string& options)
    : m_directory(newDirectory())
{
    sim::SimPlug plug = sim::TcpPlug{};
    const std::string link = m_directory / "line";
    if (line == Line::Pty)
        plug = sim::PtyPlug{link};
    auto host = sim::SimulatorHost::start(
        plug, std::move(device), [this](const sim::SimulatorHost::Event& event) {
            m_connected = std::holds_alternative<sim::SimulatorHost::Connected>(event);
        });
    REQUIRE(host);
    m_host = std::move(*host);
    m_address = line == Line::Pty ? driver + "+serial://" + link
                                  : driver + "+tcp://127.0.0.1:" + std::to_string(m_host->port());
    m_address += options;
    m_devices = std::make_unique<Devices>(
        m_home,
        [](const SlotSettings& settings, const DriverSurroundings& surroundings) {
            return makeDriver(settings, surroundings, {});
        },
        m_random);
    m_subscription = m_devices->subscribe([this](const DeviceEvent& event) {
        events.push_back(event);
        return true;
    });
    m_devices->onStale([this] { ++stale; });
    const auto parsed = DeviceAddress::parse(m_address);
    REQUIRE(parsed);
    m_devices->configure({{kSlot, parsed->role(), m_address, {}, true}});
    REQUIRE(awaitConnected());
}

CounterBench::~CounterBench()
{
    m_devices.reset();
    m_host.reset();
    std::filesystem::remove_all(m_directory);
}

void CounterBench::act(const Json& command)
{
    Result<sim::SimulatedDevice::Reaction> reaction = sim::SimulatedDevice::Reaction{};
    m_host->act([&](sim::SimulatedDevice& device) {
        reaction = static_cast<sim::CommandedDevice&>(device).obey(command);
        return reaction ? *reaction : sim::SimulatedDevice::Reaction{};
    });
    REQUIRE(reaction);
}

bool CounterBench::awaitState(SlotState wanted)
{
    return m_home.runUntil([&] { return state() == wanted; });
}

bool CounterBench::awaitConnected()
{
    return m_home.runUntil([&] { return m_connected && state() == SlotState::Ready; });
}

bool CounterBench::awaitEvents(std::size_t count)
{
    return m_home.runUntil([&] { return events.size() >= count; });
}

std::size_t openDescriptors()
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

}  // namespace bl::test
