#include "devices/payment/zvt_words.h"
#include "tests/devices/payment_bench.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <future>

using namespace bl;
using namespace bl::test;
using payments::PaymentKind;
using payments::PaymentState;

namespace {

constexpr std::int64_t kPrice = 2550;

/// The lines of a trace.
std::vector<TraceLine> told(const TraceRing& trace)
{
    std::vector<TraceLine> lines;
    for (const auto& entry : trace.entries()) {
        for (auto& line : zvt::describeTrace(entry))
            lines.push_back(std::move(line));
    }
    return lines;
}

/// Whether one of the lines begins like that.
bool says(const std::vector<TraceLine>& lines, const TraceLine& head)
{
    return std::ranges::any_of(lines, [&](const TraceLine& line) {
        return line.size() >= head.size() && std::equal(head.begin(), head.end(), line.begin());
    });
}

std::string valuesOf(const std::vector<TraceLine>& lines)
{
    std::string text;
    for (const auto& line : lines) {
        for (const auto& part : line)
            text += part.value + '\n';
    }
    return text;
}

template <typename Bench>
void tryEveryMessage(bool mute, sim::ZvtHabits::OnLoss onLoss)
{
    sim::ZvtHabits habits;
    habits.onLoss = onLoss;
    PaymentDesk<Bench> desk(habits);
    must(desk.connect(Patience::Long));
    desk.bench.prepare(Accident::None);
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    const int messages = desk.bench.simulator().messages();
    REQUIRE(messages > 8);
    std::int64_t agreed = 500;
    for (int at = 1; at <= messages + 1; ++at) {
        INFO("message " << at << " of " << messages << (mute ? ", mute" : ", lost"));
        desk.nextCustomer();
        must(desk.connect(Patience::Short));
        sim::ZvtFaults faults;
        (mute ? faults.muteAt : faults.dropAt) = at;
        desk.bench.simulator().setFaults(faults);
        auto end = must(desk.charge(kPrice));
        INFO((end.outcome.fault ? describe(*end.outcome.fault) : ""));
        if (end.attempt.state == PaymentState::Unknown) {
            // The cashier is in a hurry.
            CHECK(desk.charge(kPrice).error().code == ErrorCode::PaymentUnsettled);
            desk.bench.simulator().setFaults({});
            must(desk.connect(Patience::Long));
            end = desk.resolve(end.attempt);
            // It has its books and its trace is known: it can always say.
            CHECK(end.attempt.state != PaymentState::Unknown);
        }
        desk.bench.simulator().setFaults({});
        agreed += end.attempt.state == PaymentState::Approved ? kPrice : 0;
        REQUIRE(desk.bench.charged() == agreed);
        REQUIRE(desk.journalSays() == agreed);
    }
}

}  // namespace

TEMPLATE_TEST_CASE("The books agree wherever the line is lost", "[payments][zvt][boundaries]",
    ZvtTcpBench, ZvtPtyBench)
{
    SECTION("and the terminal goes on") {
        tryEveryMessage<TestType>(false, sim::ZvtHabits::OnLoss::GoesOn);
    }
    SECTION("and the terminal gives up") {
        tryEveryMessage<TestType>(false, sim::ZvtHabits::OnLoss::GivesUp);
    }
}

TEMPLATE_TEST_CASE("The books agree wherever the terminal falls silent",
    "[payments][zvt][boundaries]", ZvtTcpBench, ZvtPtyBench)
{
    SECTION("and goes on") {
        tryEveryMessage<TestType>(true, sim::ZvtHabits::OnLoss::GoesOn);
    }
    SECTION("and gives up") {
        tryEveryMessage<TestType>(true, sim::ZvtHabits::OnLoss::GivesUp);
    }
}

TEMPLATE_TEST_CASE("The cashier reads what the terminal shows, and gets its slips",
    "[payments][zvt]", ZvtTcpBench, ZvtPtyBench)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    const auto end = must(desk.charge(kPrice));
    CHECK(std::ranges::count(desk.prompts, "Insert card") == 1);
    CHECK(end.outcome.customerSlip.find("25.50") != std::string::npos);
    CHECK(end.outcome.merchantSlip.find("TA-Nr. 000041") != std::string::npos);
    CHECK(end.attempt.evidence.trace == "000041");
    CHECK(end.attempt.evidence.receipt == "0012");
    CHECK(end.attempt.evidence.cardName == "VISA credit");
    CHECK(end.attempt.evidence.terminal == "52000123");
}

TEMPLATE_TEST_CASE("A payment is given up at the cashier's wish, if the terminal agrees",
    "[payments][zvt]", ZvtTcpBench, ZvtPtyBench)
{
    sim::ZvtHabits habits;
    habits.step = std::chrono::milliseconds{60};
    PaymentDesk<TestType> desk(habits);
    must(desk.connect(Patience::Long));
    sim::ZvtFaults faults;
    faults.ignoreAbort = GENERATE(false, true);
    desk.bench.simulator().setFaults(faults);
    const auto attempt = must(desk.service->begin(desk.request(kPrice)));
    PaymentRun run(desk.terminal(), *desk.journal, desk.clock, [&](const std::string& text) {
        if (text == "Insert card")
            desk.terminal().requestAbort();
    });
    const auto end = run.carryOut(attempt);
    CHECK(
        end.attempt.state == (faults.ignoreAbort ? PaymentState::Approved : PaymentState::Aborted));
    CHECK(desk.bench.charged() == (faults.ignoreAbort ? kPrice : 0));
}

TEST_CASE("While the terminal still works on a lost payment, it is not settled", "[payments][zvt]")
{
    sim::ZvtHabits habits;
    habits.linger = std::chrono::hours{1};
    PaymentDesk<ZvtTcpBench> desk(habits);
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    desk.nextCustomer();
    sim::ZvtFaults faults;
    faults.dropAt = 3;
    desk.bench.simulator().setFaults(faults);
    const auto end = must(desk.charge(kPrice));
    REQUIRE(end.attempt.state == PaymentState::Unknown);
    // It refuses to register while it is busy.
    CHECK_FALSE(desk.connect(Patience::Long));
    CHECK(desk.resolve(end.attempt).attempt.state == PaymentState::Unknown);
}

TEST_CASE("A payment of somebody else is not taken for the lost one", "[payments][zvt]")
{
    PaymentDesk<ZvtTcpBench> desk;
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    desk.nextCustomer();
    sim::ZvtFaults faults;
    faults.dropAt = 1;
    faults.noRepeatReceipt = true;
    desk.bench.simulator().setFaults(faults);
    const auto lost = must(desk.charge(kPrice)).attempt;
    REQUIRE(lost.state == PaymentState::Unknown);
    // The terminal is asked before the next payment, and cannot say yet.
    faults.dropAt.reset();
    desk.bench.simulator().setFaults(faults);
    must(desk.connect(Patience::Long));
    desk.nextCustomer();
    REQUIRE(must(desk.charge(kPrice)).attempt.state == PaymentState::Approved);
    desk.bench.simulator().setFaults({});
    CHECK(desk.resolve(lost).attempt.state == PaymentState::Unknown);
    CHECK(desk.bench.charged() == 500 + kPrice);
}

TEST_CASE("What a terminal left open is asked for before it charges again", "[payments][zvt]")
{
    PaymentDesk<ZvtTcpBench> desk;
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    desk.nextCustomer();
    sim::ZvtFaults faults;
    faults.dropAt = 8;
    desk.bench.simulator().setFaults(faults);
    const auto lost = must(desk.charge(kPrice)).attempt;
    REQUIRE(lost.state == PaymentState::Unknown);
    desk.bench.simulator().setFaults({});
    must(desk.connect(Patience::Long));
    desk.nextCustomer();
    CHECK(must(desk.charge(kPrice)).attempt.state == PaymentState::Approved);
    CHECK(must(desk.service->find(lost.id))->state == PaymentState::Approved);
    CHECK(desk.bench.charged() == 500 + 2 * kPrice);
}

TEST_CASE("A terminal refuses another password and another currency", "[payments][zvt]")
{
    sim::ZvtHabits habits;
    habits.password = "123456";
    PaymentDesk<ZvtTcpBench> desk(habits);
    const auto refused = desk.connect(Patience::Long);
    REQUIRE_FALSE(refused);
    CHECK(isFault(refused.error(), DeviceFault::AuthFailed));
}

TEMPLATE_TEST_CASE(
    "A terminal closes its day and tells of itself", "[payments][zvt]", ZvtTcpBench, ZvtPtyBench)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    (void)must(desk.charge(1000));
    (void)must(desk.charge(500));
    const auto totals = must(desk.terminal().endOfDay());
    CHECK(totals.amount == Money::minor(1500));
    CHECK(totals.count == 2);
    CHECK(totals.slip.find("END OF DAY") != std::string::npos);
    CHECK(must(desk.terminal().diagnose()).find("HOST REACHED") != std::string::npos);
    CHECK(desk.made.driver->reading().identity == "ZVT 52000123");
}

TEST_CASE("A lost line is noticed, and an open one does not tire", "[payments][zvt]")
{
    PaymentDesk<ZvtTcpBench> desk;
    must(desk.connect(Patience::Long));
    desk.made.driver->wake();
    CHECK(desk.made.driver->attend(std::chrono::hours{1}));
    desk.bench.simulator().line().unplug();
    const auto attended = desk.made.driver->attend(std::chrono::hours{1});
    REQUIRE_FALSE(attended);
    CHECK(isFault(attended.error(), DeviceFault::LinkLost));
    const auto end = must(desk.charge(kPrice));
    CHECK(end.attempt.state == PaymentState::Aborted);
    must(desk.bench.simulator().line().plugIn());
    must(desk.connect(Patience::Long));
    CHECK(must(desk.charge(kPrice)).attempt.state == PaymentState::Approved);
}

TEMPLATE_TEST_CASE("A trace shows messages, and neither passwords nor card numbers",
    "[payments][zvt]", ZvtTcpBench, ZvtPtyBench)
{
    sim::ZvtHabits habits;
    PaymentDesk<TestType> desk(habits);
    must(desk.connect(Patience::Long));
    (void)must(desk.charge(kPrice));
    const auto lines = told(*desk.bench.trace());
    const auto text = valuesOf(lines);
    INFO(text);
    using enum TraceWord;
    CHECK(says(lines, {{Verbatim, "0600"}, {Registration}, {Verbatim, "******"}}));
    CHECK(says(lines, {{Verbatim, "040f"}, {StatusInformation}}));
    CHECK(says(lines,
        {{Verbatim, "04ff"}, {IntermediateStatus}, {Verbatim, "0A"}, {Verbatim, "Insert card"}}));
    CHECK(text.find("\n2700") != std::string::npos);
    CHECK(text.find("476173******0010") != std::string::npos);
    CHECK(text.find("4761739001010010") == std::string::npos);
}

TEMPLATE_TEST_CASE("The evidence keeps what stands beside the card's number", "[payments][zvt]",
    ZvtTcpBench, ZvtPtyBench)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    // With the field before it, this amount has the digits of a card.
    const auto evidence = must(desk.charge(2500)).attempt.evidence;
    CHECK(evidence.raw.find("270004000000002500") != std::string::npos);
    CHECK(evidence.raw.find("476173******0010") != std::string::npos);
    CHECK(evidence.raw.find("4761739001010010") == std::string::npos);
}
