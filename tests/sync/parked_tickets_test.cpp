#include "core/journal/line.h"
#include "core/services/verifier.h"
#include "sync/protocol/limits.h"
#include "tests/sync/feed_reader.h"
#include "tests/sync/ingest_fixture.h"

/// Parked tickets on their way between a store's registers.
namespace bl::test {

namespace {

using journal::EntityKind;

services::TicketService ticketsAt(const TestRegister& till)
{
    return services::TicketService(*till.shop->context);
}

/// Parks one piece of the shop's product.
TicketId park(Shop& shop, const std::string& label)
{
    const auto ticket = shop.till.shop->ticket({shop.product});
    must(ticketsAt(shop.till).save(ticket, RegisterFixture::kCashier));
    return must(ticketsAt(shop.till).park(ticket, label, RegisterFixture::kCashier));
}

void checkBooks(sql::Database& database)
{
    const auto result = services::Verifier(database).run();
    INFO((result ? std::string() : describe(result.error())));
    CHECK(result);
}

}  // namespace

TEST_CASE("A parked ticket is recalled at another register of the store", "[sync][ticket]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    auto neighbour = hq.enrol("S02");
    const auto id = park(shop, "red coat");
    (void)hq.push(shop.till);
    takeFeed(colleague, hq.feed(colleague));
    takeFeed(neighbour, hq.feed(neighbour));

    CHECK(must(ticketsAt(neighbour).parked()).empty());
    const auto waiting = must(ticketsAt(colleague).parked());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].label == "red coat");
    CHECK(waiting[0].user == RegisterFixture::kCashier);
    CHECK(waiting[0].registerNo == shop.till.enrolment.registerNo);
    CHECK(waiting[0].ticket.id() == id);
    const auto ticket = must(ticketsAt(colleague).recall(id, RegisterFixture::kCashier));
    CHECK(ticket.lines() == shop.till.shop->ticket({shop.product}).lines());
    checkBooks(*colleague.shop->database);

    (void)hq.push(colleague);
    takeFeed(shop.till, hq.feed(shop.till));
    CHECK(must(ticketsAt(shop.till).parked()).empty());
    CHECK(ticketsAt(shop.till).recall(id, RegisterFixture::kCashier).error().code
        == ErrorCode::TicketNotFound);
    for (auto* database :
        {shop.till.shop->database.get(), colleague.shop->database.get(), hq.database.writer.get()})
        checkBooks(*database);

    // Put aside again it is a ticket of its own.
    const auto again = must(ticketsAt(colleague).park(ticket, "again", RegisterFixture::kCashier));
    CHECK(again != id);
    (void)hq.push(colleague, 2);
    takeFeed(shop.till, hq.feed(shop.till));
    CHECK(must(ticketsAt(shop.till).parked()).front().ticket.id() == again);
}

TEST_CASE(
    "Two registers that recall the same ticket while offline both keep a copy", "[sync][ticket]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    const auto id = park(shop, "red coat");
    (void)hq.push(shop.till);
    takeFeed(colleague, hq.feed(colleague));
    takeFeed(shop.till, hq.feed(shop.till));

    const auto here = must(ticketsAt(shop.till).recall(id, RegisterFixture::kCashier));
    const auto there = must(ticketsAt(colleague).recall(id, RegisterFixture::kCashier));
    CHECK(here == there);
    (void)hq.push(colleague);
    CHECK(hq.push(shop.till, shop.till.headSeq()).quarantined.empty());
    takeFeed(colleague, hq.feed(colleague));
    takeFeed(shop.till, hq.feed(shop.till));

    storage::TicketStore mine(*shop.till.shop->database);
    storage::TicketStore theirs(*colleague.shop->database);
    CHECK(must(mine.find(id))->ticket == here);
    CHECK(must(theirs.find(id))->ticket == there);
    CHECK(must(mine.otherTaker(id)) == colleague.enrolment.registerNo);
    CHECK_FALSE(must(theirs.otherTaker(id)));
    for (auto* database :
        {shop.till.shop->database.get(), colleague.shop->database.get(), hq.database.writer.get()})
        checkBooks(*database);
}

TEST_CASE(
    "An own recall that HQ has not heard of stays when HQ tells of the ticket", "[sync][ticket]")
{
    HqFixture hq;
    Shop shop(hq);
    const auto id = park(shop, "red coat");
    (void)hq.push(shop.till);
    const auto news = hq.feed(shop.till);
    (void)must(ticketsAt(shop.till).recall(id, RegisterFixture::kCashier));
    takeFeed(shop.till, news);
    CHECK(must(ticketsAt(shop.till).parked()).empty());
    checkBooks(*shop.till.shop->database);
}

TEST_CASE("A successor finds what waits, not what ended long ago", "[sync][ticket]")
{
    HqFixture hq;
    Shop shop(hq);
    const auto waiting = park(shop, "waits");
    const auto gone = park(shop, "gone");
    must(ticketsAt(shop.till).discardParked(gone, RegisterFixture::kCashier));
    CHECK(ticketsAt(shop.till).discardParked(gone, RegisterFixture::kCashier).error().code
        == ErrorCode::TicketNotFound);
    (void)hq.push(shop.till);
    auto successor = hq.enrol("S01");
    CHECK(rowsOf(hq.feed(successor), "parked-ticket").size() == 2);
    hq.clock.advance(sync::kStoreHistory + std::chrono::milliseconds{1});
    const auto rows = rowsOf(hq.feed(successor), "parked-ticket");
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().id == waiting.toString());
}

TEST_CASE("Nobody moves a ticket of another store, or one that HQ does not know", "[sync][ticket]")
{
    HqFixture hq;
    Shop shop(hq);
    Shop neighbour(hq, "S02");
    const auto id = park(shop, "red coat");
    (void)hq.push(shop.till);
    (void)hq.push(neighbour.till);
    const auto recall = [&](const sales::TicketEnded& ended) {
        return must(neighbour.till.shop->writer->write(RegisterFixture::kCashier, ended)).seq;
    };
    const auto now = hq.clock.now();
    const auto store = neighbour.till.enrolment.store;
    const auto first = recall({store, id, sales::TicketEnd::Discarded, now});
    (void)recall({shop.till.enrolment.store, id, sales::TicketEnd::Recalled, now});
    (void)recall({store, TicketId{hq.ids.next()}, sales::TicketEnd::Recalled, now});
    const auto held = hq.push(neighbour.till, first).quarantined;
    REQUIRE(held.size() == 3);
    CHECK(held[0].problem == "depends-on-quarantined");
    CHECK(held[1].problem == "foreign-account");
    CHECK(held[2].problem == "depends-on-quarantined");
    CHECK(hq.number("SELECT COUNT(*) FROM parked_tickets WHERE state = 0") == 1);
}

}  // namespace bl::test
