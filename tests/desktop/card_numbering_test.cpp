#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/devices/counter_devices.h"
#include "devices/sim/virtual_card.h"
#include "tests/desktop/counter_stage.h"
#include "tests/devices/card_service.h"

namespace bl::desktop::test {

namespace {

using bl::test::must;

/// A counter with a contactless reader, and the console that writes to its cards.
struct CardCounterStage {
    bl::test::CardService service;
    sim::VirtualCard card{"127.0.0.1", service.port()};
    CounterStage stage;
    PaymentDesk payments{stage.till(), stage.devices()};
    DeviceConsole console{stage.devices(), payments, stage.till(), stage.counter().prints, [] {
                              return staff::Actor(CounterStage::kZhao.id);
                          }};
    std::vector<Message> told;

    CardCounterStage()
    {
        stage.devices().set({"card-reader-1", DeviceRole::CardReader,
            std::string("pcsc:") + bl::test::kVirtualReader, "mifare:8", true});
        REQUIRE(waitUntil([&] {
            stage.devices().devices().retryNow("card-reader-1");
            return stage.devices().status("card-reader-1").state == SlotState::Ready;
        }));
        console.select("card-reader-1");
        QObject::connect(&console, &DeviceConsole::told, &console,
            [this](const Message& message) { told.push_back(message); });
    }

    void layCard(const char* chip)
    {
        const std::string text = chip;
        std::vector<std::uint8_t> bytes(text.begin(), text.end());
        REQUIRE(waitUntil([&] { return bool(card.insert(bytes)); }));
    }

    /// What the console says next.
    Message answer()
    {
        REQUIRE(waitUntil([&] { return !told.empty(); }));
        const auto first = told.front();
        told.clear();
        return first;
    }
};

}  // namespace

TEST_CASE("A card that was numbered in the back office identifies its member at the counter",
    "[desktop][cards]")
{
    CardCounterStage counter;
    members::Member member;
    member.name = "周芸";
    member.number = "880000123";
    bool made = false;
    counter.stage.till().write(
        &counter.stage.view(),
        [member](TillServices& services) {
            return services.members.create(member, CounterStage::kLiNa.id);
        },
        [&](const Result<members::Member>& created) {
            REQUIRE(created);
            made = true;
        });
    REQUIRE(waitUntil([&] { return made; }));

    counter.console.open();
    counter.layCard("AAAA");
    REQUIRE(waitUntil([&] { return !counter.console.heard().isEmpty(); }));
    counter.console.writeCard(QStringLiteral("880000123"));
    CHECK(counter.answer().tone == Tone::Success);
    CHECK(counter.card.block(8)[0] == '8');
    counter.console.close();
    counter.card.remove();

    const CounterDevices devices(counter.stage.devices(), counter.stage.view());
    counter.layCard("AAAA");
    CHECK(waitUntil([&] { return counter.stage.presenter().member().has_value(); }));
    CHECK(counter.stage.presenter().member()->member.name == "周芸");
}

TEST_CASE("A card that carries another number asks before it is replaced", "[desktop][cards]")
{
    CardCounterStage counter;
    counter.card.setBlock(8, {'7', '7'});
    counter.console.open();
    counter.layCard("BBBB");
    REQUIRE(waitUntil([&] { return !counter.console.heard().isEmpty(); }));

    counter.console.writeCard(QStringLiteral("880000124"));
    const auto asked = counter.answer();
    CHECK(asked.tone == Tone::Warning);
    CHECK_FALSE(asked.action.isEmpty());
    CHECK(asked.text.contains(QStringLiteral("77")));
    CHECK(counter.card.block(8)[0] == '7');

    counter.console.replaceCardNumber();
    CHECK(counter.answer().tone == Tone::Success);
    CHECK(counter.card.block(8)[0] == '8');
}

}  // namespace bl::desktop::test
