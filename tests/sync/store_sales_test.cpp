#include "core/services/verifier.h"
#include "core/storage/fed_sales.h"
#include "core/storage/reports.h"
#include "core/storage/sale_store.h"
#include "sync/protocol/limits.h"
#include "tests/sync/feed_reader.h"
#include "tests/sync/ingest_fixture.h"

#include <algorithm>

/// Receipts of the store's other registers: on their way through HQ's feed into a register.
namespace bl::test {

namespace {

std::vector<sync::FeedRow> salesIn(const std::vector<sync::FeedLine>& lines)
{
    return rowsOf(lines, "sale");
}

std::vector<std::string> receiptsIn(const std::vector<sync::FeedLine>& lines)
{
    std::vector<std::string> receipts;
    for (const auto& row : salesIn(lines))
        receipts.push_back(row.data["data"]["receipt"].get<std::string>());
    return receipts;
}

Result<services::VerifyReport> verified(const TestRegister& till)
{
    return services::Verifier(*till.shop->database).run();
}

services::SellService sellingAt(const TestRegister& till)
{
    return services::SellService(*till.shop->context);
}

}  // namespace

TEST_CASE(
    "A store's sales go to its other registers, once, and to no other store", "[sync][feed][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    auto neighbour = hq.enrol("S02");
    const auto second = shop.sell();
    (void)hq.push(shop.till);

    const auto news = hq.feed(colleague);
    REQUIRE(salesIn(news).size() == 2);
    CHECK(salesIn(news)[1].data["data"]["receipt"] == second.sale.receipt);
    CHECK(salesIn(news)[1].data["hash"] == second.line.hash.toHex());
    CHECK(salesIn(hq.feed(colleague, endOf(news))).empty());
    CHECK(salesIn(hq.feed(neighbour)).empty());
    CHECK(salesIn(hq.feed(shop.till)).empty());

    const auto third = shop.sell();
    (void)hq.push(shop.till, third.line.seq);
    CHECK(receiptsIn(hq.feed(colleague, endOf(news))) == std::vector{third.sale.receipt});
}

TEST_CASE("What a counter needs comes before all sales, also where the feed is cut into pages",
    "[sync][feed][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    for (int i = 0; i < 5; ++i)
        (void)shop.sell();
    (void)hq.push(shop.till);
    (void)shop.till.shop->member("王芳", "13800138000");
    (void)hq.push(shop.till, shop.till.headSeq());

    bool salesBegan = false;
    bool changed = false;
    std::vector<std::string> receipts;
    std::string cursor;
    for (bool more = true; more;) {
        const auto page = feedLines(
            hq.ask("GET", "/sync/v1/feed?max=700&after=" + cursor, colleague.enrolment.token).body);
        for (const auto& line : page) {
            const auto* row = std::get_if<sync::FeedRow>(&line);
            if (!row)
                continue;
            if (row->kind == "sale")
                receipts.push_back(row->data["data"]["receipt"].get<std::string>());
            else if (!changed)
                CHECK_FALSE(salesBegan);
            salesBegan = salesBegan || row->kind == "sale";
        }
        cursor = endOf(page);
        more = std::get<sync::FeedCursor>(page.back()).more;
        if (salesBegan && !std::exchange(changed, true)) {
            // What changes meanwhile is neither lost nor does it begin the sales anew.
            hq.clock.advance(std::chrono::seconds{1});
            hq.change(journal::EntityKind::User, hq.cashier.uuid, "name", std::string("May"));
        }
    }
    CHECK(receipts.size() == 6);
    CHECK(std::is_sorted(receipts.begin(), receipts.end()));
    const auto after = hq.feed(colleague, cursor);
    CHECK(after.size() == 2);
}

TEST_CASE("The feed goes back 90 days by HQ's clock", "[sync][feed][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    (void)hq.push(shop.till);
    hq.clock.advance(sync::kStoreHistory);
    CHECK(salesIn(hq.feed(colleague)).size() == 1);
    hq.clock.advance(std::chrono::milliseconds{1});
    CHECK(salesIn(hq.feed(colleague)).empty());
}

TEST_CASE("A register waits for its colleagues' sales, not for those of another store",
    "[sync][feed][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    auto neighbour = hq.enrol("S02");
    const auto wait = [&](const TestRegister& who) {
        return hq.send(
            "GET", "/sync/v1/feed?wait=25&after=" + endOf(hq.feed(who)), who.enrolment.token);
    };
    const auto here = wait(colleague);
    const auto there = wait(neighbour);
    (void)hq.push(shop.till);
    hq.executor.advance(std::chrono::seconds{1});
    REQUIRE(*here);
    CHECK(salesIn(feedLines((*here)->body)).size() == 1);
    CHECK_FALSE(*there);
}

TEST_CASE(
    "A register finds its colleague's receipt, and its own figures stay its own", "[sync][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    const auto member = shop.till.shop->member("王芳", "13800138000");
    auto ticket = shop.till.shop->ticket({shop.product, shop.product});
    ticket.setMember(member.id);
    const auto sold = must(shop.till.shop->sell(ticket));
    (void)hq.push(shop.till);
    const auto before = must(storage::Reports(*colleague.shop->database).totals());
    const auto news = hq.feed(colleague);
    takeFeed(colleague, news);
    takeFeed(colleague, news);  // a page may come again

    const auto found = must(sellingAt(colleague).findByReceipt(sold.sale.receipt));
    REQUIRE(found);
    CHECK(found->sale == sold.sale);
    CHECK(found->line.hash == sold.line.hash);
    CHECK(found->line.seq == sold.line.seq);
    CHECK(found->rules == sold.rules);
    CHECK(found->user == sold.user);
    CHECK(must(sellingAt(colleague).recent(10)).size() == 2);
    CHECK(must(sellingAt(colleague).recent(1)).front().sale == sold.sale);

    const auto after = must(storage::Reports(*colleague.shop->database).totals());
    CHECK(after.sales == before.sales);
    CHECK(must(storage::Reports(*colleague.shop->database).members(5)).count == 0);
    CHECK(verified(colleague));

    // Own trade beside it.
    colleague.openShift();
    const auto own = must(colleague.shop->sell(colleague.shop->ticket({shop.product})));
    CHECK(verified(colleague));
    const auto all = must(sellingAt(colleague).recent(10));
    CHECK(all.size() == 3);
    CHECK(std::any_of(all.begin(), all.end(),
        [&](const services::CompletedSale& sale) { return sale.sale == own.sale; }));
}

TEST_CASE("The verifier looks at the sales of other registers too", "[sync][sales][verifier]")
{
    HqFixture hq;
    Shop first(hq);
    auto till = hq.enrol("S01");  // its number lies between the others'
    Shop third(hq);
    (void)hq.push(first.till);
    (void)hq.push(third.till);
    takeFeed(till, hq.feed(till));
    till.openShift();
    (void)must(till.shop->sell(till.shop->ticket({first.product})));
    REQUIRE(verified(till));

    const char* damage = GENERATE("UPDATE sales SET total_minor = total_minor + 1 WHERE line_id IN"
                                  " (SELECT line_id FROM fed_sales)",
        "DELETE FROM sale_lines WHERE line_id = (SELECT MAX(line_id) FROM fed_sales)",
        "DELETE FROM fed_sales WHERE line_id = (SELECT MIN(line_id) FROM fed_sales)");
    must(till.shop->database->script(damage));
    const auto found = verified(till);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::BrokenInvariant);
}

TEST_CASE("A register forgets its colleagues' old sales and keeps its own", "[sync][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    (void)hq.push(shop.till);
    takeFeed(colleague, hq.feed(colleague));
    colleague.openShift();
    const auto own = must(colleague.shop->sell(colleague.shop->ticket({shop.product})));
    must(storage::FedSales(*colleague.shop->database)
             .forgetBefore(own.sale.time + std::chrono::hours{1}));

    const auto left = must(sellingAt(colleague).recent(10));
    REQUIRE(left.size() == 1);
    CHECK(left.front().sale == own.sale);
    CHECK(verified(colleague));
}

TEST_CASE("A sale that this version cannot read is kept until one can", "[sync][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto colleague = hq.enrol("S01");
    (void)hq.push(shop.till);
    auto lines = hq.feed(colleague);
    auto& row = std::get<sync::FeedRow>(lines[lines.size() - 2]);
    REQUIRE(row.kind == "sale");
    row.data["v"] = 2;
    takeFeed(colleague, lines);

    auto& database = *colleague.shop->database;
    CHECK(must(database.selectInteger("SELECT COUNT(*) FROM unknown_rows")) == 1);
    CHECK(must(sellingAt(colleague).recent(10)).empty());
    row.data["v"] = 1;
    must(database.run("UPDATE unknown_rows SET row = replace(row, '\"v\":2', '\"v\":1')"));
    must(storage::ConfirmedRows(database).readKeptRows({}));
    CHECK(must(sellingAt(colleague).recent(10)).size() == 1);
    CHECK(must(database.selectInteger("SELECT COUNT(*) FROM unknown_rows")) == 0);
}

TEST_CASE("A sale of any store is told by its receipt's number", "[sync][sales]")
{
    HqFixture hq;
    Shop shop(hq);
    auto neighbour = hq.enrol("S02");
    (void)hq.push(shop.till);
    const auto sold = must(sellingAt(shop.till).recent(1)).front();
    const auto ask = [&](const std::string& receipt) {
        return hq.ask("GET", "/sync/v1/sales/" + receipt, neighbour.enrolment.token);
    };
    const auto answer = ask(sold.sale.receipt);
    REQUIRE(answer.status == 200);
    const auto record = must(journal::saleRecordFromJson(jsonOf(answer)["data"]));
    CHECK(record.sale == sold.sale);
    CHECK(record.hash == sold.line.hash);
    CHECK(jsonOf(answer)["id"] == "2/" + std::to_string(sold.line.seq));
    CHECK(ask("S01%2d1%2D000001").status == 200);

    CHECK(ask("S01-1-000099").status == 404);
    CHECK(problemCode(ask("S01-1-000099")) == "not-found");
    CHECK(ask("S01-1-00000").status == 404);
    CHECK(ask("%FF").status == 400);
    CHECK(ask(std::string(64, 'x')).status == 404);
    CHECK(ask(std::string(65, 'x')).status == 400);
    CHECK(ask("").status == 404);
    CHECK(ask("S01-1-000001/lines").status == 404);
    CHECK(hq.ask("GET", "/sync/v1/sales/" + sold.sale.receipt).status == 401);
    CHECK(hq.ask("POST", "/sync/v1/sales/x", neighbour.enrolment.token).status == 405);
}

}  // namespace bl::test
