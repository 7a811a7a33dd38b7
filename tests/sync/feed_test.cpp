#include "sync/protocol/limits.h"
#include "sync/server/feed_cursor.h"
#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"

#include <algorithm>
#include <set>

using namespace bl;
using journal::Entity;
using journal::EntityKind;
using test::HqFixture;
using test::TestRegister;

namespace {

std::vector<sync::FeedRow> rowsIn(const std::vector<sync::FeedLine>& lines)
{
    std::vector<sync::FeedRow> rows;
    for (const auto& line : lines) {
        if (const auto* row = std::get_if<sync::FeedRow>(&line))
            rows.push_back(*row);
    }
    return rows;
}

std::vector<sync::FeedRow> rowsOf(const std::vector<sync::FeedLine>& lines, const std::string& kind)
{
    auto rows = rowsIn(lines);
    std::erase_if(rows, [&](const sync::FeedRow& row) { return row.kind != kind; });
    return rows;
}

std::string lastCursor(const std::vector<sync::FeedLine>& lines)
{
    return std::get<sync::FeedCursor>(lines.back()).cursor;
}

Entity categoryEntity(HqFixture& hq, const std::string& name)
{
    Entity entity(EntityKind::Category, hq.ids.next());
    entity.set("code", name)
        .set("name", name)
        .set("rank", std::int64_t{0})
        .set("active", std::int64_t{1});
    return entity;
}

Entity productEntity(HqFixture& hq, const std::string& name, std::optional<StoreId> store)
{
    Entity entity(EntityKind::Product, hq.ids.next());
    entity.set("code", name)
        .set("name", name)
        .set("initials", name)
        .set("measure", std::int64_t{0})
        .set("active", std::int64_t{1});
    if (store)
        entity.set("store", store->uuid);
    return entity;
}

std::string pollTarget(const std::string& cursor)
{
    return "/sync/v1/feed?wait=25&after=" + cursor;
}

}  // namespace

TEST_CASE("The feed from an empty cursor is the whole snapshot, each thing once at its last change",
    "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto category = hq.create(categoryEntity(hq, "tea"));
    hq.create(categoryEntity(hq, "milk"));
    hq.clock.advance(std::chrono::seconds{1});
    hq.change(EntityKind::Category, category, "name", std::string("green tea"));
    (void)till.shop->member("王芳", "13800138000");
    (void)hq.push(till);

    const auto lines = hq.feed(till);
    const auto header = std::get<sync::FeedHeader>(lines.front());
    CHECK(header.epoch == till.enrolment.epoch);
    CHECK(header.applied == 1);
    CHECK(header.quarantined.empty());
    CHECK(header.time == toMillis(hq.clock.now()));

    const auto rows = rowsIn(lines);
    std::set<std::string> ids;
    for (const auto& row : rows)
        CHECK(ids.insert(row.kind + row.id).second);
    CHECK(rows.size() == 2 + 1 + 1 + 2 + 1);  // stores, user, register, categories, member
    CHECK(std::is_sorted(rows.begin(), rows.end(),
        [](const sync::FeedRow& a, const sync::FeedRow& b) { return a.counter < b.counter; }));
    CHECK(rowsOf(lines, "category").back().data["name"] == "green tea");
    CHECK(rowsOf(lines, "category").back().counter == rows.back().counter - 1);
    CHECK(rowsOf(lines, "member").front().data["phone"] == "13800138000");
}

TEST_CASE("Behind a cursor come only later changes", "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto all = hq.feed(till);
    CHECK(rowsIn(hq.feed(till, lastCursor(all))).empty());

    hq.create(categoryEntity(hq, "tea"));
    const auto news = hq.feed(till, lastCursor(all));
    REQUIRE(rowsIn(news).size() == 1);
    CHECK(rowsIn(news).front().kind == "category");
    CHECK(rowsIn(news).front().epochNo == 1);
}

TEST_CASE("Password hashes stay at HQ, PIN hashes do not", "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto users = rowsOf(hq.feed(till), "user");
    REQUIRE(users.size() == 1);
    CHECK(users.front().data["pinHash"] == "$argon2id$pin");
    CHECK_FALSE(users.front().data.contains("passwordHash"));
    CHECK(hq.ask("GET", "/sync/v1/feed", till.enrolment.token).body.find("$argon2id$password")
        == std::string::npos);
}

TEST_CASE("The chain's templates go to all registers, a store's own to its own only",
    "[sync][feed][template]")
{
    const auto templateOf = [](const Uuid& id, std::optional<StoreId> store) {
        journal::Entity made(journal::EntityKind::Template, id);
        made.set("purpose", std::string("receipt"))
            .set("name", std::string("a"))
            .set("active", std::int64_t{1})
            .set("content", std::string(R"({"blocks":[{"type":"marks"}]})"));
        if (store)
            made.set("store", store->uuid);
        return made;
    };
    HqFixture hq;
    auto till = hq.enrol("S01");
    auto neighbour = hq.enrol("S02");
    hq.create(templateOf(hq.ids.next(), std::nullopt));
    const Uuid own = till.shop->ids.next();
    (void)test::must(till.shop->writer->write(
        staff::kSystemUser, journal::EntityCreated{templateOf(own, till.enrolment.store)}));
    (void)hq.push(till);
    CHECK(rowsOf(hq.feed(till), "template").size() == 2);
    CHECK(rowsOf(hq.feed(neighbour), "template").size() == 1);

    // Nobody makes or changes what belongs to another store.
    (void)test::must(neighbour.shop->writer->write(staff::kSystemUser,
        journal::EntityCreated{templateOf(neighbour.shop->ids.next(), till.enrolment.store)}));
    (void)test::must(neighbour.shop->writer->write(staff::kSystemUser,
        journal::EntityChanged{journal::EntityKind::Template, own, {{1, std::string("theirs")}}}));
    (void)hq.push(neighbour);
    CHECK(hq.number("SELECT COUNT(*) FROM quarantined_lines WHERE problem = 'permission-denied'")
        == 2);
    for (const auto& row : rowsOf(hq.feed(till), "template"))
        CHECK(row.data["name"] == "a");
}

TEST_CASE("A store's own products and stock go to its registers only", "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol("S01");
    auto neighbour = hq.enrol("S02");
    hq.create(productEntity(hq, "everywhere", std::nullopt));
    const auto own = till.shop->product("own", 1500);
    till.openShift();
    (void)test::must(till.shop->sell(till.shop->ticket({own})));
    (void)hq.push(till);

    const auto here = hq.feed(till);
    const auto there = hq.feed(neighbour);
    CHECK(rowsOf(here, "product").size() == 2);
    CHECK(rowsOf(here, "price").size() == 1);
    REQUIRE(rowsOf(there, "product").size() == 1);
    CHECK(rowsOf(there, "product").front().data["code"] == "everywhere");
    CHECK(rowsOf(there, "price").empty());

    const auto balances = rowsOf(here, "balance");
    REQUIRE(balances.size() == 1);
    CHECK(balances.front().id
        == "store/" + till.enrolment.store.toString() + "/stock/" + own.id.toString() + "\tgoods/"
            + own.id.toString());
    CHECK(balances.front().data["amount"] == -1000);
    CHECK(rowsOf(there, "balance").empty());
    CHECK(
        sync::scopeOfAccount("member/" + own.id.toString() + "/principal")->store == std::nullopt);
    CHECK_FALSE(sync::scopeOfAccount("store/" + own.id.toString() + "/sales"));
    CHECK_FALSE(
        sync::scopeOfAccount("store/" + own.id.toString() + "/stock-sold/" + own.id.toString()));
    CHECK_FALSE(sync::scopeOfAccount("register/" + own.id.toString() + "/cash"));
}

TEST_CASE(
    "A large feed comes in pages that end where they were told, and nothing is lost between them",
    "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol();
    {
        services::OperationWriter writer(*hq.database.writer, hq.clock, hq.positions);
        auto batch = test::must(writer.begin());
        for (int i = 0; i < 2500; ++i)
            (void)test::must(batch.add(staff::kSystemUser,
                journal::EntityCreated{categoryEntity(hq, "c" + std::to_string(i))}));
        test::must(batch.commit());
    }
    const auto whole = hq.ask("GET", "/sync/v1/feed", till.enrolment.token);
    const auto lines = test::feedLines(whole.body);
    const auto rows = rowsIn(lines);
    REQUIRE(rows.size() == 2504);
    std::size_t cursors = 0;
    for (std::size_t i = 0, seen = 0; i < lines.size(); ++i) {
        if (std::holds_alternative<sync::FeedRow>(lines[i]))
            ++seen;
        if (std::holds_alternative<sync::FeedCursor>(lines[i]) && i + 1 < lines.size()) {
            CHECK(seen % sync::kFeedPageRows == 0);
            ++cursors;
        }
    }
    CHECK(cursors == 2);
    CHECK_FALSE(std::get<sync::FeedCursor>(lines.back()).more);

    std::string place;
    std::vector<sync::FeedRow> paged;
    for (int pages = 0;; ++pages) {
        const auto page =
            hq.ask("GET", "/sync/v1/feed?max=50000&after=" + place, till.enrolment.token);
        CHECK(page.body.size() < 51000);
        const auto part = test::feedLines(page.body);
        for (auto& row : rowsIn(part))
            paged.push_back(std::move(row));
        place = lastCursor(part);
        if (!std::get<sync::FeedCursor>(part.back()).more) {
            CHECK(pages > 3);
            break;
        }
    }
    REQUIRE(paged.size() == rows.size());
    CHECK(std::equal(paged.begin(), paged.end(), rows.begin(),
        [](const sync::FeedRow& a, const sync::FeedRow& b) {
            return a.id == b.id && a.counter == b.counter;
        }));

    // The least page still brings one row on.
    CHECK(rowsIn(test::feedLines(hq.ask("GET", "/sync/v1/feed?max=0", till.enrolment.token).body))
              .size()
        == 1);
    // The cursors in between are as good as the last one.
    const auto middle = std::find_if(lines.begin(), lines.end(),
        [](const sync::FeedLine& line) { return std::holds_alternative<sync::FeedCursor>(line); });
    CHECK(rowsIn(hq.feed(till, std::get<sync::FeedCursor>(*middle).cursor)).size()
        == rows.size() - sync::kFeedPageRows);
}

TEST_CASE("A cursor that HQ did not give to this register is refused", "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol();
    auto other = hq.enrol();
    const auto cursor = lastCursor(hq.feed(till));
    const auto ask = [&](const TestRegister& from, const std::string& after) {
        return hq.ask("GET", "/sync/v1/feed?after=" + after, from.enrolment.token);
    };
    CHECK(ask(till, cursor).status == 200);
    CHECK(ask(other, cursor).status == 400);
    for (std::size_t i = 0; i < cursor.size(); ++i) {
        auto tampered = cursor;
        tampered[i] = tampered[i] == 'A' ? 'B' : 'A';
        const auto response = ask(till, tampered);
        CHECK(response.status == 400);
        CHECK(test::problemCode(response) == "malformed");
    }
    CHECK(ask(till, cursor + "A").status == 400);
    CHECK(ask(till, cursor.substr(1)).status == 400);
    CHECK(ask(till, "x").status == 400);
}

TEST_CASE("After a new epoch the register begins again", "[sync][feed]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto cursor = lastCursor(hq.feed(till));
    const auto epoch = EpochId{hq.ids.next()}.toString();
    (void)test::must(
        hq.database.writer->run("UPDATE hq_state SET epoch = ?, epoch_no = epoch_no + 1", epoch));

    const auto response = hq.ask("GET", "/sync/v1/feed?after=" + cursor, till.enrolment.token);
    CHECK(response.status == 409);
    CHECK(test::problemCode(response) == "epoch");
    CHECK(test::jsonOf(response)["epoch"] == epoch);
    const auto again = hq.feed(till);
    CHECK(std::get<sync::FeedHeader>(again.front()).epoch == epoch);
    CHECK(rowsIn(again).size() == 4);

    // A later change of an old row is newer than all of the epoch before.
    hq.clock.advance(std::chrono::seconds{1});
    hq.change(EntityKind::User, hq.cashier.uuid, "name", std::string("May"));
    const auto news = rowsIn(hq.feed(till, lastCursor(again)));
    REQUIRE(news.size() == 1);
    CHECK(news.front().epochNo == 2);
}

TEST_CASE("A register that waits is answered when something changes for it", "[sync][feed][poll]")
{
    HqFixture hq;
    auto till = hq.enrol("S01");
    auto colleague = hq.enrol("S01");
    auto neighbour = hq.enrol("S02");
    const auto product = colleague.shop->product("6901234567892", 1500);
    colleague.openShift();
    (void)hq.push(colleague);
    const auto here = hq.send("GET", pollTarget(lastCursor(hq.feed(till))), till.enrolment.token);
    const auto there =
        hq.send("GET", pollTarget(lastCursor(hq.feed(neighbour))), neighbour.enrolment.token);
    REQUIRE_FALSE(*here);
    REQUIRE_FALSE(*there);
    const int reads = hq.database.reads;

    SECTION("by another register's sale, in its own store only") {
        (void)test::must(colleague.shop->sell(colleague.shop->ticket({product})));
        (void)hq.push(colleague, 4);
        hq.executor.advance(std::chrono::seconds{1});
        REQUIRE(*here);
        CHECK(rowsOf(test::feedLines((*here)->body), "balance").size() == 1);
        CHECK_FALSE(*there);
        CHECK(hq.database.reads == reads + 1);  // the store next door cost no query
    }
    SECTION("by a member, in every store") {
        (void)colleague.shop->member("王芳", "13800138000");
        (void)hq.push(colleague, 4);
        hq.executor.advance(std::chrono::seconds{1});
        REQUIRE(*here);
        REQUIRE(*there);
        CHECK(rowsOf(test::feedLines((*there)->body), "member").size() == 1);
    }
    SECTION("by a command at HQ") {
        hq.create(categoryEntity(hq, "tea"));
        hq.executor.advance(std::chrono::seconds{1});
        REQUIRE(*there);
        CHECK(rowsOf(test::feedLines((*there)->body), "category").size() == 1);
    }
    SECTION("by the end of its patience") {
        hq.executor.advance(std::chrono::milliseconds{24'999});
        CHECK_FALSE(*here);
        CHECK(hq.database.reads == reads);
        hq.executor.advance(std::chrono::milliseconds{1});
        REQUIRE(*here);
        CHECK(rowsIn(test::feedLines((*here)->body)).empty());
        CHECK_FALSE(std::get<sync::FeedCursor>(test::feedLines((*here)->body).back()).more);
    }
    SECTION("by HQ's end") {
        hq.hq->shuttingDown();
        hq.executor.run();
        REQUIRE(*here);
        CHECK((*here)->status == 200);
        CHECK(*hq.send("GET", pollTarget({}), till.enrolment.token));
        const auto cursor = lastCursor(hq.feed(till));
        CHECK(*hq.send("GET", pollTarget(cursor), till.enrolment.token));
    }
    SECTION("by the end of its rights") {
        hq.change(
            EntityKind::Register, till.enrolment.registerId.uuid, "state", std::string("revoked"));
        hq.executor.advance(std::chrono::seconds{1});
        REQUIRE(*here);
        CHECK((*here)->status == 401);
        CHECK(test::problemCode(**here) == "revoked");
    }
}

TEST_CASE("What is committed while a poll reads wakes it all the same", "[sync][feed][poll]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto cursor = lastCursor(hq.feed(till));
    // The change falls between the reading that finds nothing and the parking.
    hq.database.afterRead = [&] {
        services::OperationWriter writer(*hq.database.writer, hq.clock, hq.positions);
        (void)test::must(
            writer.write(staff::kSystemUser, journal::EntityCreated{categoryEntity(hq, "tea")}));
        hq.hq->changed();
    };
    const auto reply = hq.send("GET", pollTarget(cursor), till.enrolment.token);
    hq.executor.advance(std::chrono::seconds{1});
    REQUIRE(*reply);
    CHECK(rowsOf(test::feedLines((*reply)->body), "category").size() == 1);
}

TEST_CASE(
    "Nobody waits without asking to, or longer than the protocol allows", "[sync][feed][poll]")
{
    HqFixture hq;
    auto till = hq.enrol();
    const auto cursor = lastCursor(hq.feed(till));
    CHECK(*hq.send("GET", "/sync/v1/feed?after=" + cursor, till.enrolment.token));
    CHECK(*hq.send("GET", "/sync/v1/feed?wait=0&after=" + cursor, till.enrolment.token));
    CHECK(*hq.send("HEAD", pollTarget(cursor), till.enrolment.token));
    CHECK(hq.ask("GET", "/sync/v1/feed?wait=soon", till.enrolment.token).status == 400);
    CHECK(hq.ask("GET", "/sync/v1/feed?max=-1", till.enrolment.token).status == 400);

    const auto patient =
        hq.send("GET", "/sync/v1/feed?wait=86400&after=" + cursor, till.enrolment.token);
    CHECK_FALSE(*patient);
    hq.executor.advance(sync::kMaxFeedWait);
    CHECK(*patient);
}
