#pragma once

#include "devices/slot/devices.h"
#include "tests/devices/home_thread.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

/// Every kind of device that a driver connects to, simulated behind its line, with something that
/// it can be asked to do: for tests and benches that treat all of them alike.
namespace bl::test {

/// A simulated device whose cable can be pulled.
class DeviceStand {
public:
    virtual ~DeviceStand() = default;

    /// As in settings, without its options.
    virtual std::string address() const = 0;
    virtual void pull() = 0;
    virtual void putBack() = 0;
    /// Takes what comes and answers nothing.
    virtual void fallSilent() = 0;
    /// Whether it knows that a computer is there: what it says by itself before goes nowhere.
    virtual bool isConnected() const { return true; }
    /// One real piece of work through its slot (printed, paid, weighed, read …), and whether it
    /// came out right.
    virtual bool work(Devices& devices, HomeThread& home, const std::string& slot) = 0;
};

struct StandKind {
    std::string name;     ///< `zvt over a serial line`; unique
    std::string options;  ///< behind the address
    /// The slot sees that the cable is out; others only when they are used, because they keep no
    /// connection.
    bool noticesByItself = true;
    std::function<std::unique_ptr<DeviceStand>()> make;
};

const std::vector<StandKind>& standKinds();
const StandKind& standKind(const std::string& name);

/// Some simulated devices, each in a slot of its own, `slot-0` and so on.
class DeviceShelf {
public:
    explicit DeviceShelf(const std::vector<const StandKind*>& kinds);
    ~DeviceShelf();
    DeviceShelf(const DeviceShelf&) = delete;
    DeviceShelf& operator=(const DeviceShelf&) = delete;

    static std::string slot(std::size_t index) { return "slot-" + std::to_string(index); }

    Devices& devices() { return *m_devices; }
    HomeThread& home() { return m_home; }
    DeviceStand& stand(std::size_t index) { return *m_stands[index]; }
    SlotStatus status(std::size_t index) const { return m_devices->statuses()[index]; }
    bool awaitState(std::size_t index, SlotState state);
    /// Until both sides know that they are connected.
    bool awaitReady(std::size_t index);
    bool work(std::size_t index) { return stand(index).work(*m_devices, m_home, slot(index)); }

private:
    SystemRandom m_random;
    HomeThread m_home;
    std::vector<std::unique_ptr<DeviceStand>> m_stands;
    std::unique_ptr<Devices> m_devices;
};

/// Makes drivers as the application does; every secret is the one that simulators know.
Devices::Maker standMaker();

}  // namespace bl::test
