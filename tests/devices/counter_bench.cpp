#include "tests/devices/counter_bench.h"

#include "devices/slot/driver_factory.h"
#include "tests/support/catch.h"

namespace bl::test {

CounterBench::CounterBench(Line line, const std::string& driver,
    std::unique_ptr<sim::CommandedDevice> device, const std::string& options)
{
    sim::SimPlug plug = sim::TcpPlug{};
    const std::string link = m_directory.file("line");
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

}  // namespace bl::test
