#include "devices/display/line_display.h"
#include "devices/scale/scale.h"
#include "devices/sim/simulated_display.h"
#include "devices/sim/simulated_readers.h"
#include "devices/sim/simulated_scale.h"
#include "tests/devices/counter_bench.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <thread>

namespace bl::test {

namespace {

using Line = CounterBench::Line;

/// Any device that says something by itself: how it is made to, and what then arrives.
struct Speaker {
    const char* name;
    const char* driver;
    std::unique_ptr<sim::CommandedDevice> (*make)();
    Json order;
    std::string value;
};

template <typename Device>
std::unique_ptr<sim::CommandedDevice> newDevice()
{
    return std::make_unique<Device>();
}

template <sim::ScaleLanguage Language>
std::unique_ptr<sim::CommandedDevice> newScale()
{
    return std::make_unique<sim::SimulatedScale>(Language);
}

const std::vector<Speaker>& readers()
{
    static const std::vector<Speaker> list{
        {"scanner", "scanner", &newDevice<sim::SimulatedScanner>, {{"scan", "6901234567892"}},
            "6901234567892"},
        {"rfid", "rfid", &newDevice<sim::SimulatedRfid>, {{"card", "0415ABCDEF"}}, "0415ABCDEF"},
        {"stripe", "stripe", &newDevice<sim::SimulatedStripe>, {{"track2", "880000123=99"}},
            "880000123"},
    };
    return list;
}

struct ScaleRow {
    const char* driver;
    std::unique_ptr<sim::CommandedDevice> (*make)();
    const char* options;
};

const std::vector<ScaleRow>& scales()
{
    using sim::ScaleLanguage;
    static const std::vector<ScaleRow> list{
        {"toledo", &newScale<ScaleLanguage::Toledo>, ""},
        {"nci", &newScale<ScaleLanguage::Nci>, ""},
        {"nci", &newScale<ScaleLanguage::Aandd>, ""},
        {"continuous", &newScale<ScaleLanguage::Reversed>, ""},
        {"continuous", &newScale<ScaleLanguage::Plain>, "?order=plain"},
        {"continuous", &newScale<ScaleLanguage::Framed>, ""},
        {"continuous", &newScale<ScaleLanguage::Labelled>, ""},
    };
    return list;
}

std::string valueOf(const DeviceEvent& event)
{
    if (const auto* scan = std::get_if<CodeScanned>(&event))
        return scan->code;
    if (const auto* card = std::get_if<CardSeen>(&event))
        return card->number;
    return {};
}

std::vector<std::string> valuesOf(const std::vector<DeviceEvent>& events)
{
    std::vector<std::string> values;
    for (const auto& event : events)
        values.push_back(valueOf(event));
    return values;
}

int timesSeen(const CounterBench& bench, const std::string& value)
{
    return static_cast<int>(std::ranges::count(valuesOf(bench.events), value));
}

const WeightSeen* newestWeight(const CounterBench& bench)
{
    return bench.events.empty() ? nullptr : std::get_if<WeightSeen>(&bench.events.back());
}

bool awaitWeight(CounterBench& bench, std::int64_t grams)
{
    return bench.home().runUntil([&] {
        const auto* weight = newestWeight(bench);
        return weight && weight->stable && weight->grams == grams;
    });
}

Result<WeightSeen> weigh(CounterBench& bench, std::chrono::milliseconds timeout)
{
    std::optional<Result<WeightSeen>> answer;
    bench.devices().run<Scale>(
        CounterBench::kSlot, [timeout](Scale& scale) { return scale.weigh(timeout); },
        [&](Result<WeightSeen> result) { answer = std::move(result); });
    REQUIRE(bench.home().runUntil([&] { return answer.has_value(); }));
    return *answer;
}

void watch(CounterBench& bench, Scale::Watch watch)
{
    bench.devices().signal<Scale>(CounterBench::kSlot, [&](Scale& scale) { scale.watch(watch); });
}

constexpr std::chrono::milliseconds kPatient{8000};

}  // namespace

TEST_CASE("What readers and scanners say arrives over serial lines and sockets", "[devices][in]")
{
    for (const auto& speaker : readers()) {
        for (const Line line : {Line::Pty, Line::Tcp}) {
            INFO(speaker.name);
            CounterBench bench(line, speaker.driver, speaker.make());
            bench.act(speaker.order);
            REQUIRE(bench.awaitEvents(1));
            CHECK(valueOf(bench.events.front()) == speaker.value);
        }
    }
}

TEST_CASE("What comes in pieces is whole when it arrives", "[devices][in]")
{
    for (const auto& speaker : readers()) {
        INFO(speaker.name);
        CounterBench bench(Line::Pty, speaker.driver, speaker.make());
        Json slow = speaker.order;
        slow["gapMs"] = 3;
        bench.act(slow);
        REQUIRE(bench.awaitEvents(1));
        CHECK(valuesOf(bench.events) == std::vector<std::string>{speaker.value});
    }
}

TEST_CASE("A half frame is never taken for a whole one", "[devices][in]")
{
    for (const char* driver : {"rfid", "stripe"}) {
        const auto speaker = std::ranges::find(readers(), std::string_view(driver),
            [](const Speaker& one) { return std::string_view(one.driver); });
        INFO(driver);
        CounterBench bench(Line::Pty, speaker->driver, speaker->make());
        bench.act({{"fault", "half"}});
        bench.act(speaker->order);
        if (std::string_view(driver) == "stripe") {
            REQUIRE(bench.awaitEvents(1));
            CHECK(std::holds_alternative<CardRefused>(bench.events.front()));
        }
        bench.act(speaker->order);
        REQUIRE(bench.home().runUntil([&] { return timesSeen(bench, speaker->value) == 1; }));
        for (const auto& event : bench.events) {
            const auto value = valueOf(event);
            CHECK((value.empty() || value == speaker->value));
        }
    }
}

TEST_CASE("Noise on the line becomes neither a code nor a card", "[devices][in]")
{
    for (const char* driver : {"scanner", "rfid"}) {
        const auto speaker = std::ranges::find(readers(), std::string_view(driver),
            [](const Speaker& one) { return std::string_view(one.driver); });
        INFO(driver);
        CounterBench bench(Line::Tcp, speaker->driver, speaker->make());
        bench.act({{"fault", "garbage"}});
        bench.act(speaker->order);
        REQUIRE(bench.awaitEvents(1));
        CHECK(valuesOf(bench.events) == std::vector<std::string>{speaker->value});
    }
}

TEST_CASE("A card with a wrong check character is refused", "[devices][in]")
{
    CounterBench rfid(Line::Pty, "rfid", newDevice<sim::SimulatedRfid>());
    // A payment card held to it is nobody's membership.
    rfid.act({{"card", "4111111111111111"}});
    REQUIRE(rfid.awaitEvents(1));
    const auto* refused = std::get_if<CardRefused>(&rfid.events.front());
    REQUIRE(refused);
    CHECK(refused->reason == CardRefused::Reason::PaymentCard);
    rfid.events.clear();
    rfid.act({{"fault", "bad-checksum"}});
    rfid.act({{"card", "0415ABCDEF"}});
    REQUIRE(rfid.awaitEvents(1));
    CHECK(std::holds_alternative<CardRefused>(rfid.events.front()));

    CounterBench stripe(Line::Pty, "stripe", newDevice<sim::SimulatedStripe>(), "?profile=2.lrc");
    stripe.act({{"track1", "M880000123^LI NA"}, {"track2", "880000123=99"}, {"lrc", true}});
    REQUIRE(stripe.awaitEvents(1));
    CHECK(valueOf(stripe.events[0]) == "880000123");
    stripe.act({{"fault", "bad-checksum"}});
    stripe.act({{"track2", "880000123=99"}, {"lrc", true}});
    REQUIRE(stripe.awaitEvents(2));
    CHECK(std::holds_alternative<CardRefused>(stripe.events[1]));
}

TEST_CASE("A payment card in the reader is refused and leaves no trace", "[devices][in]")
{
    CounterBench bench(Line::Pty, "stripe", newDevice<sim::SimulatedStripe>());
    bench.act(
        {{"track1", "B4111111111111111^DOE/JOHN^2912101"}, {"track2", "4111111111111111=2912101"}});
    REQUIRE(bench.awaitEvents(1));
    const auto* refused = std::get_if<CardRefused>(&bench.events.front());
    REQUIRE(refused);
    CHECK(refused->reason == CardRefused::Reason::PaymentCard);
    std::string traced;
    for (const auto& entry : bench.devices().trace(CounterBench::kSlot))
        traced.append(entry.bytes.begin(), entry.bytes.end());
    CHECK(traced.find("%*") != std::string::npos);
    CHECK(traced.find_first_of("0123456789") == std::string::npos);
    CHECK(traced.find("DOE") == std::string::npos);
}

TEST_CASE("What a screen hears more than two seconds late is dropped with a sound", "[devices][in]")
{
    CounterBench bench(Line::Pty, "scanner", newDevice<sim::SimulatedScanner>());
    bench.act({{"scan", "6901234567892"}});
    REQUIRE(bench.home().awaitTask());
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    REQUIRE(bench.home().runUntil([&] { return bench.stale == 1; }));
    CHECK(bench.events.empty());
}

TEST_CASE("A code of a phone in either encoding arrives as text", "[devices][in]")
{
    CounterBench bench(Line::Pty, "scanner", newDevice<sim::SimulatedScanner>());
    bench.act({{"scan", "会员:李娜"}, {"aim", "]Q1"}, {"encoding", "gb18030"}});
    bench.act({{"scan", "会员:李娜"}, {"end", "none"}});
    REQUIRE(bench.awaitEvents(2));
    CHECK(std::get<CodeScanned>(bench.events[0]).symbology == "]Q1");
    CHECK(valuesOf(bench.events) == std::vector<std::string>{"会员:李娜", "会员:李娜"});
}

TEST_CASE("Every scale tells a load at rest in grams", "[devices][scale]")
{
    for (const auto& row : scales()) {
        for (const Line line : {Line::Pty, Line::Tcp}) {
            CounterBench bench(line, row.driver, row.make(), row.options);
            INFO(bench.address());
            bench.act({{"weight", 1234}});
            const auto weight = weigh(bench, kPatient);
            REQUIRE(weight);
            CHECK(weight->grams == 1234);
            CHECK(weight->stable);
            watch(bench, Scale::Watch::On);
            REQUIRE(awaitWeight(bench, 1234));
            bench.act({{"weight", 85}});
            REQUIRE(awaitWeight(bench, 85));
        }
    }
}

TEST_CASE("What moves, weighs nothing or is too much fills no line", "[devices][scale]")
{
    constexpr std::chrono::milliseconds kShort{900};
    for (const auto& row : scales()) {
        CounterBench bench(Line::Pty, row.driver, row.make(), row.options);
        INFO(bench.address());
        bench.act({{"weight", 1234}, {"unstable", true}});
        CHECK(isFault(weigh(bench, kShort).error(), DeviceFault::Unstable));
        bench.act({{"weight", -20}});
        CHECK(isFault(weigh(bench, kShort).error(), DeviceFault::Overload));
    }
    for (const auto& row : scales()) {
        CounterBench bench(Line::Pty, row.driver, row.make(), row.options);
        bench.act({{"weight", 20'000}, {"overload", true}});
        const auto weight = weigh(bench, kShort);
        // The bound and the framed ones have no word for it.
        if (!weight)
            CHECK(isFault(weight.error(), DeviceFault::Overload));
    }
}

TEST_CASE("An empty scale stands at zero and fills no line", "[devices][scale]")
{
    for (const auto& row : scales()) {
        CounterBench bench(Line::Pty, row.driver, row.make(), row.options);
        INFO(bench.address());
        bench.act({{"weight", 0}});
        const auto weight = weigh(bench, kPatient);
        REQUIRE(weight);
        CHECK(isEmpty(*weight));
        CHECK_FALSE(fillsLine(*weight, weight->at));
    }
}

TEST_CASE("What a scale that fell silent said before is no weight", "[devices][scale]")
{
    CounterBench bench(Line::Pty, "continuous", newScale<sim::ScaleLanguage::Labelled>());
    watch(bench, Scale::Watch::On);
    bench.act({{"weight", 500}, {"unstable", true}});
    REQUIRE(bench.awaitEvents(1));
    std::optional<Result<WeightSeen>> answer;
    bench.devices().run<Scale>(
        CounterBench::kSlot, [](Scale& scale) { return scale.weigh(std::chrono::seconds(3)); },
        [&](Result<WeightSeen> result) { answer = std::move(result); });
    REQUIRE(bench.awaitState(SlotState::Busy));
    auto faults = bench.host().faults();
    faults.mute = true;
    bench.host().setFaults(faults);
    REQUIRE(bench.home().runUntil([&] { return answer.has_value(); }));
    REQUIRE_FALSE(*answer);
    CHECK(isFault(answer->error(), DeviceFault::Timeout));
}

TEST_CASE("Damage on a scale's line becomes no weight", "[devices][scale]")
{
    for (const auto& row : scales()) {
        CounterBench bench(Line::Pty, row.driver, row.make(), row.options);
        INFO(bench.address());
        bench.act({{"weight", 1234}});
        bench.act({{"fault", "garbage"}});
        bench.act({{"fault", "half"}});
        watch(bench, Scale::Watch::On);
        REQUIRE(awaitWeight(bench, 1234));
        for (const auto& event : bench.events) {
            const auto& weight = std::get<WeightSeen>(event);
            if (weight.stable)
                CHECK(weight.grams == 1234);
        }
    }
}

TEST_CASE("A scale that falls silent is in trouble and recovers by itself", "[devices][scale]")
{
    CounterBench bench(Line::Pty, "toledo", newScale<sim::ScaleLanguage::Toledo>());
    watch(bench, Scale::Watch::On);
    bench.act({{"weight", 500}});
    REQUIRE(awaitWeight(bench, 500));
    auto faults = bench.host().faults();
    faults.mute = true;
    bench.host().setFaults(faults);
    REQUIRE(bench.awaitState(SlotState::Faulted));
    CHECK(bench.devices().statuses().front().reading.fault == DeviceFault::Timeout);
    CHECK(isFault(weigh(bench, std::chrono::milliseconds(200)).error(), DeviceFault::Timeout));
    bench.host().setFaults({});
    REQUIRE(bench.awaitConnected());
    REQUIRE(awaitWeight(bench, 500));
}

TEST_CASE("Nobody asks a scale while no screen wants a weight", "[devices][scale]")
{
    CounterBench bench(Line::Pty, "nci", newScale<sim::ScaleLanguage::Nci>());
    watch(bench, Scale::Watch::On);
    bench.act({{"weight", 500}});
    REQUIRE(awaitWeight(bench, 500));
    watch(bench, Scale::Watch::Off);
    // A job behind the newest question: what comes later was asked while nobody watched.
    REQUIRE(weigh(bench, kPatient));
    const auto asked = bench.devices().trace(CounterBench::kSlot).size();
    bench.devices().run<Scale>(
        CounterBench::kSlot,
        [](Scale&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(600));
            return Result<void>{};
        },
        [&](const Result<void>&) { bench.stale = 1; });
    REQUIRE(bench.home().runUntil([&] { return bench.stale == 1; }));
    CHECK(bench.devices().trace(CounterBench::kSlot).size() == asked);
}

TEST_CASE("Pounds are refused unless the scale is set up for them", "[devices][scale]")
{
    const auto pounds = [] {
        return std::make_unique<sim::SimulatedScale>(sim::ScaleLanguage::Nci, "lb");
    };
    CounterBench refused(Line::Pty, "nci", pounds());
    refused.act({{"weight", 1000}});
    CHECK(isFault(
        weigh(refused, std::chrono::milliseconds(900)).error(), DeviceFault::ProtocolError));
    CounterBench taken(Line::Pty, "nci", pounds(), "?unit=lb");
    taken.act({{"weight", 1000}});
    const auto weight = weigh(taken, kPatient);
    REQUIRE(weight);
    CHECK(weight->grams == 454);
}

TEST_CASE("Displays show lines, totals and change, with amounts always whole", "[devices][display]")
{
    std::mutex mutex;
    sim::DisplayPicture picture;
    const auto listener = [&](const sim::DisplayPicture& shown) {
        const std::lock_guard lock(mutex);
        picture = shown;
    };
    const auto shown = [&] {
        const std::lock_guard lock(mutex);
        return picture;
    };
    const DisplayContent line{DisplayContent::Kind::Line,
        {"氨基酸洁面乳 150ml 温和清洁", "CLEANSER"}, {"小计", "SUM"}, "2 x 59.00", "59.00",
        "118.00"};
    const DisplayContent change{
        DisplayContent::Kind::Change, {"收款", "PAID"}, {"找零", "CHANGE"}, "200.00", {}, "82.00"};
    const auto show = [](CounterBench& bench, const DisplayContent& content) {
        bench.devices().run<CustomerDisplay>(
            CounterBench::kSlot,
            [content](CustomerDisplay& display) { return display.show(content); },
            [](const Result<void>& done) { CHECK(done); });
    };
    SECTION("Latin letters alone") {
        CounterBench bench(Line::Pty, "cd5220",
            std::make_unique<sim::SimulatedDisplay>(sim::DisplayModel::Cd5220, listener));
        show(bench, line);
        CHECK(bench.home().runUntil([&] {
            return shown().lines == std::array<std::string, 2>{"CLEANSER", "2 x 59.00     118.00"};
        }));
        show(bench, change);
        CHECK(bench.home().runUntil([&] {
            return shown().lines
                == std::array<std::string, 2>{"PAID          200.00", "CHANGE         82.00"};
        }));
        bench.host().unplug();
        REQUIRE(bench.awaitState(SlotState::Disconnected));
        {
            const std::lock_guard lock(mutex);
            picture = {};
        }
        REQUIRE(bench.host().plugIn());
        bench.devices().retryNow(CounterBench::kSlot);
        CHECK(bench.home().runUntil([&] { return shown().lines[1] == "CHANGE         82.00"; }));
    }
    SECTION("Chinese") {
        CounterBench bench(Line::Tcp, "cd5220",
            std::make_unique<sim::SimulatedDisplay>(sim::DisplayModel::Cd5220, listener),
            "?encoding=gb18030");
        show(bench, line);
        CHECK(bench.home().runUntil([&] {
            return shown().lines
                == std::array<std::string, 2>{"氨基酸洁面乳 150ml", "2 x 59.00     118.00"};
        }));
    }
    SECTION("eight digits and a lamp") {
        CounterBench bench(Line::Pty, "led8",
            std::make_unique<sim::SimulatedDisplay>(sim::DisplayModel::Led8, listener));
        show(bench, line);
        CHECK(bench.home().runUntil(
            [&] { return shown().lines[0] == "59.00" && shown().lamp == '1'; }));
        DisplayContent given = change;
        given.kind = DisplayContent::Kind::Received;
        show(bench, given);
        CHECK(bench.home().runUntil(
            [&] { return shown().lines[0] == "200.00" && shown().lamp == '3'; }));
        show(bench, change);
        CHECK(bench.home().runUntil(
            [&] { return shown().lines[0] == "82.00" && shown().lamp == '4'; }));
    }
}

}  // namespace bl::test
