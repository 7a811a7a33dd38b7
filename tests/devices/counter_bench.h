#pragma once

#include "core/base/random.h"
#include "devices/sim/commanded_device.h"
#include "devices/sim/simulator_host.h"
#include "devices/slot/devices.h"
#include "tests/devices/home_thread.h"
#include "tests/support/temp_directory.h"

#include <atomic>

namespace bl::test {

/// One simulated device at a counter, on a pseudo-terminal or a socket, its slot and what arrives.
class CounterBench {
public:
    enum class Line { Pty, Tcp };

    /// `driver` is the first word of the address, `options` what follows it (`?unit=lb`).
    CounterBench(Line line, const std::string& driver, std::unique_ptr<sim::CommandedDevice> device,
        const std::string& options = {});
    ~CounterBench();

    /// Somebody does that at the device.
    void act(const Json& command);
    sim::SimulatorHost& host() { return *m_host; }
    Devices& devices() { return *m_devices; }
    HomeThread& home() { return m_home; }
    const std::string& address() const { return m_address; }

    bool awaitState(SlotState state);
    /// Until both sides know that they are connected: what a device says before goes nowhere.
    bool awaitConnected();
    bool awaitEvents(std::size_t count);
    SlotState state() const { return m_devices->statuses().front().state; }

    std::vector<DeviceEvent> events;
    int stale = 0;

    static constexpr const char* kSlot = "bench-1";

private:
    TempDirectory m_directory;
    std::atomic<bool> m_connected = false;
    std::unique_ptr<sim::SimulatorHost> m_host;
    std::string m_address;
    SystemRandom m_random;
    HomeThread m_home;
    std::unique_ptr<Devices> m_devices;
    Devices::Subscription m_subscription;
};

}  // namespace bl::test
