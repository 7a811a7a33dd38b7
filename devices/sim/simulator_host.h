#pragma once

#include "devices/sim/sim_plug.h"
#include "devices/sim/simulated_device.h"
#include "devices/transport/cancellation.h"
#include "devices/transport/wake_signal.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace bl::sim {

/// What is wrong with the line between a computer and a simulated device.
struct LineFaults {
    bool mute = false;  ///< takes and does everything, but answers nothing
    std::optional<std::size_t>
        dropAfterBytes;                 ///< breaks once, after so many bytes more to the device
    std::optional<int> bytesPerSecond;  ///< takes data no faster

    friend bool operator==(const LineFaults&, const LineFaults&) = default;
};

/// Serves a simulated device on a TCP port or a pseudo-terminal, on a thread of its own. Like real
/// devices it serves one connection at a time; others wait.
class SimulatorHost {
public:
    struct Connected {};
    struct Disconnected {
        std::size_t bytes = 0;  ///< received over this connection
    };
    using Event = std::variant<Connected, Disconnected>;
    using Listener = std::function<void(Event)>;
    using Reaction = SimulatedDevice::Reaction;

    /// The listener is called on the host's thread and must not call back. Fails with
    /// InvalidAddress, PortInUse or ListenFailed.
    static Result<std::unique_ptr<SimulatorHost>> start(
        SimPlug plug, std::unique_ptr<SimulatedDevice> device, Listener listener);
    ~SimulatorHost();
    SimulatorHost(const SimulatorHost&) = delete;
    SimulatorHost& operator=(const SimulatorHost&) = delete;

    /// The TCP port; 0 for a pseudo-terminal.
    std::uint16_t port() const { return m_port; }

    LineFaults faults() const;
    void setFaults(const LineFaults& faults);

    /// The cable is pulled, and put back at the same place. Plugging in fails as start() does.
    void unplug();
    Result<void> plugIn();

    /// Something happens at the device: a key, a card, paper taken out. `what` is called with the
    /// device while nothing else uses it; its answers go out before this returns.
    void act(const std::function<Reaction(SimulatedDevice&)>& what);

private:
    struct Line;
    using Time = std::chrono::steady_clock::time_point;

    SimulatorHost(SimPlug plug, std::unique_ptr<SimulatedDevice> device, Listener listener);

    Result<void> plugInLocked();
    void run();
    void serveOnce();
    void receive();
    void begin();
    void end();
    void apply(const Reaction& reaction);

    SimPlug m_plug;
    std::uint16_t m_port = 0;
    Listener m_listener;
    mutable std::recursive_mutex m_mutex;  // guards what follows
    std::unique_ptr<SimulatedDevice> m_device;
    std::unique_ptr<Line> m_line;
    LineFaults m_faults;
    std::optional<Time> m_callAgain;
    std::size_t m_received = 0;
    bool m_connected = false;
    bool m_hangUp = false;

    WakeSignal m_wake;
    Cancellation m_stop;
    std::thread m_thread;
};

}  // namespace bl::sim
