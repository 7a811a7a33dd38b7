#include "devices/scale/scale.h"
#include "devices/sim/sim_plug.h"
#include "tests/devices/device_stand.h"
#include "tests/support/catch.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <unistd.h>

namespace bl::test {

namespace {

constexpr std::chrono::seconds kPatienceOfTest{20};

/// Where drivers are held until the test lets them go.
class Gate {
public:
    /// On the slot's thread.
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_held = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    bool awaitHeld()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatienceOfTest, [this] { return m_held; });
    }
    void open()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_open = true;
        }
        m_changed.notify_all();
    }
    bool isOpen()
    {
        const std::lock_guard lock(m_mutex);
        return m_open;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_held = false;
    bool m_open = false;
};

enum class Stuck { Opening, Attending, Working, Closing };

/// A scale that hangs where it is told to, and that neither cancelling nor waking moves.
class StuckScale final : public DeviceDriver, public Scale {
public:
    StuckScale(Gate& gate, Stuck where)
        : m_gate(gate)
        , m_where(where)
    {
    }

    Result<void> open() override
    {
        if (m_where == Stuck::Opening)
            m_gate.pass();
        return {};
    }
    Result<void> attend(std::chrono::milliseconds) override
    {
        if (m_where == Stuck::Attending)
            m_gate.pass();
        // The slot closes what was lost.
        return deviceError(DeviceFault::LinkLost, "stuck");
    }
    void wake() override {}
    void close() override
    {
        if (m_where == Stuck::Closing)
            m_gate.pass();
    }
    DeviceReading reading() const override { return {}; }
    void watch(Watch) override {}
    Result<WeightSeen> weigh(std::chrono::milliseconds) override
    {
        if (m_where == Stuck::Working)
            m_gate.pass();
        return WeightSeen{};
    }

private:
    Gate& m_gate;
    Stuck m_where;
};

MadeDriver stuckScale(Gate& gate, Stuck where)
{
    auto driver = std::make_unique<StuckScale>(gate, where);
    Scale* const role = driver.get();
    return {std::move(driver), role};
}

/// Every public call, as screens make them.
void callEverything(Devices& devices, const std::vector<SlotSettings>& slots)
{
    devices.onChanged([](const SlotStatus&) {});
    devices.onStale([] {});
    const auto subscription = devices.subscribe([](const DeviceEvent&) { return true; });
    devices.hear(CodeScanned{"1", {}, {}, std::chrono::steady_clock::now()});
    (void)devices.statuses();
    (void)devices.trace("stuck");
    (void)devices.slotOf(DeviceRole::Scale);
    devices.retryNow("stuck");
    devices.signal<Scale>("stuck", [](Scale& scale) { scale.watch(Scale::Watch::On); });
    devices.run<Scale>(
        "stuck", [](Scale& scale) { return scale.weigh({}); }, [](const Result<WeightSeen>&) {});
    devices.configure(slots);
    auto others = slots;
    others.erase(others.begin());
    devices.configure(others);
    devices.configure(slots);
}

}  // namespace

TEST_CASE("No call waits for a driver that hangs, and no other device does", "[devices][delay]")
{
    const auto where = GENERATE(Stuck::Opening, Stuck::Attending, Stuck::Working, Stuck::Closing);
    INFO("stuck place " << static_cast<int>(where));
    const auto& kind = standKind("toledo");
    const auto lively = kind.make();
    HomeThread home;
    SystemRandom random;
    Gate gate;
    {
        Devices devices(
            home,
            [&](const SlotSettings& settings,
                const DriverSurroundings& surroundings) -> Result<MadeDriver> {
                if (settings.id == "stuck")
                    return stuckScale(gate, where);
                return standMaker()(settings, surroundings);
            },
            random);
        const std::vector<SlotSettings> slots{
            {"stuck", DeviceRole::Scale, "toledo+tcp://stuck:1", {}, true},
            {"lively", DeviceRole::Scale, lively->address(), {}, true}};
        devices.configure(slots);
        devices.run<Scale>(
            "stuck", [](Scale& scale) { return scale.weigh({}); },
            [](const Result<WeightSeen>&) {});
        REQUIRE(gate.awaitHeld());
        auto calls = std::async(std::launch::async, [&] { callEverything(devices, slots); });
        const bool returned = calls.wait_for(kPatienceOfTest) == std::future_status::ready;
        CHECK(returned);
        if (returned) {
            CHECK(home.runUntil([&] { return lively->isConnected(); }));
            CHECK(lively->work(devices, home, "lively"));
        }
        CHECK_FALSE(gate.isOpen());
        gate.open();
    }
}

TEST_CASE("One device that works is heard while all others are dead", "[devices][delay]")
{
    // Somebody listens and takes no connection; a line with nobody at its other end.
    const int silent = sim::listenOn({}).value();
    const TempDirectory directory;
    const auto dangling = sim::openPty({directory.file("dangling")}).value();
    HomeThread home;
    SystemRandom random;
    const auto lively = standKind("scanner").make();
    {
        Devices devices(home, standMaker(), random);
        std::vector<SlotSettings> slots;
        const auto add = [&](const std::string& text) {
            const auto address = DeviceAddress::parse(text);
            REQUIRE(address);
            slots.push_back(
                {"dead-" + std::to_string(slots.size()), address->role(), text, {}, true});
        };
        const std::string host = "127.0.0.1:" + std::to_string(sim::portOf(silent));
        const std::string line = directory.file("dangling");
        for (const char* driver :
            {"escpos", "zvt", "scanner", "stripe", "rfid", "cd5220", "toledo", "nci"}) {
            add(driver + std::string("+tcp://") + host);
            add(driver + std::string("+tcp://127.0.0.1:1"));
            add(driver + std::string("+serial://") + line);
            add(driver + std::string("+serial:///dev/is-not-there"));
        }
        add("lrc+tcp://" + host + "?profile=unionpay");
        add("nexo+http://" + host + "/nexo?poi=P1&sale=S1");
        add("codes+http://" + host + "/v1?merchant=M1");
        add("pcsc:No such reader");
        slots.push_back({"lively", DeviceRole::Scanner, lively->address(), {}, true});
        devices.configure(slots);
        REQUIRE(home.runUntil([&] { return lively->isConnected(); }));
        for (const auto& slot : slots) {
            if (slot.role == DeviceRole::ReceiptPrinter)
                devices.run<ReceiptPrinter>(
                    slot.id,
                    [](ReceiptPrinter& printer) {
                        return printer.print({{ReceiptRule{}}}, DrawerPulse::None);
                    },
                    [](const Result<PrintProof>&) {});
        }
        CHECK(lively->work(devices, home, "lively"));
    }
    ::close(silent);
    ::close(dangling.device);
    ::close(dangling.simulator);
}

}  // namespace bl::test
