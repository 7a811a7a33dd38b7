#include "sync/protocol/limits.h"
#include "tests/support/catch.h"
#include "tests/sync/engine_fixture.h"

/// The register's engine against an HQ that does what the test says.
namespace bl::test {

using namespace std::chrono_literals;
using sync::SyncState;
namespace paths = sync::paths;

namespace {

sync::FeedHeader headerOf(const EngineFixture& fixture, std::int64_t applied,
    std::vector<std::int64_t> quarantined = {}, const char* epoch = EngineFixture::kEpoch)
{
    return {epoch, applied, std::move(quarantined), toMillis(fixture.clock.now()), {}};
}

sync::FeedRow memberRow(
    std::int64_t number, const std::string& name, std::int64_t position, std::int64_t epochNo = 1)
{
    Uuid id{};
    id.bytes[0] = 1;
    id.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return {"member", id.toString(), epochNo, position,
        Json{{"number", "M" + std::to_string(number)}, {"name", name}, {"initials", "x"},
            {"active", 1}}};
}

std::int64_t memberCount(EngineFixture& fixture)
{
    return must(fixture.shop->database->selectInteger("SELECT COUNT(*) FROM members")).value();
}

/// Started, the heads compared: HQ has the journal up to `seq`, and the feed has been asked for.
void connect(EngineFixture& fixture, std::int64_t seq)
{
    fixture.startEngine();
    fixture.answerHead(seq);
}

}  // namespace

TEST_CASE("Nothing is sent before HQ's copy was compared with the journal", "[sync][engine]")
{
    EngineFixture fixture;
    fixture.startEngine();

    CHECK(fixture.transport.find("GET", paths::kHead));
    CHECK_FALSE(fixture.transport.find("POST", paths::kJournal));
    CHECK(fixture.status().state == SyncState::Pushing);
    CHECK(fixture.status().waitingLines == fixture.head());

    fixture.answerHead(0);
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{1}, fixture.head()});
}

TEST_CASE("Lines are sent as they are stored, with token and protocol", "[sync][engine]")
{
    EngineFixture fixture;
    fixture.addLine();
    connect(fixture, 1);

    const auto* request = fixture.transport.find("POST", paths::kJournal);
    REQUIRE(request);
    CHECK(request->body == fixture.lines(2, fixture.head()));
    CHECK(request->headers.find("Authorization") == "Bearer token");
    CHECK(request->headers.find("Branchline-Protocol") == "1");
    CHECK(request->headers.find("Content-Type") == "application/x-ndjson");
}

TEST_CASE("What HQ acknowledged is not sent again after a restart", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    fixture.answerPush(fixture.head());
    CHECK(fixture.record().acknowledged == fixture.head());
    CHECK(fixture.status().waitingLines == 0);

    fixture.killEngine();
    fixture.addLine();
    fixture.startEngine();
    CHECK(fixture.status().waitingLines == 1);
    fixture.answerHead(fixture.head() - 1);
    CHECK(fixture.pushedRange() == std::pair{fixture.head(), fixture.head()});
}

TEST_CASE("A lost acknowledgement is made good by the next comparison", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());

    CHECK_FALSE(fixture.transport.find("POST", paths::kJournal));
    CHECK(fixture.record().acknowledged == fixture.head());
}

TEST_CASE("One push is under way at a time, and lines that come meanwhile follow", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    const auto before = fixture.head();
    fixture.addLine();
    fixture.addLine();
    CHECK(fixture.transport.sent("POST", paths::kJournal) == 1);
    CHECK(fixture.status().waitingLines == before + 2);

    fixture.answerPush(before);
    CHECK(fixture.pushedRange() == std::pair{before + 1, before + 2});
}

TEST_CASE(
    "An acknowledgement with another hash stops the pushing and not the feed", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    sync::PushAnswer answer;
    answer.acknowledgedSeq = fixture.head();
    answer.acknowledgedHash = fixture.hashAt(1);
    fixture.transport.answer("POST", paths::kJournal, jsonAnswer(200, answer.toJson()));
    fixture.settle();

    CHECK(fixture.status().state == SyncState::Diverged);
    CHECK(fixture.status().error->code == ErrorCode::Fork);
    CHECK(fixture.record().acknowledged == 0);
    fixture.addLine();
    fixture.time.pass(10min);
    CHECK(fixture.transport.sent("POST", paths::kJournal) == 1);

    fixture.answerFeed(
        {headerOf(fixture, 0), memberRow(1, "Li", 5), sync::FeedCursor{"c1", true, false}});
    CHECK(memberCount(fixture) == 1);
}

TEST_CASE("A journal behind HQ's copy is not continued", "[sync][engine]")
{
    EngineFixture fixture;
    fixture.startEngine();
    fixture.answerHead(fixture.head() + 1, Hash{}, EngineFixture::kEpoch);

    CHECK(fixture.status().state == SyncState::Diverged);
    CHECK_FALSE(fixture.transport.find("POST", paths::kJournal));
}

TEST_CASE("A fork that HQ reports stops the pushing", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    fixture.transport.answer("POST", paths::kJournal, problemAnswer(409, "fork"));
    fixture.settle();
    CHECK(fixture.status().state == SyncState::Diverged);
}

TEST_CASE("After a gap the push goes on behind what HQ has", "[sync][engine]")
{
    EngineFixture fixture;
    for (int i = 0; i < 5; ++i)
        fixture.addLine();
    connect(fixture, 4);
    CHECK(fixture.pushedRange().first == 5);

    fixture.transport.answer(
        "POST", paths::kJournal, problemAnswer(409, "gap", Json{{"acknowledged", 2}}));
    fixture.settle();

    CHECK(fixture.pushedRange() == std::pair{std::int64_t{3}, fixture.head()});
    CHECK(fixture.record().acknowledged == 2);

    SECTION("but not for ever at once") {
        fixture.transport.answer(
            "POST", paths::kJournal, problemAnswer(409, "gap", Json{{"acknowledged", 2}}));
        fixture.settle();
        CHECK_FALSE(fixture.transport.find("POST", paths::kJournal));
        CHECK(fixture.executor->planned() > 0);
    }
}

TEST_CASE("A push that is too large is halved until it fits", "[sync][engine]")
{
    EngineFixture fixture;
    for (int i = 0; i < 8; ++i)
        fixture.addLine();
    connect(fixture, 2);
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{3}, std::int64_t{10}});
    fixture.transport.answer("POST", paths::kJournal, problemAnswer(413, "too-large"));
    fixture.settle();
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{3}, std::int64_t{6}});
    fixture.transport.answer("POST", paths::kJournal, problemAnswer(413, "too-large"));
    fixture.settle();
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{3}, std::int64_t{4}});
    fixture.answerPush(4);
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{5}, std::int64_t{6}});
}

TEST_CASE("A push holds at most 1,000 lines", "[sync][engine]")
{
    EngineFixture fixture;
    {
        auto batch = must(fixture.shop->writer->begin());
        for (int i = 0; i < 1100; ++i)
            (void)must(
                services::StockService(*fixture.shop->context)
                    .correct(batch, {fixture.product, Quantity::thousandths(1000), "c", {}, {}},
                        RegisterFixture::kCashier));
        must(batch.commit());
    }
    connect(fixture, 0);
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{1}, std::int64_t{1000}});
    fixture.answerPush(1000);
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{1001}, fixture.head()});
}

TEST_CASE("A register without HQ tries again by itself, more and more rarely", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    for (int i = 0; i < 12; ++i) {
        fixture.transport.answer("POST", paths::kJournal, std::nullopt);
        fixture.settle();
        CHECK(fixture.status().state == SyncState::Offline);
        CHECK_FALSE(fixture.transport.find("POST", paths::kJournal));
        fixture.time.pass(5min);
        REQUIRE(fixture.transport.find("POST", paths::kJournal));
    }
    fixture.answerPush(fixture.head());
    CHECK(fixture.status().waitingLines == 0);
}

TEST_CASE(
    "Waiting times lie between a second and a limit that doubles to five minutes", "[sync][engine]")
{
    ConstantRandom lowest(0);
    SeededRandom random(3);
    sync::Backoff shortest(lowest);
    sync::Backoff backoff(random);
    std::chrono::milliseconds longest{0};
    std::int64_t limit = 1000;
    for (int i = 0; i < 50; ++i) {
        limit = std::min<std::int64_t>(limit * 2, 300'000);
        CHECK(shortest.next() == 1s);
        const auto delay = backoff.next();
        CHECK(delay >= 1s);
        CHECK(delay.count() <= limit);
        longest = std::max(longest, delay);
    }
    CHECK(longest > 2min);
    backoff.reset();
    CHECK(backoff.next() <= 2s);
}

TEST_CASE("A new line or a changed network ends the waiting", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    fixture.transport.answer("POST", paths::kJournal, std::nullopt);
    fixture.settle();
    REQUIRE_FALSE(fixture.transport.find("POST", paths::kJournal));

    SECTION("a new line") {
        fixture.addLine();
    }
    SECTION("a changed network") {
        fixture.engine->networkChanged();
        fixture.settle();
    }
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{1}, fixture.head()});
}

TEST_CASE("A changed network sends again what may hang on a dead connection", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    fixture.engine->networkChanged();
    fixture.settle();
    CHECK(fixture.transport.sent("POST", paths::kJournal) == 2);
    CHECK(fixture.transport.sent("GET", paths::kFeed) == 2);
    CHECK(fixture.transport.underWay() == 2);
}

TEST_CASE("When HQ asks for patience, new lines do not hurry it", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    auto busy = problemAnswer(503, "busy");
    busy.headers.add("Retry-After", "40");
    fixture.transport.answer("POST", paths::kJournal, busy);
    fixture.settle();
    CHECK(fixture.status().state == SyncState::Waiting);

    fixture.addLine();
    fixture.time.pass(39s);
    CHECK(fixture.transport.sent("POST", paths::kJournal) == 1);
    CHECK(fixture.status().waitingLines == fixture.head());
    fixture.time.pass(2s);
    CHECK(fixture.transport.sent("POST", paths::kJournal) == 2);
}

TEST_CASE("HQ that cannot save is not taken for a busy one", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    fixture.transport.answer(
        "POST", paths::kJournal, problemAnswer(503, "storage", Json{{"detail", "disk-full"}}));
    fixture.settle();
    CHECK(fixture.status().state == SyncState::Waiting);
    CHECK(fixture.status().error == Error{ErrorCode::HqCannotSave, {"disk-full"}});
    CHECK(fixture.status().waitingLines == fixture.head());
}

TEST_CASE("Whatever HQ answers, waiting lines are never forgotten", "[sync][engine]")
{
    const auto seed = GENERATE(range(1, 40));
    EngineFixture fixture;
    SeededRandom random(static_cast<std::uint64_t>(seed));
    fixture.startEngine();
    const auto anyAnswer = [&]() -> std::optional<sync::HttpResponse> {
        switch (random.below(10)) {
        case 0: return std::nullopt;
        case 1: return problemAnswer(500, "internal");
        case 2: return problemAnswer(413, "too-large");
        case 3: return problemAnswer(409, "gap", Json{{"acknowledged", random.between(0, 1)}});
        case 4: return problemAnswer(409, "epoch");
        case 5: return problemAnswer(410, "cursor-expired");
        case 6: return problemAnswer(426, "upgrade");
        case 7: return jsonAnswer(200, Json{{"nonsense", 1}});
        case 8: return sync::HttpResponse{502, {}, "<html>"};
        default: return problemAnswer(429, "busy");
        }
    };
    for (int step = 0; step < 60; ++step) {
        for (const auto& [method, path] : {std::pair{"GET", paths::kHead},
                 std::pair{"POST", paths::kJournal}, std::pair{"GET", paths::kFeed}}) {
            if (fixture.transport.find(method, path) && random.below(2) == 0)
                fixture.transport.answer(method, path, anyAnswer());
            fixture.settle();
        }
        if (random.below(4) == 0)
            fixture.addLine();
        REQUIRE(fixture.isAlive());
        fixture.time.pass(std::chrono::seconds(random.between(0, 90)));
    }
    // A well-behaved HQ then gets everything.
    for (int round = 0; round < 40 && fixture.record().acknowledged < fixture.head(); ++round) {
        if (fixture.transport.find("GET", paths::kHead))
            fixture.answerHead(0);
        if (fixture.transport.find("POST", paths::kJournal))
            fixture.answerPush(fixture.pushedRange().second);
        fixture.time.pass(5min);
    }
    CHECK(fixture.record().acknowledged == fixture.head());
}

TEST_CASE("A register that HQ does not take stops and says so", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    const bool revoked = GENERATE(true, false);
    fixture.transport.answer(
        "POST", paths::kJournal, problemAnswer(401, revoked ? "revoked" : "token"));
    fixture.settle();

    CHECK(fixture.status().state == SyncState::Refused);
    CHECK(fixture.status().error->code
        == (revoked ? ErrorCode::RegisterRevoked : ErrorCode::Unauthorised));
    fixture.addLine();
    fixture.engine->networkChanged();
    fixture.time.pass(1h);
    CHECK(fixture.transport.underWay() == 0);
    CHECK(fixture.transport.sent("POST", paths::kJournal) == 1);
}

TEST_CASE("An HQ of another version still gets the journal", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, 0);
    fixture.answerFeed(426, "upgrade");
    CHECK(fixture.status().state == SyncState::UpgradeRequired);

    fixture.answerPush(fixture.head());
    CHECK(fixture.record().acknowledged == fixture.head());
    CHECK(fixture.status().state == SyncState::UpgradeRequired);
}

TEST_CASE("The feed is followed by long polls once its end was reached", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    CHECK(fixture.transport.find("GET", paths::kFeed)->query("wait") == "0");
    CHECK(fixture.transport.find("GET", paths::kFeed)->query("after").empty());
    CHECK_FALSE(fixture.status().complete);

    fixture.answerFeed(
        {headerOf(fixture, 2), memberRow(1, "Li", 5), sync::FeedCursor{"c+1", true, true}});
    CHECK(fixture.transport.find("GET", paths::kFeed)->query("after") == "c+1");
    CHECK_FALSE(fixture.status().complete);

    fixture.answerFeed({headerOf(fixture, 2), sync::FeedCursor{"c+1", true, false}});
    CHECK(fixture.status().complete);
    CHECK(fixture.status().state == SyncState::Idle);
    CHECK(fixture.transport.find("GET", paths::kFeed)->query("wait") == "25");
}

TEST_CASE("An HQ that does not hold long polls is not asked in a circle", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    fixture.answerFeed({headerOf(fixture, 2), sync::FeedCursor{"c1", true, false}});
    for (int i = 0; i < 3; ++i) {
        const auto before = fixture.transport.sent("GET", paths::kFeed);
        fixture.answerFeed({headerOf(fixture, 2), sync::FeedCursor{"c1", true, false}});
        CHECK(fixture.transport.sent("GET", paths::kFeed) == before);
        fixture.time.pass(1s);
        CHECK(fixture.transport.sent("GET", paths::kFeed) == before + 1);
    }
}

TEST_CASE(
    "Pages are committed one by one, and in pieces that let sales in between", "[sync][engine]")
{
    EngineFixture fixture;
    sync::PullOptions options;
    options.rowsPerJob = 10;
    fixture.startEngine(options);
    fixture.answerHead(fixture.head());
    std::vector<sync::FeedLine> lines{headerOf(fixture, 2)};
    for (int i = 1; i <= 45; ++i) {
        lines.emplace_back(memberRow(i, "Li", i));
        if (i == 25)
            lines.emplace_back(sync::FeedCursor{"after-25", false, false});
    }
    lines.emplace_back(sync::FeedCursor{"after-45", true, false});

    SECTION("whole") {
        const int before = fixture.jobs;
        fixture.answerFeed(lines);
        CHECK(memberCount(fixture) == 45);
        CHECK(fixture.record().cursor == "after-45");
        CHECK(fixture.jobs - before == 5);  // 10 + 10 + 5, 10 + 10
    }
    SECTION("a kill in the middle goes on at the last cursor") {
        sync::HttpResponse response;
        for (const auto& line : lines)
            response.body += sync::encodeFeedLine(line) + '\n';
        fixture.transport.answer("GET", paths::kFeed, response);
        while (memberCount(fixture) < 35)
            REQUIRE(fixture.time.step());
        fixture.killEngine();
        CHECK(memberCount(fixture) == 35);
        CHECK(fixture.record().cursor == "after-25");
        CHECK_FALSE(fixture.record().complete);

        fixture.startEngine();
        CHECK(fixture.transport.find("GET", paths::kFeed)->query("after") == "after-25");
    }
}

TEST_CASE("An answer that was cut off changes nothing", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    fixture.answerFeed({headerOf(fixture, 2), memberRow(1, "Li", 5)});
    CHECK(memberCount(fixture) == 0);
    CHECK(fixture.status().error->code == ErrorCode::HqUnreadable);
    CHECK(fixture.isAlive());
}

TEST_CASE("An expired cursor leads to a full pass", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    fixture.answerFeed({headerOf(fixture, 2), sync::FeedCursor{"c1", true, false}});
    const int status = GENERATE(410, 400);
    fixture.answerFeed(status, status == 410 ? "cursor-expired" : "malformed");
    CHECK(fixture.transport.find("GET", paths::kFeed)->query("after").empty());
}

TEST_CASE(
    "A new epoch leads to a full pass and to a new comparison of the journals", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    fixture.answerFeed(
        {headerOf(fixture, 2), memberRow(1, "Li", 50), sync::FeedCursor{"c1", true, false}});
    REQUIRE(fixture.record().acknowledged == 2);

    SECTION("that the feed's header names") {
        fixture.answerFeed({headerOf(fixture, 0, {}, EngineFixture::kOtherEpoch),
            sync::FeedCursor{"c2", true, false}});
    }
    SECTION("that HQ refuses the cursor for") {
        fixture.answerFeed(409, "epoch");
    }
    CHECK(fixture.transport.find("GET", paths::kFeed)->query("after").empty());
    CHECK(fixture.record().cursor == "c1");

    // The restored HQ knows an older state of the member, and none of our lines.
    fixture.answerFeed({headerOf(fixture, 0, {}, EngineFixture::kOtherEpoch),
        memberRow(1, "Wang", 7, 2), sync::FeedCursor{"d1", true, false}});
    CHECK(fixture.record().epoch == EngineFixture::kOtherEpoch);
    CHECK(fixture.record().cursor == "d1");
    CHECK(must(fixture.shop->database->selectInteger(
              "SELECT COUNT(*) FROM members WHERE name = 'Wang'"))
        == 1);

    fixture.answerHead(0, fixture.hashAt(0), EngineFixture::kOtherEpoch);
    CHECK(fixture.pushedRange() == std::pair{std::int64_t{1}, fixture.head()});
}

TEST_CASE("The difference of the clocks is measured", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    auto header = headerOf(fixture, 2);
    header.time += 200'000;
    fixture.answerFeed({header, sync::FeedCursor{"c1", true, false}});
    CHECK(fixture.status().skew == 200s);
    CHECK(fixture.status().lastContact == fixture.clock.now());
    CHECK(fixture.record().skewMs == 200'000);
}

TEST_CASE("Lines that HQ holds back are counted", "[sync][engine]")
{
    EngineFixture fixture;
    connect(fixture, fixture.head());
    fixture.answerFeed({headerOf(fixture, 2, {1}), sync::FeedCursor{"c1", true, false}});
    CHECK(fixture.status().quarantinedLines == 1);
    CHECK(fixture.record().quarantined == std::vector<std::int64_t>{1});
}

TEST_CASE("A single run sends everything, reads everything and is done", "[sync][engine]")
{
    EngineFixture fixture;
    sync::PullOptions options;
    options.mode = sync::SyncMode::UntilDone;
    fixture.startEngine(options);
    fixture.answerHead(0);
    CHECK_FALSE(fixture.transport.find("GET", paths::kFeed));
    fixture.answerPush(fixture.head());
    REQUIRE(fixture.transport.find("GET", paths::kFeed));
    fixture.answerFeed({headerOf(fixture, 2), sync::FeedCursor{"c1", true, true}});
    CHECK_FALSE(fixture.status().done);
    fixture.answerFeed({headerOf(fixture, 2), sync::FeedCursor{"c1", true, false}});
    CHECK(fixture.status().done);
    CHECK(fixture.transport.underWay() == 0);
}

}  // namespace bl::test
