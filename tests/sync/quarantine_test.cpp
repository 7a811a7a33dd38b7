#include "core/journal/line.h"
#include "core/money/limits.h"
#include "core/services/verifier.h"
#include "sync/protocol/limits.h"
#include "tests/sync/ingest_fixture.h"

using namespace bl;
using test::HqFixture;
using test::kShopLines;
using test::Shop;
using test::TestRegister;
using test::withText;

namespace {

using Flags = std::vector<std::pair<std::int64_t, std::string>>;

Flags flagsIn(const sync::PushAnswer& answer)
{
    Flags flags;
    for (const auto& flag : answer.flags)
        flags.emplace_back(flag.seq, flag.flag);
    return flags;
}

std::vector<std::string> problemsIn(HqFixture& hq, std::int64_t registerNo)
{
    std::vector<std::string> problems;
    auto rows = test::must(hq.database.writer->select(
        "SELECT problem FROM quarantined_lines WHERE line_id >> 40 = ? ORDER BY line_id",
        registerNo));
    while (rows.next())
        problems.push_back(rows.text(0));
    return problems;
}

std::string encoded(const TestRegister& till, std::int64_t seq, journal::OperationData data,
    UserId by = test::RegisterFixture::kCashier)
{
    journal::Operation operation;
    operation.registerId = till.enrolment.registerId;
    operation.seq = seq;
    operation.hlc = HybridClock(till.shop->clock).next();
    operation.at = "2026-01-02T11:04:05.678+08:00";
    operation.by = by;
    operation.rules = "r0";
    operation.data = std::move(data);
    const auto effects = test::must(journal::effects(operation));
    return test::must(journal::encodeLine(operation, effects.postings));
}

journal::EntityChanged changeOf(
    journal::EntityKind kind, const Uuid& id, std::string_view field, journal::FieldValue value)
{
    journal::EntityChanged changed;
    changed.kind = kind;
    changed.id = id;
    changed.fields.emplace_back(*journal::schemaOf(kind).find(field), std::move(value));
    return changed;
}

}  // namespace

TEST_CASE("A line that cannot be applied is held back, and the later ones go on", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    (void)shop.sell();
    auto& till = shop.till;
    std::string line = till.line(4);
    std::string problem;
    SECTION("it does not parse") {
        line = line.substr(0, line.size() - 1);
        problem = "invalid-json";
    }
    SECTION("of a type that nobody knows") {
        line = withText(line, "sale.completed", "sale.imagined");
        problem = "unknown-operation";
    }
    SECTION("of a later version") {
        line = withText(line, "\"v\":1", "\"v\":2");
        problem = "unknown-operation";
    }
    SECTION("its postings are not those of the sale") {
        line = withText(line, "\"CNY\",1500", "\"CNY\",1501");
        problem = "unbalanced-operation";
    }
    SECTION("its fingerprint is another one") {
        const auto at = line.find("\"ph\":\"") + 6;
        line[at] = line[at] == '0' ? '1' : '0';
        problem = "unbalanced-operation";
    }
    SECTION("tenders that do not pay it") {
        line = withText(line, "\"total\":1500", "\"total\":1400");
        problem = "unbalanced-operation";
    }
    SECTION("in the name of another register") {
        line = withText(
            line, till.enrolment.registerId.toString(), RegisterId{hq.ids.next()}.toString());
        problem = "broken-chain";
    }
    SECTION("with another number") {
        line = withText(line, "\"seq\":4", "\"seq\":5");
        problem = "broken-chain";
    }
    SECTION("an amount that cannot be") {
        // A register does not make such a line; somebody else might.
        line = withText(encoded(till, 4,
                            stock::StockCorrection{till.enrolment.store, shop.product.id,
                                shop.product.code, Quantity::thousandths(987654321), "count",
                                "2026-01-02", till.shop->clock.now(), {}}),
            "987654321", std::to_string(kMaxLineAmount + 1));
        problem = "amount-overflow";
    }
    SECTION("at another store") {
        line = encoded(till, 4,
            stock::StockCorrection{hq.store("S02"), shop.product.id, shop.product.code,
                Quantity::thousandths(1000), "count", "2026-01-02", till.shop->clock.now(), {}});
        problem = "foreign-account";
    }
    SECTION("what belongs to HQ") {
        line = encoded(till, 4,
            journal::EntityCreated{journal::Entity(journal::EntityKind::Tier, hq.ids.next())
                                       .set("code", "gold")
                                       .set("name", "gold")
                                       .set("rank", std::int64_t{1})
                                       .set("active", std::int64_t{1})});
        problem = "permission-denied";
    }
    SECTION("somebody's role") {
        line = encoded(
            till, 4, changeOf(journal::EntityKind::User, hq.cashier.uuid, "role", hq.ids.next()));
        problem = "permission-denied";
    }
    SECTION("the owner of a product") {
        line = encoded(till, 4,
            changeOf(
                journal::EntityKind::Product, shop.product.id.uuid, "store", hq.store("S02").uuid));
        problem = "permission-denied";
    }

    const auto before = hq.number("SELECT COUNT(*) FROM sales");
    const auto response =
        hq.pushBytes(till, 1, till.lines(1, 3) + line + '\n' + till.line(5) + '\n');
    REQUIRE(response.status == 200);
    const auto answer = test::must(sync::PushAnswer::fromJson(test::jsonOf(response)));
    REQUIRE(answer.quarantined.size() == 1);
    CHECK(answer.quarantined[0].seq == 4);
    CHECK(answer.quarantined[0].problem == problem);
    CHECK(answer.acknowledgedSeq == 5);
    CHECK(problemsIn(hq, 2) == std::vector{problem});
    CHECK(hq.number("SELECT COUNT(*) FROM journal WHERE line_id >> 40 = 2") == 5);
    CHECK(hq.number("SELECT COUNT(*) FROM sales") == before + 1);
    CHECK(test::stockOf(hq, shop.product, till.enrolment.store) == -1000);
    CHECK(hq.number("SELECT COUNT(*) FROM postings WHERE line_id = (2 << 40) + 4") == 0);

    // The register hears of it again, and the feed says so.
    CHECK(test::must(sync::PushAnswer::fromJson(
                         test::jsonOf(hq.pushBytes(till, 1, till.lines(1, 3) + line + '\n'))))
              .quarantined.size()
        == 1);
    const auto header = std::get<sync::FeedHeader>(hq.feed(till).front());
    CHECK(header.applied == 5);
    CHECK(header.quarantined == std::vector<std::int64_t>{4});
}

TEST_CASE("What depends on a line that was held back is held back with it", "[sync][ingest]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto member = till.shop->member("王芳", "13800138000");
    till.openShift();
    (void)test::must(services::ShiftService(*till.shop->context)
                         .close(Money::minor(10000), till.shop->kCashier));
    const auto brokenMember = withText(till.line(1), "\"ph\":\"", "\"ph\":\"0");
    const auto brokenShift = withText(till.line(2), "\"ph\":\"", "\"ph\":\"0");
    till.shop->clock.advance(std::chrono::seconds{1});
    const auto change = encoded(
        till, 4, changeOf(journal::EntityKind::Member, member.id.uuid, "note", std::string("VIP")));

    SECTION("the member and the shift") {
        const auto response = hq.pushBytes(till, 1,
            brokenMember + '\n' + brokenShift + '\n' + till.line(3) + '\n' + change + '\n');
        REQUIRE(response.status == 200);
        CHECK(problemsIn(hq, 2)
            == std::vector<std::string>{"unbalanced-operation", "unbalanced-operation",
                "depends-on-quarantined", "depends-on-quarantined"});
        CHECK(hq.number("SELECT COUNT(*) FROM members") == 0);
        CHECK(hq.number("SELECT COUNT(*) FROM shifts") == 0);
        CHECK(hq.number("SELECT COUNT(*) FROM quarantined_lines WHERE kind = 'member'") == 2);
        CHECK(hq.number("SELECT COUNT(*) FROM quarantined_lines WHERE kind = 'shift' AND entity_id "
                        "IS NOT NULL")
            == 2);
    }
    SECTION("the shift alone") {
        REQUIRE(
            hq.pushBytes(till, 1,
                  till.line(1) + '\n' + brokenShift + '\n' + till.line(3) + '\n' + change + '\n')
                .status
            == 200);
        CHECK(problemsIn(hq, 2)
            == std::vector<std::string>{"unbalanced-operation", "depends-on-quarantined"});
        CHECK(hq.number("SELECT COUNT(*) FROM members WHERE note = 'VIP'") == 1);
    }
}

TEST_CASE("A register prices and changes its own store's products only", "[sync][ingest]")
{
    HqFixture hq;
    Shop shop(hq);
    (void)hq.push(shop.till);
    auto neighbour = hq.enrol("S02");
    journal::Entity price(journal::EntityKind::Price, shop.product.id.uuid);
    price.set("product", shop.product.id.uuid)
        .set("release", std::int64_t{0})
        .set("amount", std::int64_t{1});
    const auto rename = [&](const TestRegister& till, std::int64_t seq) {
        return encoded(till, seq,
            changeOf(
                journal::EntityKind::Product, shop.product.id.uuid, "name", std::string("new")));
    };

    REQUIRE(hq.pushBytes(neighbour, 1,
                  encoded(neighbour, 1, journal::EntityCreated{price}) + '\n' + rename(neighbour, 2)
                      + '\n')
                .status
        == 200);
    CHECK(problemsIn(hq, 3) == std::vector<std::string>{"permission-denied", "permission-denied"});

    shop.till.shop->clock.advance(std::chrono::seconds{1});
    REQUIRE(
        hq.pushBytes(shop.till, kShopLines + 1, rename(shop.till, kShopLines + 1)).status == 200);
    CHECK(problemsIn(hq, 2) == std::vector<std::string>{});
    CHECK(hq.number("SELECT COUNT(*) FROM products WHERE name = 'new'") == 1);
}

TEST_CASE("A cashier's new PIN comes from the register where they stand", "[sync][ingest]")
{
    HqFixture hq;
    auto till = hq.enrol();
    till.shop->clock.advance(std::chrono::seconds{1});
    journal::EntityChanged pin =
        changeOf(journal::EntityKind::User, hq.cashier.uuid, "pinHash", std::string("$new"));
    pin.fields.emplace_back(
        *journal::schemaOf(journal::EntityKind::User).find("pinTemporary"), std::int64_t{0});

    REQUIRE(hq.pushBytes(till, 1, encoded(till, 1, pin, hq.cashier) + '\n').status == 200);
    CHECK(problemsIn(hq, 2) == std::vector<std::string>{});
    CHECK(hq.number("SELECT COUNT(*) FROM users WHERE pin_hash = '$new'") == 1);
}

TEST_CASE("What happened is applied and flagged", "[sync][ingest]")
{
    HqFixture hq;
    auto till = hq.enrol();

    SECTION("stock below zero") {
        Shop shop(hq);
        CHECK(flagsIn(hq.push(shop.till)) == Flags{{4, "stock-negative"}});
        CHECK(hq.number("SELECT COUNT(*) FROM line_flags WHERE line_id = (3 << 40) + 4") == 1);
    }
    SECTION("a product and a member that HQ does not know") {
        till.openShift();
        catalog::Product ghost;
        ghost.id = ProductId{hq.ids.next()};
        ghost.code = "ghost";
        ghost.name = "ghost";
        ghost.price = Money::minor(100);
        auto ticket = till.shop->ticket({ghost});
        ticket.setMember(MemberId{hq.ids.next()});
        (void)test::must(till.shop->sell(ticket));
        CHECK(flagsIn(hq.push(till))
            == Flags{{2, "unknown-product"}, {2, "unknown-member"}, {2, "stock-negative"}});
        CHECK(hq.number("SELECT COUNT(*) FROM sales") == 1);
    }
    SECTION("a clock that runs ahead") {
        till.shop->clock.advance(sync::kClockSkewFlagged);
        (void)till.shop->member("准", "13800138001");
        till.shop->clock.advance(std::chrono::milliseconds{1});
        (void)till.shop->member("快", "13800138002");
        CHECK(flagsIn(hq.push(till)) == Flags{{2, "clock"}});
    }
    SECTION("a phone number that another member has") {
        auto other = hq.enrol("S02");
        (void)till.shop->member("王芳", "13800138000");
        (void)other.shop->member("王小芳", "13800138000");
        (void)other.shop->member("李雷", "13900139000");
        CHECK(flagsIn(hq.push(till)).empty());
        CHECK(flagsIn(hq.push(other)) == Flags{{1, "duplicate-member"}});
        CHECK(hq.number("SELECT COUNT(*) FROM members") == 3);
    }
    SECTION("somebody who may not work any more") {
        hq.change(journal::EntityKind::User, hq.cashier.uuid, "active", std::int64_t{0});
        const auto line = encoded(till, 1,
            stock::StockCorrection{till.enrolment.store, ProductId{hq.ids.next()}, "x",
                Quantity::thousandths(1000), "count", "2026-01-02", till.shop->clock.now(), {}},
            hq.cashier);
        const auto response = hq.pushBytes(till, 1, line + '\n');
        REQUIRE(response.status == 200);
        CHECK(flagsIn(test::must(sync::PushAnswer::fromJson(test::jsonOf(response))))
            == Flags{{1, "revoked-user"}, {1, "unknown-product"}});
    }
}

TEST_CASE(
    "The books hold where a member was made by a clock that runs ahead and changed by another",
    "[sync][ingest][verifier]")
{
    HqFixture hq;
    auto fast = hq.enrol();
    auto right = hq.enrol();
    fast.shop->clock.advance(std::chrono::minutes{1});
    const auto member = fast.shop->member("王芳", "13800138000");
    (void)hq.push(fast);
    REQUIRE(hq.pushBytes(right, 1,
                  encoded(right, 1,
                      changeOf(journal::EntityKind::Member, member.id.uuid, "name",
                          std::string("written before by the clock")))
                      + '\n')
                .status
        == 200);
    CHECK(hq.number("SELECT COUNT(*) FROM members WHERE name = '王芳'") == 1);
    CHECK(services::Verifier(*hq.database.writer).run());
}

TEST_CASE("A clock that runs ahead wins five minutes at most", "[sync][ingest]")
{
    HqFixture hq;
    auto fast = hq.enrol();
    auto right = hq.enrol();
    const auto member = right.shop->member("王芳", "13800138000");
    (void)hq.push(right);
    const auto note = [&](const TestRegister& till, std::int64_t seq, const std::string& text) {
        return hq.pushBytes(till, seq,
            encoded(till, seq, changeOf(journal::EntityKind::Member, member.id.uuid, "note", text))
                + '\n');
    };
    fast.shop->clock.advance(std::chrono::hours{24 * 365});
    REQUIRE(note(fast, 1, "from the future").status == 200);
    CHECK(hq.number("SELECT COUNT(*) FROM members WHERE note = 'from the future'") == 1);
    CHECK(services::Verifier(*hq.database.writer).run());

    hq.clock.advance(std::chrono::minutes{6});
    right.shop->clock.advance(std::chrono::minutes{6});
    REQUIRE(note(right, 2, "now").status == 200);
    CHECK(hq.number("SELECT COUNT(*) FROM members WHERE note = 'now'") == 1);
}
