#include "core/journal/data_codec.h"
#include "core/payments/ticket_payments.h"
#include "core/services/payment_service.h"
#include "core/services/verifier.h"
#include "core/storage/payment_file.h"
#include "core/storage/payment_store.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <utility>

using namespace bl;
using namespace bl::test;
using payments::PaymentAttempt;
using payments::PaymentKind;
using payments::PaymentOutcome;
using payments::PaymentState;
using services::PaymentRequest;
using services::PaymentVerdict;

namespace {

constexpr auto kTiller = RegisterFixture::kCashier;
constexpr const char* kTerminal = "zvt+tcp://127.0.0.1:20007";

/// A register with an open shift and a ticket of 25.00.
struct CardShop {
    TempDirectory directory;
    RegisterFixture till{directory.file("branchline.db")};
    services::PaymentService payments{*till.database, till.clock, till.ids};
    services::TicketService tickets{*till.context};
    services::SellService selling{*till.context};
    sales::Ticket ticket{TicketId{}};

    CardShop()
    {
        const auto product = till.product("A1", 1250);
        must(services::ShiftService(*till.context).open(Money::minor(5000), kTiller));
        ticket = till.ticket({product, product});
        must(tickets.save(ticket, kTiller));
    }

    PaymentRequest request(std::int64_t minor) const
    {
        PaymentRequest wanted;
        wanted.device = kTerminal;
        wanted.amount = Money::minor(minor);
        wanted.currency = "CNY";
        wanted.ticket = ticket.id();
        wanted.by = kTiller;
        return wanted;
    }

    PaymentAttempt moved(PaymentAttempt attempt, PaymentState state)
    {
        till.clock.advance(std::chrono::seconds(1));
        attempt.state = state;
        attempt.changedAt = till.clock.now();
        must(payments.record(attempt));
        return attempt;
    }

    PaymentAttempt approved(PaymentAttempt attempt, const std::string& trace)
    {
        attempt = moved(std::move(attempt), PaymentState::Sent);
        attempt.evidence = {"00", attempt.amount, trace, "12", "52000123", "476173******0010",
            "VISA", "K7Q2", "0102030405", "Approved", "040f0a"};
        return moved(std::move(attempt), PaymentState::Approved);
    }

    PaymentAttempt charged(std::int64_t minor, const std::string& trace)
    {
        return approved(must(payments.begin(request(minor))), trace);
    }

    PaymentAttempt unknown(std::int64_t minor)
    {
        auto attempt = moved(must(payments.begin(request(minor))), PaymentState::Sent);
        return moved(std::move(attempt), PaymentState::Unknown);
    }

    static sales::Tender card(const PaymentAttempt& attempt)
    {
        sales::TenderPayment payment;
        payment.id = attempt.id;
        return {payments::kCardTender, attempt.amount, attempt.amount, payment};
    }
    static sales::Tender cash(std::int64_t minor)
    {
        return {sales::kCash, Money::minor(minor), Money::minor(minor)};
    }
    Result<services::CompletedSale> pay(std::vector<sales::Tender> tenders)
    {
        return selling.pay(ticket.id(), std::move(tenders), kTiller);
    }
};

ErrorCode codeOf(const auto& result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

}  // namespace

TEST_CASE("A payment is stored with everything that the terminal said", "[services][payments]")
{
    CardShop shop;
    const auto attempt = shop.charged(2500, "000041");
    CHECK(must(shop.payments.find(attempt.id)) == attempt);
    CHECK(must(shop.payments.unsettled()).empty());
    CHECK(must(shop.payments.ofTicket(shop.ticket.id())) == std::vector{attempt});
    CHECK(must(shop.payments.lastTrace(kTerminal)) == "000041");
    CHECK(must(shop.payments.lastTrace("lrc+tcp://10.0.0.9:1")).empty());
    CHECK(must(shop.payments.findByTrace(kTerminal, "000041", attempt.createdAt)) == attempt.id);
    CHECK_FALSE(must(shop.payments.findByTrace(kTerminal, "000042", attempt.createdAt)));
}

TEST_CASE("What is settled stays as it is, in the database too", "[services][payments]")
{
    CardShop shop;
    auto attempt = shop.charged(2500, "000041");
    for (const auto state : {PaymentState::Created, PaymentState::Sent, PaymentState::Interacting,
             PaymentState::Declined, PaymentState::Aborted, PaymentState::Unknown,
             PaymentState::Approved}) {
        auto changed = attempt;
        changed.state = state;
        CHECK(codeOf(shop.payments.record(changed)) == ErrorCode::PaymentConflict);
    }
    CHECK(must(shop.payments.find(attempt.id)) == attempt);
    auto& database = *shop.till.database;
    CHECK_FALSE(database.run("UPDATE payments SET state = 'declined'"));
    CHECK_FALSE(database.run("UPDATE payments SET amount_minor = 1"));
    CHECK_FALSE(database.run("UPDATE payments SET charged_minor = 1"));
    CHECK_FALSE(database.run("DELETE FROM payments"));
}

TEST_CASE("A sale is not charged again before its payment is settled", "[services][payments]")
{
    CardShop shop;
    const auto lost = shop.unknown(2500);
    const auto again = shop.payments.begin(shop.request(2500));
    REQUIRE_FALSE(again);
    CHECK(again.error() == Error{ErrorCode::PaymentUnsettled, {lost.id.toString(), "unknown"}});
    CHECK(codeOf(shop.pay({CardShop::cash(2500)})) == ErrorCode::PaymentUnsettled);
    CHECK(codeOf(shop.tickets.discard(shop.ticket.id())) == ErrorCode::PaymentUnsettled);

    const auto decided =
        must(shop.payments.decide(lost.id, PaymentVerdict::NotCharged, {}, kTiller));
    CHECK(decided.state == PaymentState::Aborted);
    CHECK(decided.decidedBy == kTiller);
    CHECK(shop.payments.begin(shop.request(2500)));
}

TEST_CASE("A person settles what nobody can say, with what they read", "[services][payments]")
{
    CardShop shop;
    auto lost = shop.unknown(2500);
    payments::PaymentEvidence read;
    read.approval = "K7Q2";
    read.text = "slip of 4761739001010010";
    const auto decided =
        must(shop.payments.decide(lost.id, PaymentVerdict::Charged, read, kTiller));
    CHECK(decided.state == PaymentState::Approved);
    CHECK(decided.evidence.text == "slip of 476173******0010");
    CHECK(must(shop.payments.find(lost.id)) == decided);
    CHECK(codeOf(shop.payments.decide(lost.id, PaymentVerdict::NotCharged, {}, kTiller))
        == ErrorCode::PaymentConflict);
    CHECK(shop.pay({CardShop::card(decided)}));
}

TEST_CASE("Nobody decides that another amount was the one asked for", "[services][payments]")
{
    CardShop shop;
    auto attempt = must(shop.payments.begin(shop.request(2500)));
    CHECK(codeOf(shop.payments.decide(attempt.id, PaymentVerdict::Charged, {}, kTiller))
        == ErrorCode::PaymentConflict);
    attempt = shop.moved(attempt, PaymentState::Sent);
    attempt.evidence.amount = Money::minor(250);
    attempt = shop.moved(attempt, PaymentState::Unknown);
    CHECK(codeOf(shop.payments.decide(attempt.id, PaymentVerdict::Charged, {}, kTiller))
        == ErrorCode::PaymentConflict);
    CHECK(shop.payments.decide(attempt.id, PaymentVerdict::NotCharged, {}, kTiller));
}

TEST_CASE("After a power cut what was sent is unknown and what was not is aborted",
    "[services][payments]")
{
    CardShop shop;
    auto other = shop.request(100);
    other.ticket.reset();
    const auto created = must(shop.payments.begin(other));
    const auto sent = shop.moved(must(shop.payments.begin(other)), PaymentState::Sent);
    auto interacting = shop.moved(must(shop.payments.begin(other)), PaymentState::Sent);
    interacting = shop.moved(interacting, PaymentState::Interacting);
    const auto done = shop.charged(2500, "000041");

    const auto unknown = must(shop.payments.recover());
    REQUIRE(unknown.size() == 2);
    CHECK(unknown[0].id == sent.id);
    CHECK(unknown[1].id == interacting.id);
    CHECK(must(shop.payments.find(created.id))->state == PaymentState::Aborted);
    CHECK(must(shop.payments.find(done.id))->state == PaymentState::Approved);
    CHECK(must(shop.payments.recover()) == unknown);
}

TEST_CASE("A sale paid by card and cash prints what the terminal said", "[services][payments]")
{
    CardShop shop;
    const auto attempt = shop.charged(2000, "000041");
    CHECK(must(shop.payments.unclaimed()) == std::vector{attempt});
    const auto sale = must(shop.pay({CardShop::card(attempt), CardShop::cash(500)}));
    CHECK(must(shop.payments.unclaimed()).empty());
    const auto& tender = sale.sale.tenders.at(0);
    REQUIRE(tender.payment);
    CHECK(tender.payment->card == "476173******0010");
    CHECK(tender.payment->approval == "K7Q2");
    const auto printed = must(shop.selling.findByReceipt(sale.sale.receipt));
    REQUIRE(printed);
    CHECK(printed->sale == sale.sale);
    CHECK(must(storage::PaymentStore(*shop.till.database).saleOf(attempt.id)) == sale.line.seq);
}

TEST_CASE("Two cards pay one sale", "[services][payments]")
{
    CardShop shop;
    const auto first = shop.charged(1000, "000041");
    const auto second = shop.charged(1500, "000042");
    CHECK(codeOf(shop.pay({CardShop::card(first), CardShop::cash(1500)}))
        == ErrorCode::PaymentAttached);
    CHECK(shop.pay({CardShop::card(first), CardShop::card(second)}));
}

TEST_CASE("A payment pays its own ticket, its own amount, and once", "[services][payments]")
{
    CardShop shop;
    const auto attempt = shop.charged(2500, "000041");
    auto wrong = CardShop::card(attempt);
    SECTION("another tender") {
        wrong.kind = "alipay";
    }
    SECTION("no payment behind it") {
        wrong.payment.reset();
    }
    SECTION("a payment that nobody made") {
        wrong.payment->id = payments::PaymentId{shop.till.ids.next()};
    }
    CHECK(codeOf(shop.pay({wrong})) == ErrorCode::PaymentMismatch);

    const auto second = shop.till.ticket({shop.till.product("B2", 2500)});
    must(shop.tickets.save(second, kTiller));
    CHECK(codeOf(shop.selling.pay(second.id(), {CardShop::card(attempt)}, kTiller))
        == ErrorCode::PaymentMismatch);
    CHECK(shop.pay({CardShop::card(attempt)}));
    CHECK(codeOf(shop.selling.pay(second.id(), {CardShop::card(attempt)}, kTiller))
        == ErrorCode::PaymentMismatch);
}

TEST_CASE("A part of the amount is no payment of it", "[services][payments]")
{
    CardShop shop;
    const auto attempt = shop.charged(2000, "000041");
    auto tender = CardShop::card(attempt);
    tender.amount = tender.received = Money::minor(2500);
    CHECK(codeOf(shop.pay({tender})) == ErrorCode::PaymentMismatch);
    const auto first = CardShop::card(attempt);
    CHECK(codeOf(shop.pay({first, first})) == ErrorCode::PaymentMismatch);
}

TEST_CASE("A charged ticket is neither thrown away nor parked until the money went back",
    "[services][payments]")
{
    CardShop shop;
    const auto attempt = shop.charged(2500, "000041");
    const Error attached{ErrorCode::PaymentAttached, {attempt.id.toString(), "2500"}};
    CHECK(shop.tickets.discard(shop.ticket.id()).error() == attached);
    CHECK(shop.tickets.save(sales::Ticket(shop.ticket.id()), kTiller).error() == attached);
    CHECK(shop.tickets.park(shop.ticket, "later", kTiller).error() == attached);
    CHECK(shop.pay({CardShop::cash(2500)}).error() == attached);
    REQUIRE(must(shop.tickets.openTickets()).size() == 1);

    auto back = shop.request(2500);
    back.kind = PaymentKind::Reversal;
    back.original = attempt.id;
    const auto reversal = must(shop.payments.begin(back));
    CHECK(codeOf(shop.payments.begin(back)) == ErrorCode::PaymentUnsettled);
    CHECK(codeOf(shop.tickets.discard(shop.ticket.id())) == ErrorCode::PaymentUnsettled);
    (void)shop.approved(reversal, "000042");
    CHECK(must(shop.payments.unclaimed()).empty());
    CHECK(codeOf(shop.payments.begin(back)) == ErrorCode::PaymentMismatch);
    CHECK(codeOf(shop.pay({CardShop::card(attempt)})) == ErrorCode::PaymentMismatch);
    CHECK(shop.tickets.discard(shop.ticket.id()));
}

TEST_CASE("A ticket with payments is put aside at its own register, and comes back from there",
    "[services][payments]")
{
    CardShop shop;
    const auto lost = shop.unknown(2500);
    must(shop.tickets.putAside(shop.ticket, "later", kTiller));
    CHECK(must(shop.tickets.parked()).empty());
    REQUIRE(must(shop.tickets.openTickets()).size() == 1);
    CHECK(codeOf(shop.tickets.discardParked(shop.ticket.id(), kTiller))
        == ErrorCode::PaymentUnsettled);
    CHECK(must(shop.tickets.takeUp(shop.ticket.id(), kTiller)) == shop.ticket);

    must(shop.payments.decide(lost.id, PaymentVerdict::NotCharged, {}, kTiller));
    must(shop.tickets.putAside(shop.ticket, "later", kTiller));
    CHECK(must(shop.tickets.openTickets()).empty());
    CHECK(must(shop.tickets.parked()).size() == 1);
    // One without lines is forgotten, unless it was charged.
    const sales::Ticket empty(TicketId{shop.till.ids.next()});
    must(shop.tickets.putAside(empty, {}, kTiller));
    CHECK(must(shop.tickets.openTickets()).empty());
}

TEST_CASE("A reversal takes back the whole of what was approved", "[services][payments]")
{
    CardShop shop;
    auto back = shop.request(2500);
    back.kind = PaymentKind::Reversal;
    CHECK(codeOf(shop.payments.begin(back)) == ErrorCode::PaymentMismatch);
    const auto declined =
        shop.moved(shop.moved(must(shop.payments.begin(shop.request(2500))), PaymentState::Sent),
            PaymentState::Declined);
    back.original = declined.id;
    CHECK(codeOf(shop.payments.begin(back)) == ErrorCode::PaymentMismatch);
    const auto attempt = shop.charged(2500, "000041");
    back.original = attempt.id;
    // Its receipt's number is another payment's at another terminal.
    const auto terminal = std::exchange(back.device, "zvt+tcp://127.0.0.2:20007");
    CHECK(codeOf(shop.payments.begin(back)) == ErrorCode::PaymentMismatch);
    back.device = terminal;
    back.amount = Money::minor(2499);
    CHECK(codeOf(shop.payments.begin(back)) == ErrorCode::PaymentMismatch);
    back.kind = PaymentKind::Refund;
    CHECK(shop.payments.begin(back));
    for (const std::int64_t minor : {0, -1}) {
        const auto nothing = shop.payments.begin(shop.request(minor));
        CHECK(codeOf(nothing) == ErrorCode::InvalidPrice);
    }
}

TEST_CASE("What a device cannot take back is given back by hand, and who answers for it is kept",
    "[services][payments]")
{
    CardShop shop;
    const UserId manager{shop.till.ids.next()};
    const auto charge = shop.charged(2500, "000041");
    payments::PaymentEvidence read;
    read.receipt = "R-77";
    read.text = "slip of 4761739001010010";
    const auto back =
        must(shop.payments.recordGivenBack(charge.id, read, staff::Actor{kTiller, manager}));

    CHECK(back.kind == PaymentKind::Reversal);
    CHECK(back.state == PaymentState::Approved);
    CHECK(back.original == charge.id);
    CHECK(back.amount == charge.amount);
    CHECK(back.by == kTiller);
    CHECK(back.decidedBy == manager);
    CHECK(back.evidence.receipt == "R-77");
    CHECK(back.evidence.text == "slip of 476173******0010");
    CHECK(must(shop.payments.find(back.id)) == back);
    // The ticket owes its money again, and the shift has nothing to wait for.
    const auto ticket = payments::summarise(must(shop.payments.ofTicket(shop.ticket.id())));
    CHECK(ticket.total == Money{});
    CHECK_FALSE(ticket.unsettled);
    CHECK(must(shop.payments.unclaimed()).empty());
    CHECK(codeOf(shop.payments.recordGivenBack(charge.id, read, kTiller))
        == ErrorCode::PaymentMismatch);
    CHECK(codeOf(shop.pay({CardShop::card(charge)})) == ErrorCode::PaymentMismatch);
    CHECK(shop.pay({CardShop::cash(2500)}));
}

TEST_CASE("Only what was charged and never used is given back by hand", "[services][payments]")
{
    CardShop shop;
    CHECK(codeOf(shop.payments.recordGivenBack(payments::PaymentId{}, {}, kTiller))
        == ErrorCode::NotFound);
    const auto charge = shop.charged(2500, "000041");
    auto request = services::reversalOf(charge);
    auto under = shop.moved(must(shop.payments.begin(request)), PaymentState::Sent);
    CHECK(codeOf(shop.payments.recordGivenBack(charge.id, {}, kTiller))
        == ErrorCode::PaymentUnsettled);
    (void)shop.moved(under, PaymentState::Declined);
    CHECK(shop.pay({CardShop::card(charge)}));
    CHECK(codeOf(shop.payments.recordGivenBack(charge.id, {}, kTiller))
        == ErrorCode::PaymentMismatch);
}

TEST_CASE("A file of payments alone is made once and opened again", "[services][payments]")
{
    TempDirectory directory;
    FakeWallClock clock;
    SeededRandom random{4};
    UuidFactory ids(clock, random);
    PaymentRequest request;
    request.device = kTerminal;
    request.amount = Money::minor(100);
    request.currency = "EUR";
    PaymentAttempt attempt;
    {
        const auto file = must(storage::openPaymentFile(directory.file("payments.db"), clock));
        attempt = must(services::PaymentService(*file, clock, ids).begin(request));
    }
    const auto file = must(storage::openPaymentFile(directory.file("payments.db"), clock));
    CHECK(must(services::PaymentService(*file, clock, ids).find(attempt.id)) == attempt);
    CardShop shop;
    shop.till.database.reset();
    CHECK(codeOf(storage::openPaymentFile(shop.directory.file("branchline.db"), clock))
        == ErrorCode::DatabaseTooNew);
}
