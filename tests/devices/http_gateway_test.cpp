#include "core/payments/card_masking.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/payment_bench.h"
#include "tests/support/catch.h"

using namespace bl;
using namespace bl::test;
using payments::PaymentState;
using HttpAccident = sim::HttpFaults::Accident;

namespace {

constexpr std::int64_t kCodePrice = 2550;

void setLine(HttpCodesBench& bench, sim::HttpFaults line)
{
    sim::CodesFaults faults;
    faults.line = line;
    bench.simulator().setFaults(faults);
}

}  // namespace

TEST_CASE("The gateway's books agree wherever a request or an answer is lost", "[payments][codes]")
{
    for (const auto accident :
        {HttpAccident::LoseRequest, HttpAccident::LoseAnswer, HttpAccident::CutAnswer,
            HttpAccident::InternalError, HttpAccident::Garbage, HttpAccident::Mute}) {
        for (const int request : {0, 1, 2}) {
            INFO("accident " << static_cast<int>(accident) << " of request " << request);
            PaymentDesk<HttpCodesBench> desk;
            must(desk.connect(Patience::Short));
            setLine(desk.bench, {accident, request, {}});
            auto end = must(desk.charge(kCodePrice));
            INFO((end.outcome.fault ? describe(*end.outcome.fault) : ""));
            if (end.attempt.state == PaymentState::Unknown) {
                CHECK(desk.charge(kCodePrice).error().code == ErrorCode::PaymentUnsettled);
                setLine(desk.bench, {});
                must(desk.connect(Patience::Long));
                end = desk.resolve(end.attempt);
            }
            CHECK(desk.bench.charged()
                == (end.attempt.state == PaymentState::Approved ? kCodePrice : 0));
            CHECK_FALSE(payments::isUnsettled(end.attempt.state));
        }
    }
}

TEST_CASE("An answer that nobody signed decides nothing", "[payments][codes]")
{
    PaymentDesk<HttpCodesBench> desk;
    must(desk.connect(Patience::Short));
    sim::CodesFaults faults;
    faults.badSignature = true;
    desk.bench.simulator().setFaults(faults);
    const auto end = must(desk.charge(kCodePrice));
    CHECK(end.attempt.state == PaymentState::Unknown);
    REQUIRE(end.outcome.fault);
    CHECK(isFault(*end.outcome.fault, DeviceFault::AuthFailed));
    const auto refused = desk.connect(Patience::Long);
    REQUIRE_FALSE(refused);
    CHECK(isFault(refused.error(), DeviceFault::AuthFailed));
}

TEST_CASE("A gateway refuses another key and another time, and says which", "[payments][codes]")
{
    sim::CodesHabits habits;
    SECTION("key") {
        habits.key = "of somebody else";
        PaymentDesk<HttpCodesBench> desk(habits);
        const auto refused = desk.connect(Patience::Long);
        REQUIRE_FALSE(refused);
        CHECK(isFault(refused.error(), DeviceFault::AuthFailed));
        CHECK(describe(refused.error()).find("signature") != std::string::npos);
        // Asked all the same, it charges nothing, and nobody can say so for sure.
        const auto end = must(desk.charge(kCodePrice));
        CHECK(end.attempt.state == PaymentState::Unknown);
        CHECK(desk.bench.charged() == 0);
    }
    SECTION("time") {
        habits.clockError = std::chrono::hours{1};
        PaymentDesk<HttpCodesBench> desk(habits);
        const auto refused = desk.connect(Patience::Long);
        REQUIRE_FALSE(refused);
        CHECK(isFault(refused.error(), DeviceFault::AuthFailed));
        CHECK(describe(refused.error()).find("clocks differ by 36") != std::string::npos);
    }
}

TEST_CASE("A gateway that is not there is not found", "[payments][codes]")
{
    auto bench = std::make_unique<HttpCodesBench>();
    const auto made = bench->driver(Patience::Long);
    must(made.driver->open());
    CHECK(made.driver->reading().identity == "Branchline simulator");
    bench.reset();
    const auto gone = made.driver->open();
    REQUIRE_FALSE(gone);
    CHECK(isFault(gone.error(), DeviceFault::NotFound));
}

TEST_CASE("No trace and no journal has a customer's code", "[payments][codes]")
{
    PaymentDesk<HttpCodesBench> desk;
    must(desk.connect(Patience::Long));
    const auto end = must(desk.charge(kCodePrice));
    std::string shown;
    bool everShown = false;
    for (const auto& entry : desk.bench.trace()->entries()) {
        const std::string kept(entry.bytes.begin(), entry.bytes.end());
        everShown = everShown || kept.find(HttpCodesBench::kCode) != std::string::npos;
        shown += describeHttpTrace(entry) + '\n';
    }
    INFO(shown);
    CHECK_FALSE(everShown);
    // An id may hold what could be a card's number by chance.
    const auto id = payments::maskCardNumbers(end.attempt.id.toString());
    CHECK(shown.find("POST /v1/payments/" + id + " {\"amount\":2550") != std::string::npos);
    CHECK(shown.find("200 {") != std::string::npos);
    CHECK(shown.find("4761739001010010") == std::string::npos);
    CHECK(end.attempt.evidence.raw.find(HttpCodesBench::kCode) == std::string::npos);
}

TEST_CASE("A gateway is a slot's driver where merchant and key are set up", "[payments][codes]")
{
    HttpCodesBench bench;
    const SlotSettings settings{"codes-1", DeviceRole::PaymentGateway, bench.address(), {}, true};
    const DriverSurroundings surroundings{
        std::make_shared<Cancellation>(), std::make_shared<TraceRing>(), [](DeviceEvent) {
        }};
    DriverOptions options;
    const auto keyless = makeDriver(settings, surroundings, options);
    REQUIRE_FALSE(keyless);
    CHECK(isFault(keyless.error(), DeviceFault::NotConfigured));
    options.secret = [](const std::string& slot) {
        return slot == "codes-1" ? "secret" : "";
    };
    const auto made = must(makeDriver(settings, surroundings, options));
    CHECK(std::holds_alternative<PaymentGateway*>(made.role));
    CHECK(made.driver->open());
}

TEST_CASE("Cancelling ends a wait for a gateway", "[payments][codes]")
{
    HttpCodesBench bench;
    setLine(bench, {HttpAccident::Mute, 0, {}});
    auto cancellation = std::make_shared<Cancellation>();
    const auto address = must(DeviceAddress::parse(bench.address()));
    HttpPaymentGateway gateway(bench.address(), std::get<HttpPlace>(address.place),
        {"M1", "secret"},
        DriverSurroundings{cancellation, std::make_shared<TraceRing>(),
            [](DeviceEvent) {
            }},
        GatewayTiming{std::chrono::hours{1}, std::chrono::hours{1}});
    cancellation->request();
    CHECK(gateway.open().error().code == ErrorCode::Cancelled);
}
