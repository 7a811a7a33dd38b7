#pragma once

#include "core/base/assert.h"
#include "devices/sim/simulator_host.h"
#include "tests/devices/device_stand.h"
#include "tests/support/temp_directory.h"

#include <atomic>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

/// What stands on lines share.
namespace bl::test {

enum class Wire { Tcp, Pty };

/// Where a device on a line is plugged in.
class Socket {
public:
    explicit Socket(Wire wire)
        : m_wire(wire)
    {
    }

    sim::SimPlug plug() const
    {
        if (m_wire == Wire::Pty)
            return sim::PtyPlug{m_directory.file("line")};
        return sim::TcpPlug{};
    }
    std::string address(const std::string& driver, std::uint16_t port) const
    {
        if (m_wire == Wire::Pty)
            return driver + "+serial://" + m_directory.file("line");
        return driver + "+tcp://127.0.0.1:" + std::to_string(port);
    }

private:
    Wire m_wire;
    TempDirectory m_directory;
};

/// Runs a job in a slot and waits for its answer.
template <typename Role, typename Work>
auto answerOf(Devices& devices, HomeThread& home, const std::string& slot, Work work)
{
    using Answer = std::invoke_result_t<Work&, Role&>;
    auto answer = std::make_shared<std::optional<Answer>>();
    devices.run<Role>(
        slot, std::move(work), [answer](Answer given) { *answer = std::move(given); });
    const bool came = home.runUntil([&] { return answer->has_value(); });
    return came ? std::move(**answer) : Answer(Error{ErrorCode::Cancelled, {"no answer"}});
}

/// A simulator whose line this stand pulls. `Simulator` has line() and port().
template <typename Simulator>
class LineStand : public DeviceStand {
public:
    LineStand(std::string driver, Wire wire)
        : m_driver(std::move(driver))
        , m_socket(wire)
    {
    }

    std::string address() const override { return m_socket.address(m_driver, m_simulator->port()); }
    void pull() override { line().unplug(); }
    void putBack() override { BL_ASSERT(line().plugIn()); }
    void fallSilent() override
    {
        auto faults = line().faults();
        faults.mute = true;
        line().setFaults(faults);
    }
    bool isConnected() const override { return m_connected; }

protected:
    template <typename Event>
    void hear(const Event& event)
    {
        m_connected = std::holds_alternative<sim::SimulatorHost::Connected>(event);
    }
    sim::SimPlug plug() const { return m_socket.plug(); }
    Simulator& simulator() { return *m_simulator; }
    void take(Result<std::unique_ptr<Simulator>> started)
    {
        BL_ASSERT(started);
        m_simulator = *std::move(started);
    }

private:
    sim::SimulatorHost& line()
    {
        if constexpr (std::is_same_v<Simulator, sim::SimulatorHost>)
            return *m_simulator;
        else
            return m_simulator->line();
    }

    std::string m_driver;
    Socket m_socket;
    std::atomic<bool> m_connected = false;
    std::unique_ptr<Simulator> m_simulator;
};

}  // namespace bl::test
