#include "devices/payment/nexo_messages.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/payment_bench.h"
#include "tests/support/catch.h"

#include <thread>

using namespace bl;
using namespace bl::test;
using payments::PaymentState;
using HttpAccident = sim::HttpFaults::Accident;

namespace {

constexpr std::int64_t kNexoPrice = 2550;

void setNexoLine(NexoBench& bench, sim::HttpFaults line)
{
    sim::NexoFaults faults;
    faults.line = line;
    bench.simulator().setFaults(faults);
}

}  // namespace

TEST_CASE("The books agree wherever a request or an answer of a nexo terminal is lost",
    "[payments][nexo][boundaries]")
{
    PaymentDesk<NexoBench> desk;
    std::int64_t agreed = 0;
    for (const auto accident :
        {HttpAccident::LoseRequest, HttpAccident::LoseAnswer, HttpAccident::CutAnswer,
            HttpAccident::InternalError, HttpAccident::Garbage, HttpAccident::Mute}) {
        INFO("accident " << static_cast<int>(accident));
        desk.nextCustomer();
        must(desk.connect(Patience::Short));
        setNexoLine(desk.bench, {accident, 1, {}});
        auto end = must(desk.charge(kNexoPrice));
        INFO((end.outcome.fault ? describe(*end.outcome.fault) : ""));
        REQUIRE(end.attempt.state == PaymentState::Unknown);
        CHECK(desk.charge(kNexoPrice).error().code == ErrorCode::PaymentUnsettled);
        // What is asked next is lost too, but for what nobody has the patience to wait for here.
        const bool again = accident != HttpAccident::Mute;
        setNexoLine(desk.bench, {again ? accident : HttpAccident::None, 1, {}});
        CHECK(desk.connect(Patience::Long).ok() != again);
        must(desk.connect(Patience::Long));
        end = desk.resolve(end.attempt);
        const bool lost = accident == HttpAccident::LoseRequest;
        CHECK(end.attempt.state == (lost ? PaymentState::Aborted : PaymentState::Approved));
        agreed += lost ? 0 : kNexoPrice;
        REQUIRE(desk.bench.charged() == agreed);
        REQUIRE(desk.journalSays() == agreed);
    }
}

TEST_CASE("A lost nexo payment that goes on is asked for until it ends", "[payments][nexo]")
{
    sim::NexoHabits habits;
    habits.step = std::chrono::milliseconds{500};
    PaymentDesk<NexoBench> desk(habits);
    must(desk.connect(Patience::Short));
    const auto end = must(desk.charge(kNexoPrice));
    REQUIRE(end.attempt.state == PaymentState::Unknown);
    CHECK(desk.resolve(end.attempt).attempt.state == PaymentState::Approved);
    CHECK(desk.bench.charged() == kNexoPrice);
}

TEST_CASE("A lost reversal of a nexo terminal is found again", "[payments][nexo]")
{
    PaymentDesk<NexoBench> desk;
    must(desk.connect(Patience::Long));
    const auto paid = must(desk.charge(kNexoPrice));
    auto back = desk.request(kNexoPrice);
    back.kind = payments::PaymentKind::Reversal;
    back.original = paid.attempt.id;
    setNexoLine(desk.bench, {HttpAccident::LoseAnswer, 1, {}});
    const auto end = must(desk.carryOut(back));
    REQUIRE(end.attempt.state == PaymentState::Unknown);
    CHECK(desk.resolve(end.attempt).attempt.state == PaymentState::Approved);
    CHECK(desk.bench.charged() == 0);
}

TEST_CASE(
    "A nexo payment is given up at the cashier's wish, if the terminal agrees", "[payments][nexo]")
{
    const bool ignores = GENERATE(false, true);
    sim::NexoHabits habits;
    // One that agrees ends it long before the customer would.
    habits.step = ignores ? std::chrono::milliseconds{300} : std::chrono::minutes{5};
    PaymentDesk<NexoBench> desk(habits);
    must(desk.connect(Patience::Long));
    sim::NexoFaults faults;
    faults.ignoreAbort = ignores;
    desk.bench.simulator().setFaults(faults);
    const auto attempt = must(desk.service->begin(desk.request(kNexoPrice)));
    PaymentRun run(desk.terminal(), *desk.journal, desk.clock);
    std::atomic<bool> done = false;
    // The cashier presses until it is over: the first may come before the terminal has begun.
    std::thread cashier([&] {
        while (!done) {
            desk.terminal().requestAbort();
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
    });
    const auto end = run.carryOut(attempt);
    done = true;
    cashier.join();
    CHECK(end.attempt.state == (ignores ? PaymentState::Approved : PaymentState::Aborted));
    CHECK(desk.bench.charged() == (ignores ? kNexoPrice : 0));
}

TEST_CASE("A nexo terminal gives its slips, closes its day and tells of itself", "[payments][nexo]")
{
    PaymentDesk<NexoBench> desk;
    must(desk.connect(Patience::Long));
    const auto end = must(desk.charge(1000));
    CHECK(end.outcome.customerSlip == "CustomerReceipt\nNo. T1000\n");
    CHECK(end.outcome.merchantSlip == "CashierReceipt\nNo. T1000\n");
    CHECK(end.attempt.evidence.cardName == "VISA");
    (void)must(desk.charge(500));
    const auto totals = must(desk.terminal().endOfDay());
    CHECK(totals.amount == Money::minor(1500));
    CHECK(totals.count == 2);
    CHECK(must(desk.terminal().diagnose()).find("OK") != std::string::npos);
    CHECK(desk.made.driver->reading().identity == "nexo P1 Branchline simulator 1");
    std::string shown;
    for (const auto& entry : desk.bench.trace()->entries())
        shown += describeHttpTrace(entry) + '\n';
    CHECK(shown.find("POST /nexo {\"SaleToPOIRequest\"") != std::string::npos);
    CHECK(shown.find("\"RequestedAmount\":10.00") != std::string::npos);
    CHECK(shown.find("4761739001010010") == std::string::npos);
}

TEST_CASE("A nexo terminal wants its key, and an address that names both sides", "[payments][nexo]")
{
    sim::NexoHabits habits;
    habits.key = "K";
    NexoBench bench(habits);
    SlotSettings settings{"terminal-1", DeviceRole::PaymentTerminal, bench.address(), {}, true};
    const DriverSurroundings surroundings{
        std::make_shared<Cancellation>(), std::make_shared<TraceRing>(), [](DeviceEvent) {
        }};
    DriverOptions options;
    const auto refused = must(makeDriver(settings, surroundings, options)).driver->open();
    REQUIRE_FALSE(refused);
    CHECK(isFault(refused.error(), DeviceFault::AuthFailed));
    options.secret = [](const std::string&) {
        return "K";
    };
    CHECK(must(makeDriver(settings, surroundings, options)).driver->open());
    settings.address = "nexo+http://127.0.0.1:1/?poi=P1";
    const auto nameless = makeDriver(settings, surroundings, options);
    REQUIRE_FALSE(nameless);
    CHECK(isFault(nameless.error(), DeviceFault::NotConfigured));
}

TEST_CASE("Amounts of nexo go through no floating point", "[payments][nexo][codec]")
{
    const auto currency = must(Currency::create("CNY"));
    const nexo::Header header{"P1", "S1", "0123456789", nexo::Category::Payment};
    const auto amountOf = [&](const std::string& number) {
        const auto answer = nexo::readAnswer(
            "{\"SaleToPOIResponse\":{\"MessageHeader\":{\"MessageCategory\":\"Payment\","
            "\"ServiceID\":\"0123456789\",\"POIID\":\"P1\",\"SaleID\":\"S1\"},\"PaymentResponse\":{"
            "\"Response\":{\"Result\":\"Success\"},\"PaymentResult\":{\"AmountsResp\":{"
            "\"AuthorizedAmount\":"
                + number + "}}}}}",
            header, currency);
        return must(answer).evidence.amount;
    };
    CHECK(amountOf("25.5") == Money::minor(2550));
    CHECK(amountOf("25.50") == Money::minor(2550));
    CHECK(amountOf("25") == Money::minor(2500));
    CHECK(amountOf("90071992547409.91") == Money::minor(9'007'199'254'740'991));
    CHECK_FALSE(amountOf("25.505"));
    CHECK_FALSE(amountOf("2.55e1"));
    payments::PaymentAttempt attempt;
    attempt.amount = Money::minor(9'007'199'254'740'991);
    CHECK(
        nexo::payment(header, attempt, currency).find(":90071992547409.91}") != std::string::npos);
}

TEST_CASE("The answer to another message is none", "[payments][nexo][codec]")
{
    const auto currency = must(Currency::create("CNY"));
    const nexo::Header header{"P1", "S1", "0123456789", nexo::Category::Diagnosis};
    const std::string said =
        R"({"SaleToPOIResponse":{"MessageHeader":{"MessageCategory":"Diagnosis","ServiceID":"0123456789","POIID":"P1","SaleID":"S1"},"DiagnosisResponse":{"Response":{"Result":"Success"}}}})";
    CHECK(nexo::readAnswer(said, header, currency));
    auto other = header;
    other.service = "9876543210";
    CHECK_FALSE(nexo::readAnswer(said, other, currency));
    other = header;
    other.sale = "S2";
    CHECK_FALSE(nexo::readAnswer(said, other, currency));
    CHECK_FALSE(nexo::readAnswer("", header, currency));
}
