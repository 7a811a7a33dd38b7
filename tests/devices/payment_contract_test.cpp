#include "tests/devices/payment_bench.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <functional>

using namespace bl;
using namespace bl::test;
using payments::PaymentKind;
using payments::PaymentState;

namespace {

constexpr std::array kAccidents{Accident::None, Accident::Decline, Accident::CustomerAborts,
    Accident::LoseCompletion, Accident::LateStatus, Accident::RepeatStatus, Accident::WrongAmount,
    Accident::Busy, Accident::NoMemory, Accident::Nak, Accident::BadChecksum, Accident::Silence};

const std::string kCard = "4761739001010010";

/// A journal whose disk is full from a state on.
class FullJournal final : public PaymentJournal {
public:
    FullJournal(PaymentJournal& journal, PaymentState from)
        : m_journal(journal)
        , m_from(from)
    {
    }

    Result<void> record(const payments::PaymentAttempt& attempt) override
    {
        m_full = m_full || attempt.state == m_from;
        if (m_full)
            return Error{ErrorCode::DiskFull, {"payments.db"}};
        return m_journal.record(attempt);
    }
    Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id) override
    {
        return m_journal.find(id);
    }
    Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device) override
    {
        return m_journal.unsettled(device);
    }
    Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since) override
    {
        return m_journal.findByTrace(device, trace, since);
    }

private:
    PaymentJournal& m_journal;
    PaymentState m_from;
    bool m_full = false;
};

/// A terminal during whose questions something else happens.
class WatchedTerminal final : public PaymentTerminal {
public:
    WatchedTerminal(PaymentTerminal& terminal, std::function<void()> asked)
        : m_terminal(terminal)
        , m_asked(std::move(asked))
    {
    }

    TerminalAbilities abilities() const override { return m_terminal.abilities(); }
    payments::PaymentOutcome authorise(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress) override
    {
        return m_terminal.authorise(attempt, progress);
    }
    payments::PaymentOutcome reverse(const payments::PaymentAttempt& reversal,
        const payments::PaymentAttempt& original, PaymentProgress& progress) override
    {
        return m_terminal.reverse(reversal, original, progress);
    }
    payments::PaymentOutcome refund(const payments::PaymentAttempt& attempt,
        const payments::PaymentAttempt* original, PaymentProgress& progress) override
    {
        return m_terminal.refund(attempt, original, progress);
    }
    payments::PaymentOutcome resolve(const payments::PaymentAttempt& attempt) override
    {
        m_asked();
        return m_terminal.resolve(attempt);
    }
    Result<TerminalTotals> endOfDay() override { return m_terminal.endOfDay(); }
    Result<std::string> diagnose() override { return m_terminal.diagnose(); }
    void requestAbort() override { m_terminal.requestAbort(); }
    void enterApproval(const payments::PaymentEvidence& read) override
    {
        m_terminal.enterApproval(read);
    }

private:
    PaymentTerminal& m_terminal;
    std::function<void()> m_asked;
};

/// An attempt of which nobody knows whether it ever arrived.
template <typename Bench>
payments::PaymentAttempt leaveUnknown(PaymentDesk<Bench>& desk, std::int64_t minor)
{
    auto attempt = must(desk.service->begin(desk.request(minor)));
    for (const auto state : {PaymentState::Sent, PaymentState::Unknown}) {
        attempt.state = state;
        must(desk.service->record(attempt));
    }
    desk.nextCustomer();
    return attempt;
}

void checkMasked(const payments::PaymentEvidence& evidence)
{
    for (const auto& text : {evidence.raw, evidence.text, evidence.card, evidence.approval})
        CHECK(text.find(kCard) == std::string::npos);
}

}  // namespace

#define PAYMENT_TERMINALS                                                                          \
    ZvtTcpBench, ZvtPtyBench, ManualBench, CodesBench, HttpCodesBench, NexoBench, LrcTcpBench,     \
        LrcPtyBench

TEMPLATE_TEST_CASE("A terminal charges what it is asked for, and says how", "[payments][contract]",
    PAYMENT_TERMINALS)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    const auto end = must(desk.charge(2550));
    INFO((end.outcome.fault ? describe(*end.outcome.fault) : ""));
    CHECK(end.attempt.state == PaymentState::Approved);
    CHECK(end.attempt.evidence.amount == Money::minor(2550));
    CHECK(end.attempt.evidence.approval == "K7Q2");
    CHECK(end.attempt.evidence.card == "476173******0010");
    CHECK_FALSE(end.notStored);
    CHECK(must(desk.service->find(end.attempt.id)) == end.attempt);
    CHECK(desk.bench.charged() == 2550);
    checkMasked(end.attempt.evidence);
}

TEMPLATE_TEST_CASE("Whatever happens, nothing is charged twice, lost, or told wrongly",
    "[payments][contract]", PAYMENT_TERMINALS)
{
    for (const auto accident : kAccidents) {
        const bool silent = accident == Accident::LoseCompletion || accident == Accident::LateStatus
            || accident == Accident::NoMemory || accident == Accident::Silence;
        INFO("accident " << static_cast<int>(accident));
        PaymentDesk<TestType> desk;
        // One before, so that the terminal's trace is known.
        must(desk.connect(Patience::Long));
        REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
        must(desk.connect(silent ? Patience::Short : Patience::Long));
        desk.nextCustomer();
        desk.bench.prepare(accident);
        auto end = must(desk.charge(2550));
        INFO((end.outcome.fault ? describe(*end.outcome.fault) : ""));

        if (end.attempt.state == PaymentState::Unknown) {
            const auto again = desk.charge(2550);
            REQUIRE_FALSE(again);
            CHECK(again.error().code == ErrorCode::PaymentUnsettled);
            if (accident != Accident::NoMemory)
                desk.bench.prepare(Accident::None);
            (void)desk.connect(Patience::Long);
            end = desk.resolve(end.attempt);
        }
        checkMasked(end.attempt.evidence);
        const auto taken = desk.bench.charged() - 500;
        switch (end.attempt.state) {
        case PaymentState::Approved: CHECK(taken == 2550); break;
        case PaymentState::Declined:
        case PaymentState::Aborted: CHECK(taken == 0); break;
        default:
            CHECK(end.attempt.state == PaymentState::Unknown);
            CHECK(desk.charge(2550).error().code == ErrorCode::PaymentUnsettled);
        }
        const bool told = accident == Accident::None || accident == Accident::RepeatStatus
            || accident == Accident::Nak || accident == Accident::BadChecksum;
        if (told)
            CHECK(end.attempt.state == PaymentState::Approved);
        if (accident == Accident::WrongAmount && desk.terminal().abilities().resolve)
            CHECK(end.attempt.state == PaymentState::Unknown);
        if (accident == Accident::LoseCompletion && desk.terminal().abilities().resolve)
            CHECK(end.attempt.state == PaymentState::Approved);
    }
}

TEMPLATE_TEST_CASE(
    "Nothing is sent that could not be stored before", "[payments][contract]", PAYMENT_TERMINALS)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    FullJournal full(*desk.journal, PaymentState::Sent);
    const auto end = must(desk.carryOut(desk.request(2550), full));
    CHECK(end.attempt.state == PaymentState::Aborted);
    REQUIRE(end.outcome.fault);
    CHECK(end.outcome.fault->code == ErrorCode::DiskFull);
    CHECK(end.notStored);
    CHECK(desk.bench.charged() == 0);
    CHECK(desk.reopenJournal().empty());
    CHECK(must(desk.service->find(end.attempt.id))->state == PaymentState::Aborted);
}

TEMPLATE_TEST_CASE("An outcome that could not be stored is unknown after the next start",
    "[payments][contract]", PAYMENT_TERMINALS)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    desk.nextCustomer();
    FullJournal full(*desk.journal, PaymentState::Approved);
    const auto end = must(desk.carryOut(desk.request(2550), full));
    CHECK(end.attempt.state == PaymentState::Approved);
    REQUIRE(end.notStored);
    CHECK(end.notStored->code == ErrorCode::DiskFull);

    const auto unknown = desk.reopenJournal();
    REQUIRE(unknown.size() == 1);
    CHECK(desk.charge(2550).error().code == ErrorCode::PaymentUnsettled);
    must(desk.connect(Patience::Long));
    const auto resolved = desk.resolve(unknown.front());
    CHECK(resolved.attempt.state
        == (desk.terminal().abilities().resolve ? PaymentState::Approved : PaymentState::Unknown));
}

TEMPLATE_TEST_CASE("What was charged goes back once", "[payments][contract]", PAYMENT_TERMINALS)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    const auto paid = must(desk.charge(2550));
    auto back = desk.request(2550);
    back.kind = PaymentKind::Reversal;
    back.original = paid.attempt.id;
    const auto reversed = must(desk.carryOut(back));
    INFO((reversed.outcome.fault ? describe(*reversed.outcome.fault) : ""));
    CHECK(reversed.attempt.state == PaymentState::Approved);
    CHECK(desk.bench.charged() == 0);
    const auto second = must(desk.charge(700));
    auto refund = desk.request(300);
    refund.kind = PaymentKind::Refund;
    refund.original = second.attempt.id;
    CHECK(must(desk.carryOut(refund)).attempt.state == PaymentState::Approved);
    CHECK(desk.bench.charged() == 400);
    CHECK(desk.journalSays() == 400);
    CHECK(desk.carryOut(back).error().code == ErrorCode::PaymentMismatch);
}

TEMPLATE_TEST_CASE("An attempt is carried out once", "[payments][contract]", PAYMENT_TERMINALS)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    const auto paid = must(desk.charge(2550));
    auto created = paid.attempt;
    created.state = PaymentState::Created;
    PaymentRun run(desk.terminal(), *desk.journal, desk.clock);
    for (const auto& attempt : {paid.attempt, created}) {
        const auto again = run.carryOut(attempt);
        CHECK(again.notStored);
    }
    CHECK(desk.bench.charged() == 2550);
}

TEST_CASE("A code of another wallet is not charged", "[payments][codes]")
{
    PaymentDesk<CodesBench> desk;
    must(desk.connect(Patience::Long));
    auto wanted = desk.request(2550);
    wanted.tender = "alipay";
    const auto end = must(desk.carryOut(wanted));
    CHECK(end.attempt.state == PaymentState::Aborted);
    CHECK(isFault(*end.outcome.fault, DeviceFault::Unsupported));
    CHECK(desk.bench.charged() == 0);
}

TEST_CASE("A charge that arrives after the payment was closed charges nothing", "[payments][codes]")
{
    PaymentDesk<CodesBench> desk;
    must(desk.connect(Patience::Long));
    desk.bench.prepare(Accident::LateStatus);
    const auto end = must(desk.charge(2550));
    CHECK(end.attempt.state == PaymentState::Aborted);
    CHECK(desk.bench.charged() == 0);
    desk.bench.prepare(Accident::None);
    CHECK(must(desk.charge(2550)).attempt.state == PaymentState::Approved);
}

TEMPLATE_TEST_CASE("What is given up while the device is asked for an older payment is not sent",
    "[payments][contract]", PAYMENT_TERMINALS)
{
    PaymentDesk<TestType> desk;
    must(desk.connect(Patience::Long));
    (void)leaveUnknown(desk, 500);
    const auto attempt = must(desk.service->begin(desk.request(2550)));
    PaymentRun* carrying = nullptr;
    WatchedTerminal terminal(desk.terminal(), [&] { carrying->giveUp(); });
    PaymentRun run(terminal, *desk.journal, desk.clock);
    carrying = &run;
    const auto end = run.carryOut(attempt);
    CHECK(end.attempt.state == PaymentState::Aborted);
    REQUIRE(end.outcome.fault);
    CHECK(isFault(*end.outcome.fault, DeviceFault::Cancelled));
    CHECK(desk.bench.charged() == 0);
    CHECK(must(desk.service->find(attempt.id))->state == PaymentState::Aborted);
    REQUIRE(end.before.size() == 1);
}

TEST_CASE(
    "The slips of a payment that is settled on the way to the next are not lost", "[payments][zvt]")
{
    PaymentDesk<ZvtTcpBench> desk;
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    must(desk.connect(Patience::Short));
    desk.nextCustomer();
    desk.bench.prepare(Accident::LoseCompletion);
    const auto lost = must(desk.charge(2550));
    REQUIRE(lost.attempt.state == PaymentState::Unknown);
    desk.bench.prepare(Accident::None);
    must(desk.connect(Patience::Long));
    desk.nextCustomer();

    const auto next = must(desk.charge(700));
    CHECK(next.attempt.state == PaymentState::Approved);
    REQUIRE(next.before.size() == 1);
    CHECK(next.before[0].attempt.id == lost.attempt.id);
    CHECK(next.before[0].attempt.state == PaymentState::Approved);
    CHECK_FALSE(next.before[0].outcome.customerSlip.empty());
}

TEST_CASE("The slip of another payment is not the one's that never began", "[payments][zvt]")
{
    PaymentDesk<ZvtTcpBench> desk;
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    desk.nextCustomer();
    const auto end = desk.resolve(leaveUnknown(desk, 2550));
    CHECK(end.attempt.state == PaymentState::Aborted);
    CHECK(end.outcome.customerSlip.empty());
    CHECK(end.outcome.merchantSlip.empty());
}

TEST_CASE("A terminal's day is closed when nothing is open that it could still tell of",
    "[payments][zvt]")
{
    PaymentDesk<ZvtTcpBench> desk;
    const auto endOfDay = [&] {
        return PaymentRun(desk.terminal(), *desk.journal, desk.clock)
            .endOfDay(desk.bench.address());
    };
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    must(desk.connect(Patience::Short));
    desk.nextCustomer();
    desk.bench.prepare(Accident::NoMemory);
    const auto lost = must(desk.charge(2550));
    REQUIRE(lost.attempt.state == PaymentState::Unknown);
    must(desk.connect(Patience::Long));

    const auto refused = endOfDay();
    REQUIRE_FALSE(refused.totals);
    CHECK(
        refused.totals.error() == Error{ErrorCode::PaymentsLeftOpen, {desk.bench.address(), "1"}});
    CHECK(must(desk.service->find(lost.attempt.id))->state == PaymentState::Unknown);

    // Its memory comes back: it is asked, and its day has all that it took.
    desk.bench.prepare(Accident::None);
    const auto closed = endOfDay();
    REQUIRE(closed.before.size() == 1);
    CHECK(closed.before[0].attempt.state == PaymentState::Approved);
    CHECK(must(Result<TerminalTotals>(closed.totals)).amount == Money::minor(3050));
}

namespace {

/// Charges by code, and asks the gateway to give it back; that request is not heard.
template <typename Bench>
payments::PaymentAttempt loseRefund(PaymentDesk<Bench>& desk, Accident accident)
{
    must(desk.connect(Patience::Short));
    const auto paid = must(desk.charge(2550));
    REQUIRE(paid.attempt.state == PaymentState::Approved);
    desk.bench.prepare(accident);
    auto back = services::reversalOf(paid.attempt);
    const auto end = must(desk.carryOut(back));
    REQUIRE(end.attempt.state == PaymentState::Unknown);
    desk.bench.prepare(Accident::None);
    return end.attempt;
}

/// What the gateway is said to have made of it that long after it began.
PaymentState resolveAfter(PaymentDesk<CodesBench>& desk, const payments::PaymentAttempt& attempt,
    std::chrono::seconds age)
{
    const FakeWallClock clock(attempt.createdAt + age);
    CodePayment payment(desk.bench.gateway(), clock, {}, std::make_shared<Cancellation>());
    return PaymentRun(payment, *desk.journal, clock).resolve(attempt).attempt.state;
}

}  // namespace

TEST_CASE("A refund that the gateway has not heard of yet may still come", "[payments][codes]")
{
    PaymentDesk<CodesBench> desk;
    const auto lost = loseRefund(desk, Accident::LateStatus);
    const auto soon = std::chrono::seconds{59};
    // It is not heard of; it comes after that.
    CHECK(resolveAfter(desk, lost, soon) == PaymentState::Unknown);
    CHECK(desk.bench.charged() == 0);
    CHECK(resolveAfter(desk, lost, soon) == PaymentState::Approved);
}

TEST_CASE("A refund that the gateway has not heard of for long was never made", "[payments][codes]")
{
    PaymentDesk<CodesBench> desk;
    const auto lost = loseRefund(desk, Accident::Silence);
    CHECK(resolveAfter(desk, lost, std::chrono::seconds{61}) == PaymentState::Aborted);
    CHECK(desk.bench.charged() == 2550);
}
