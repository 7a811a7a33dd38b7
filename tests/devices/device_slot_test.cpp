#include "devices/slot/device_slot.h"
#include "tests/support/catch.h"

#include <future>

namespace bl::test {

namespace {

/// A device that is being connected for as long as the test wants, and then says nothing by itself.
class SlowToOpen final : public DeviceDriver {
public:
    Result<void> open() override
    {
        m_opening.set_value();
        m_mayOpen.get_future().wait();
        // What connects waits for an answer, and hears a wake-up as one.
        const std::lock_guard lock(m_mutex);
        m_woken = false;
        return {};
    }

    Result<void> attend(std::chrono::milliseconds) override
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_woken; });
        m_woken = false;
        return {};
    }

    void wake() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
        }
        m_wake.notify_all();
    }

    void close() override {}
    DeviceReading reading() const override { return {}; }

    void awaitOpening() { m_opening.get_future().wait(); }
    void letOpen() { m_mayOpen.set_value(); }

private:
    std::promise<void> m_opening;
    std::promise<void> m_mayOpen;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_woken = false;
};

}  // namespace

TEST_CASE("A job that comes while a device is being connected is done right afterwards",
    "[devices][slot]")
{
    auto driver = std::make_unique<SlowToOpen>();
    auto& device = *driver;
    std::promise<void> done;
    SystemRandom random;
    const auto cancellation = std::make_shared<Cancellation>();
    DeviceSlot slot({"slow", DeviceRole::Scale, "toledo+tcp://127.0.0.1:1", {}, true},
        std::move(driver),
        {cancellation, std::make_shared<TraceRing>(),
            [](DeviceEvent) {
            }},
        cancellation, random, [](const SlotStatus&) {});
    device.awaitOpening();
    slot.post({[&done](DeviceDriver&) -> Result<void> {
                   done.set_value();
                   return {};
               },
        [](const Error&) {
        }});
    device.letOpen();
    CHECK(done.get_future().wait_for(std::chrono::seconds(10)) == std::future_status::ready);
}

}  // namespace bl::test
