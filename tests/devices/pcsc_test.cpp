#include "devices/card/card_apdu.h"
#include "devices/card/card_reader.h"
#include "devices/sim/virtual_card.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/card_service.h"
#include "tests/devices/counter_bench.h"
#include "tests/support/catch.h"

#include <atomic>
#include <thread>

namespace bl::test {

namespace {

const std::vector<std::uint8_t> kChip{0x04, 0xA1, 0xB2, 0xC3};

/// A slot with the virtual reader and a card to put on it.
class CardBench {
public:
    explicit CardBench(const std::string& profile = {})
        : card("127.0.0.1", service.port())
        , m_devices(
              home,
              [](const SlotSettings& settings, const DriverSurroundings& surroundings) {
                  return makeDriver(settings, surroundings, {});
              },
              m_random)
    {
        m_subscription = m_devices.subscribe([this](const DeviceEvent& event) {
            events.push_back(event);
            return true;
        });
        m_devices.configure({{"card-1", DeviceRole::CardReader,
            std::string("pcsc:") + kVirtualReader, profile, true}});
        REQUIRE(awaitState(SlotState::Ready));
    }

    bool awaitState(SlotState state)
    {
        return home.runUntil([&] {
            const auto status = m_devices.statuses().front();
            if (status.state == SlotState::Disconnected)
                m_devices.retryNow("card-1");
            return status.state == state;
        });
    }

    template <typename Event>
    const Event* await()
    {
        const Event* found = nullptr;
        home.runUntil([&] {
            for (const auto& event : events) {
                if (const auto* one = std::get_if<Event>(&event))
                    found = one;
            }
            return found != nullptr;
        });
        return found;
    }

    Result<void> write(const std::string& number, CardIssue issue = CardIssue::Blank)
    {
        std::optional<Result<void>> done;
        m_devices.run<CardReader>(
            "card-1",
            [number, issue](CardReader& reader) { return reader.writeNumber(number, issue); },
            [&](Result<void> result) { done = std::move(result); });
        REQUIRE(home.runUntil([&] { return done.has_value(); }));
        return *done;
    }

    Devices& devices() { return m_devices; }

    CardService service;
    sim::VirtualCard card;
    HomeThread home;
    std::vector<DeviceEvent> events;

private:
    SystemRandom m_random;
    Devices m_devices;
    Devices::Subscription m_subscription;
};

}  // namespace

TEST_CASE("A card on the reader is told when it comes and when it goes", "[pcsc]")
{
    CardBench bench;
    REQUIRE(bench.card.insert(kChip));
    const auto* seen = bench.await<CardSeen>();
    REQUIRE(seen);
    CHECK(seen->number == "04A1B2C3");
    CHECK(seen->technology == CardTechnology::Contactless);
    bench.card.remove();
    CHECK(bench.await<CardGone>());
    bench.events.clear();
    REQUIRE(bench.card.insert({0x08, 0x01, 0x02, 0x03}));
    REQUIRE(bench.await<CardSeen>());
    CHECK(bench.await<CardSeen>()->number == "08010203");
}

TEST_CASE("A number is written to a card and read from it", "[pcsc]")
{
    CardBench bench("mifare:8");
    REQUIRE(bench.card.insert(kChip));
    // Nothing was ever written to it.
    REQUIRE(bench.await<CardRefused>());
    REQUIRE(bench.write("880000123"));
    CHECK(bench.card.block(8)[0] == '8');
    CHECK(bench.card.block(8)[9] == 0);
    bench.card.remove();
    REQUIRE(bench.await<CardGone>());
    bench.events.clear();
    REQUIRE(bench.card.insert(kChip));
    REQUIRE(bench.await<CardSeen>());
    CHECK(bench.await<CardSeen>()->number == "880000123");
    CHECK_FALSE(bench.write("12345678901234567"));
    CHECK_FALSE(bench.write("88 1"));

    SECTION("another number is written only where that is wished") {
        const auto refused = bench.write("880000124");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().detail
            == std::vector<std::string>{"busy", kVirtualReader, "880000123", kCardNumbered});
        CHECK(bench.card.block(8)[8] == '3');
        CHECK(bench.write("880000123"));
        REQUIRE(bench.write("880000124", CardIssue::Replace));
        CHECK(bench.card.block(8)[8] == '4');
    }
    SECTION("no key leaves a trace") {
        for (const auto& entry : bench.devices().trace("card-1")) {
            if (entry.bytes.size() > 10 && entry.bytes[0] == 0xFF && entry.bytes[1] == 0x82)
                CHECK(entry.bytes[5] == 0);
        }
    }
    SECTION("a card with another key") {
        sim::CardFaults faults;
        faults.wrongKey = true;
        bench.card.setFaults(faults);
        CHECK(isFault(bench.write("880000124").error(), DeviceFault::AuthFailed));
    }
    SECTION("a card that is pulled away in the middle") {
        sim::CardFaults faults;
        faults.removedAfterCommands = 2;
        bench.card.setFaults(faults);
        const auto written = bench.write("880000124");
        REQUIRE_FALSE(written);
        INFO(describe(written.error()));
        CHECK(isFault(written.error(), DeviceFault::CardRemoved));
        CHECK(bench.await<CardGone>());
    }
    SECTION("no card") {
        bench.card.remove();
        REQUIRE(bench.await<CardGone>());
        CHECK(isFault(bench.write("880000124").error(), DeviceFault::CardRemoved));
    }
}

TEST_CASE("A card that says nothing holds nobody up for ever", "[pcsc]")
{
    CardBench bench;
    sim::CardFaults faults;
    faults.mute = true;
    bench.card.setFaults(faults);
    REQUIRE(bench.card.insert(kChip));
    REQUIRE(bench.await<CardRefused>());
    bench.card.setFaults({});
    bench.card.remove();
    REQUIRE(bench.await<CardGone>());
    bench.events.clear();
    REQUIRE(bench.card.insert(kChip));
    CHECK(bench.await<CardSeen>());
}

TEST_CASE(
    "Whenever the card service or its reader comes back cards are read again, and nothing leaks",
    "[pcsc][replug]")
{
    CardBench bench;
    std::size_t descriptors = 0;
    for (int round = 1; round <= replugRounds(); ++round) {
        INFO("round " << round);
        bench.service.stop();
        REQUIRE(bench.awaitState(SlotState::Disconnected));
        bench.service.start();
        REQUIRE(bench.awaitState(SlotState::Ready));
        bench.events.clear();
        REQUIRE(bench.home.runUntil([&] { return bool(bench.card.insert(kChip)); }));
        CHECK(bench.await<CardSeen>());
        bench.card.remove();
        REQUIRE(bench.await<CardGone>());
        if (round == 1)
            descriptors = openDescriptors();
    }
    CHECK(openDescriptors() <= descriptors);
}

TEST_CASE("A card service that hangs holds up nobody who asks, and is used again when it goes on",
    "[pcsc]")
{
    CardBench bench("mifare:8");
    bench.service.hang();
    std::optional<Result<void>> done;
    std::atomic<bool> asked = false;
    std::thread asking([&] {
        bench.devices().run<CardReader>(
            "card-1",
            [](CardReader& reader) { return reader.writeNumber("880000123", CardIssue::Blank); },
            [&](Result<void> result) { done = std::move(result); });
        asked = true;
    });
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!asked && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    const bool heldUp = !asked;
    if (heldUp)
        bench.service.goOn();
    asking.join();
    REQUIRE_FALSE(heldUp);
    REQUIRE(bench.home.runUntil([&] { return done.has_value(); }));
    CHECK_FALSE(*done);
    REQUIRE(bench.awaitState(SlotState::Disconnected));

    bench.service.goOn();

    REQUIRE(bench.awaitState(SlotState::Ready));
    REQUIRE(bench.card.insert(kChip));
    CHECK(bench.await<CardRefused>());
}

TEST_CASE("A card service that falls silent between cards is found to be gone", "[pcsc]")
{
    CardBench bench;
    bench.service.hang();
    REQUIRE(bench.awaitState(SlotState::Disconnected));
    bench.service.goOn();
    REQUIRE(bench.awaitState(SlotState::Ready));
    REQUIRE(bench.card.insert(kChip));
    CHECK(bench.await<CardSeen>());
}

TEST_CASE("Neither the maker's block nor a sector's keys may be written", "[pcsc]")
{
    for (const int block : {0, 3, 7, 63, 127, 143, 255, -1, 256}) {
        INFO(block);
        CHECK_FALSE(isDataBlock(block));
        CHECK_FALSE(MifareProfile::parse("mifare:" + std::to_string(block), {}));
    }
    for (const int block : {1, 2, 4, 62, 128, 131, 142}) {
        INFO(block);
        CHECK(isDataBlock(block));
    }
    CHECK_FALSE(MifareProfile::parse("mifare:x", {}));
    CHECK_FALSE(MifareProfile::parse("desfire", {}));
    CHECK_FALSE(MifareProfile::parse("mifare", "A0A1"));
    CHECK(MifareProfile::parse("mifare", "A0A1A2A3A4A5").value()->key[5] == 0xA5);
    const Transmit never = [](const Apdu&) -> Result<Apdu> {
        FAIL("nothing is said to the card");
        return Apdu{};
    };
    MifareProfile keys;
    keys.block = 7;
    CHECK_FALSE(writeCardNumber(never, keys, "1", CardIssue::Replace, "reader"));
}

}  // namespace bl::test
