#include "core/base/hex.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/payment_bench.h"
#include "tests/support/catch.h"

using namespace bl;
using namespace bl::test;
using payments::PaymentState;

namespace {

constexpr std::int64_t kLrcPrice = 2550;

template <typename Bench>
void tryEveryLrcMessage(std::optional<int> sim::LrcFaults::*fault)
{
    PaymentDesk<Bench> desk;
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    std::int64_t agreed = 500;
    for (int at = 1; at <= 5; ++at) {
        INFO("message " << at);
        desk.nextCustomer();
        must(desk.connect(Patience::Short));
        sim::LrcFaults faults;
        faults.*fault = at;
        desk.bench.simulator().setFaults(faults);
        auto end = must(desk.charge(kLrcPrice));
        INFO((end.outcome.fault ? describe(*end.outcome.fault) : ""));
        if (end.attempt.state == PaymentState::Unknown) {
            CHECK(desk.charge(kLrcPrice).error().code == ErrorCode::PaymentUnsettled);
            desk.bench.simulator().setFaults({});
            must(desk.connect(Patience::Long));
            end = desk.resolve(end.attempt);
            // It has its books and its trace is known: it can always say.
            CHECK(end.attempt.state != PaymentState::Unknown);
        }
        desk.bench.simulator().setFaults({});
        agreed += end.attempt.state == PaymentState::Approved ? kLrcPrice : 0;
        REQUIRE(desk.bench.charged() == agreed);
        REQUIRE(desk.journalSays() == agreed);
    }
}

}  // namespace

TEMPLATE_TEST_CASE("The books agree wherever an acquirer's terminal is lost",
    "[payments][lrc][boundaries]", LrcTcpBench, LrcPtyBench)
{
    SECTION("and the line breaks") {
        tryEveryLrcMessage<TestType>(&sim::LrcFaults::dropAt);
    }
    SECTION("and falls silent") {
        tryEveryLrcMessage<TestType>(&sim::LrcFaults::muteAt);
    }
}

TEST_CASE("What a terminal refused three times was not charged", "[payments][lrc]")
{
    PaymentDesk<LrcTcpBench> desk;
    must(desk.connect(Patience::Long));
    sim::LrcFaults faults;
    faults.nak = 3;
    desk.bench.simulator().setFaults(faults);
    const auto end = must(desk.charge(kLrcPrice));
    CHECK(end.attempt.state == PaymentState::Aborted);
    CHECK(desk.bench.charged() == 0);
}

TEMPLATE_TEST_CASE("An acquirer's terminal closes its day, and its trace hides cards",
    "[payments][lrc]", LrcTcpBench, LrcPtyBench)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    (void)must(desk.charge(1000));
    const auto end = must(desk.charge(500));
    CHECK(end.attempt.evidence.trace == "000502");
    CHECK(end.attempt.evidence.raw.find("2912") == std::string::npos);
    CHECK(must(desk.terminal().endOfDay()).amount == Money::minor(1500));
    CHECK(must(desk.terminal().diagnose()).find("READY") != std::string::npos);
    std::string shown;
    for (const auto& entry : desk.bench.trace()->entries())
        for (const auto& line : lrc::describeTrace(entry))
            shown += line.front().value + '\n';
    INFO(shown);
    CHECK(shown.find("ACK") != std::string::npos);
    CHECK(shown.find("4761739001010010") == std::string::npos);
}

TEST_CASE("An amount that has no room is not sent", "[payments][lrc]")
{
    PaymentDesk<LrcTcpBench> desk;
    must(desk.connect(Patience::Long));
    const auto end = must(desk.charge(1'000'000'000'000));
    CHECK(end.attempt.state == PaymentState::Aborted);
    CHECK(desk.bench.simulator().bookings().empty());
}

TEST_CASE("Frames carry their length in either form", "[payments][lrc][codec]")
{
    const lrc::Bytes data(300, 0x41);
    const auto bcd = lrc::frame(lrc::LengthForm::Bcd, data);
    const auto binary = lrc::frame(lrc::LengthForm::Binary, data);
    CHECK(toHex(std::span(bcd).first(3)) == "020300");
    CHECK(toHex(std::span(binary).first(3)) == "02012c");
    for (const auto& [form, bytes] :
        {std::pair{lrc::LengthForm::Bcd, bcd}, std::pair{lrc::LengthForm::Binary, binary}}) {
        lrc::FrameReader reader(form);
        auto event = lrc::FrameReader::Event::Nothing;
        for (const auto byte : bytes)
            event = reader.take(byte);
        CHECK(event == lrc::FrameReader::Event::Frame);
        CHECK(reader.data() == data);
        auto damaged = bytes;
        damaged[20] ^= 1;
        for (const auto byte : damaged)
            event = reader.take(byte);
        CHECK(event == lrc::FrameReader::Event::Damaged);
    }
}

TEST_CASE(
    "No shipped profile claims to be tried, and an unknown one is not set up", "[payments][lrc]")
{
    for (const auto& profile : lrc::profiles())
        CHECK_FALSE(profile.verified);
    const DriverSurroundings surroundings{
        std::make_shared<Cancellation>(), std::make_shared<TraceRing>(), [](DeviceEvent) {
        }};
    const auto made = [&](const char* address) {
        return makeDriver({"terminal-1", DeviceRole::PaymentTerminal, address, {}, true},
            surroundings, DriverOptions{});
    };
    CHECK(made("lrc+tcp://127.0.0.1:9000?profile=unionpay"));
    const auto unknown = made("lrc+tcp://127.0.0.1:9000?profile=other");
    REQUIRE_FALSE(unknown);
    CHECK(isFault(unknown.error(), DeviceFault::NotConfigured));
}
