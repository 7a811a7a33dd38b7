#include "sync/protocol/limits.h"
#include "tests/sync/ingest_fixture.h"

using namespace bl;
using test::HqFixture;
using test::kShopLines;
using test::Shop;

namespace {

/// Every table that a push can change, as one text.
std::string stateOf(HqFixture& hq)
{
    std::string text;
    for (const char* query : {"SELECT line_id, hex(line) FROM journal ORDER BY 1",
             "SELECT head_seq, hex(head_hash) FROM chains ORDER BY register_no",
             "SELECT account || unit, balance || '/' || version FROM accounts ORDER BY 1",
             "SELECT line_id, leg || '/' || amount FROM postings ORDER BY 1, leg",
             "SELECT line_id, receipt FROM sales", "SELECT line_id, problem FROM quarantined_lines",
             "SELECT line_id, flag FROM line_flags ORDER BY 1, 2",
             "SELECT hex(product_id), version FROM products ORDER BY 1",
             "SELECT hex(member_id), name FROM members ORDER BY 1",
             "SELECT sales, sold_minor FROM day_totals", "SELECT position, epoch FROM hq_state"}) {
        auto rows = test::must(hq.database.writer->select(query));
        while (rows.next())
            text += rows.text(0) + '|' + rows.text(1) + '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("What a register did is at HQ to the cent and the piece", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    const auto answer = hq.push(shop.till);

    CHECK(answer.acknowledgedSeq == kShopLines);
    CHECK(answer.acknowledgedHash
        == test::must(storage::JournalStore(*shop.till.shop->database).find(2))->head.hash);
    CHECK(answer.quarantined.empty());
    CHECK(answer.time == toMillis(hq.clock.now()));
    CHECK(hq.number("SELECT total_minor FROM sales") == 1500);
    CHECK(test::stockOf(hq, shop.product, shop.till.enrolment.store) == -1000);
    CHECK(hq.number("SELECT COUNT(*) FROM journal WHERE line_id >> 40 = 2") == kShopLines);
}

TEST_CASE("A push that comes again changes nothing and is answered alike", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    const auto first = hq.push(shop.till);
    const auto state = stateOf(hq);

    const auto second = hq.push(shop.till);
    CHECK(stateOf(hq) == state);
    CHECK(second.toJson() == first.toJson());
    CHECK_FALSE(second.flags.empty());

    SECTION("in part") {
        (void)shop.sell();
        const auto rest = hq.push(shop.till, 3);
        CHECK(rest.acknowledgedSeq == kShopLines + 1);
        CHECK(hq.number("SELECT COUNT(*) FROM sales") == 2);
    }
}

TEST_CASE("A push that begins too late is told where to go on", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    const auto state = stateOf(hq);
    const auto response = hq.pushBytes(shop.till, 3, shop.till.lines(3, 4));

    CHECK(response.status == 409);
    const auto problem = test::must(sync::Problem::fromJson(test::jsonOf(response)));
    CHECK(problem.code == "gap");
    CHECK(problem.acknowledged == 0);
    CHECK(stateOf(hq) == state);
}

TEST_CASE(
    "Other bytes at a known number are a fork, and nothing of the push is taken", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    (void)hq.push(shop.till);
    (void)shop.sell();
    const auto state = stateOf(hq);
    const auto forked = shop.till.line(3) + '\n' + test::withText(shop.till.line(4), "1500", "1501")
        + '\n' + shop.till.line(5) + '\n';

    const auto response = hq.pushBytes(shop.till, 3, forked);
    CHECK(response.status == 409);
    CHECK(test::problemCode(response) == "fork");
    CHECK(stateOf(hq) == state);
}

TEST_CASE(
    "Pushes of several registers share a transaction, and a bad one harms none", "[sync][ingest]")
{
    HqFixture hq;
    Shop good(hq);
    Shop gap(hq);
    Shop forked(hq);
    Shop malformed(hq);
    Shop late(hq, "S02");
    (void)hq.push(forked.till);
    (void)forked.sell();
    for (const auto* shop : {&good, &gap, &forked, &malformed, &late})
        REQUIRE(hq.ask("GET", "/sync/v1/journal/head", shop->till.enrolment.token).status == 200);
    const auto writes = hq.database.writes;

    const auto a = hq.queuePush(good.till, 1, good.till.lines(1, 4));
    const auto b = hq.queuePush(gap.till, 2, gap.till.lines(2, 4));
    const auto c = hq.queuePush(forked.till, 4, forked.till.line(5) + '\n');
    const auto d = hq.queuePush(malformed.till, 1, "\n\n");
    const auto e = hq.queuePush(late.till, 1, late.till.lines(1, 4));
    hq.executor.run();

    CHECK((*a)->status == 200);
    CHECK(test::problemCode(**b) == "gap");
    CHECK(test::problemCode(**c) == "fork");
    CHECK(test::problemCode(**d) == "malformed");
    CHECK((*e)->status == 200);
    CHECK(hq.number("SELECT COUNT(*) FROM sales") == 3);
    CHECK(hq.database.writes == writes + 1);
}

TEST_CASE("Two pushes of one register in one batch follow each other", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    const auto first = hq.queuePush(shop.till, 1, shop.till.lines(1, 4));
    (void)shop.sell();
    const auto again = hq.queuePush(shop.till, 1, shop.till.lines(1, 5));
    hq.executor.run();

    CHECK((*first)->status == 200);
    CHECK((*again)->status == 200);
    CHECK(hq.number("SELECT COUNT(*) FROM sales") == 2);
    CHECK(test::stockOf(hq, shop.product, shop.till.enrolment.store) == -2000);
}

TEST_CASE("A full disk acknowledges nothing, and the same push succeeds later", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    Shop other(hq);
    const auto state = stateOf(hq);
    test::must(hq.database.writer->script("PRAGMA max_page_count = 1"));
    const auto a = hq.queuePush(shop.till, 1, shop.till.lines(1, 4));
    const auto b = hq.queuePush(other.till, 1, other.till.lines(1, 4));
    hq.executor.run();
    for (const auto& reply : {a, b}) {
        CHECK((*reply)->status == 503);
        CHECK_FALSE((*reply)->headers.find("Retry-After").empty());
        CHECK(test::jsonOf(**reply)["retryable"] == true);
    }
    CHECK(stateOf(hq) == state);

    test::must(hq.database.writer->script("PRAGMA max_page_count = 1000000"));
    CHECK(hq.push(shop.till).acknowledgedSeq == 4);
    CHECK(hq.push(other.till).acknowledgedSeq == 4);
}

TEST_CASE("A push has limits", "[sync][ingest]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto status = [&](std::string body) {
        return hq.pushBytes(till, 1, std::move(body)).status;
    };
    const auto many = [](std::size_t lines) {
        std::string body;
        for (std::size_t i = 0; i < lines; ++i)
            body += "{}\n";
        return body;
    };
    CHECK(status(many(sync::kMaxPushLines + 1)) == 413);
    CHECK(status(std::string(sync::kMaxLineBytes + 1, ' ') + '\n') == 413);
    CHECK(status(std::string(sync::kMaxPushBytes, '\n') + '\n') == 413);
    CHECK(status("") == 400);
    CHECK(status("\n") == 400);
    CHECK(status("{}\n\n{}\n") == 400);
    CHECK(hq.number("SELECT COUNT(*) FROM journal WHERE line_id >> 40 = 2") == 0);

    // What is framed right is taken, whatever it says; the last newline may be missing.
    CHECK(status(many(sync::kMaxPushLines)) == 200);
    CHECK(hq.pushBytes(till, 1001, std::string(sync::kMaxLineBytes, ' ')).status == 200);
    CHECK(hq.number("SELECT COUNT(*) FROM quarantined_lines") == 1001);
    CHECK(hq.number("SELECT length(line) FROM journal WHERE line_id = (2 << 40) + 1001")
        == static_cast<std::int64_t>(sync::kMaxLineBytes));
}

TEST_CASE("Pushes that come together share a transaction up to its bound", "[sync][ingest]")
{
    HqFixture hq;
    Shop first(hq), second(hq), third(hq);
    sync::IngestOptions options;
    options.batchRequests = 2;
    hq.hq.emplace(sync::HqContext{hq.executor, hq.clock, hq.random, hq.database}, options);
    // What knows a register reads its token first; later pushes come to ingest at once.
    for (const auto* shop : {&first, &second, &third})
        REQUIRE(hq.ask("GET", "/sync/v1/journal/head", shop->till.enrolment.token).status == 200);
    const auto writes = hq.database.writes;

    const auto one = hq.queuePush(first.till, 1, first.till.lines(1, 4));
    const auto two = hq.queuePush(second.till, 1, second.till.lines(1, 4));
    const auto three = hq.queuePush(third.till, 1, third.till.lines(1, 4));
    hq.executor.run();
    for (const auto& reply : {one, two, three})
        CHECK((*reply)->status == 200);
    CHECK(hq.database.writes == writes + 2);
}
