#include "sync/protocol/limits.h"
#include "sync/server/error_problem.h"
#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"

#include <algorithm>

using namespace bl;
using test::HqFixture;

namespace {

/// A request with nothing that is not given.
sync::HttpResponse bare(HqFixture& hq, const std::string& method, const std::string& target,
    const std::vector<std::pair<std::string, std::string>>& fields, std::string body = {})
{
    sync::HttpRequest request;
    request.method = method;
    request.target = target;
    request.body = std::move(body);
    for (const auto& [name, value] : fields)
        request.headers.add(name, value);
    std::optional<sync::HttpResponse> answer;
    hq.hq->handle(
        std::move(request), [&](sync::HttpResponse response) { answer = std::move(response); });
    hq.executor.run();
    REQUIRE(answer);
    return *answer;
}

}  // namespace

TEST_CASE("Everybody may ask how HQ is", "[sync][router]")
{
    HqFixture hq;
    CHECK(bare(hq, "GET", "/healthz", {}).body == "ok\n");
    CHECK(bare(hq, "GET", "/readyz", {}).status == 200);
    const auto status = test::jsonOf(bare(hq, "GET", "/sync/v1/status", {}));
    CHECK(status["time"] == toMillis(hq.clock.now()));
    CHECK(status["protocols"] == Json::array({1}));
    CHECK(status["recovering"] == false);
    CHECK(EpochId::parse(status["epoch"].get<std::string>()));

    test::must(hq.database.writer->script("DELETE FROM hq_state"));
    CHECK(bare(hq, "GET", "/readyz", {}).status == 503);
    CHECK(bare(hq, "GET", "/healthz", {}).status == 200);
}

TEST_CASE("The figures for monitoring follow what happens", "[sync][router]")
{
    HqFixture hq;
    auto till = hq.enrol();
    (void)till.shop->member("王芳", "13800138000");
    (void)hq.push(till);
    REQUIRE(hq.pushBytes(till, 2, "broken\n").status == 200);
    const auto cursor = std::get<sync::FeedCursor>(hq.feed(till).back()).cursor;
    const auto waiting =
        hq.send("GET", "/sync/v1/feed?wait=5&after=" + cursor, till.enrolment.token);

    const auto metrics = hq.ask("GET", "/metrics");
    CHECK(metrics.headers.find("Content-Type").starts_with("text/plain; version=0.0.4"));
    for (const std::string& line :
        std::vector<std::string>{"branchline_requests_total{route=\"push\",status=\"200\"} 2",
            "branchline_request_duration_seconds_count{route=\"push\"} 2",
            "branchline_request_duration_seconds_bucket{route=\"push\",le=\"+Inf\"} 2",
            "branchline_push_lines_total 2", "branchline_push_quarantined_total 1",
            "branchline_quarantined_lines 1", "branchline_feed_waiting 1",
            "branchline_registers 1"})
        CHECK(metrics.body.find(line + '\n') != std::string::npos);
    const auto position = hq.number("SELECT position FROM hq_state");
    CHECK(metrics.body.find("branchline_feed_position " + std::to_string(position) + '\n')
        != std::string::npos);
    CHECK(metrics.body.find("branchline_database_bytes ") != std::string::npos);
}

TEST_CASE("Paths, methods and media types that HQ does not know are told apart", "[sync][router]")
{
    HqFixture hq;
    const auto token = hq.enrol().enrolment.token;
    CHECK(hq.ask("GET", "/").status == 404);
    CHECK(hq.ask("GET", "/sync/v1/journal/").status == 404);
    CHECK(hq.ask("GET", "/sync/v2/feed").status == 404);

    const auto allowed = [&](const std::string& method, const std::string& target) {
        const auto response = hq.ask(method, target, token);
        CHECK(response.status == 405);
        CHECK(test::problemCode(response) == "method-not-allowed");
        return std::string(response.headers.find("Allow"));
    };
    CHECK(allowed("DELETE", "/sync/v1/journal?first=1") == "GET, HEAD, POST");
    CHECK(allowed("POST", "/sync/v1/feed") == "GET, HEAD");
    CHECK(allowed("GET", "/sync/v1/enrolments") == "POST");
    CHECK(hq.ask("HEAD", "/sync/v1/journal/head", token).status == 200);

    const auto wrong =
        hq.ask("POST", "/sync/v1/journal?first=1", token, "{}\n", "application/json");
    CHECK(wrong.status == 415);
    CHECK(test::problemCode(wrong) == "media");
    CHECK(hq.ask("POST", "/sync/v1/journal?first=1", token, "{}\n",
                "Application/X-NDJSON; charset=utf-8")
              .status
        == 200);
}

TEST_CASE("Only tokens that HQ gave open anything", "[sync][router]")
{
    HqFixture hq;
    const auto token = hq.enrol().enrolment.token;
    const auto status = [&](const std::string& authorization) {
        return bare(hq, "GET", "/sync/v1/journal/head",
            {{"Branchline-Protocol", "1"}, {"Authorization", authorization}});
    };
    for (const char* scheme : {"Bearer ", "bearer ", "BEARER "})
        CHECK(status(scheme + token).status == 200);
    for (const auto& other : std::vector<std::string>{"", "Bearer", "Bearer ", token,
             "Basic " + token, "Bearer " + token + "0", "Bearer " + std::string(64, '0')}) {
        const auto response = status(other);
        CHECK(response.status == 401);
        CHECK(test::problemCode(response) == "token");
        CHECK(response.headers.find("WWW-Authenticate") == "Bearer");
    }
}

TEST_CASE("A revocation holds from the next request on", "[sync][router]")
{
    HqFixture hq;
    auto till = hq.enrol();
    (void)till.shop->member("王芳", "13800138000");
    REQUIRE(hq.ask("GET", "/sync/v1/journal/head", till.enrolment.token).status == 200);
    SECTION("for all that it may ask") {
        hq.change(journal::EntityKind::Register, till.enrolment.registerId.uuid, "state",
            std::string("revoked"));
        for (const auto* target :
            {"/sync/v1/journal/head", "/sync/v1/journal?first=1", "/sync/v1/feed"}) {
            const auto response = hq.ask("GET", target, till.enrolment.token);
            CHECK(response.status == 401);
            CHECK(test::problemCode(response) == "revoked");
        }
        CHECK(test::problemCode(hq.pushBytes(till, 1, till.lines(1, 1))) == "revoked");
    }
    SECTION("also for a push that is in the queue already") {
        hq.database.beforeWrite = [&] {
            services::OperationWriter writer(*hq.database.writer, hq.clock, hq.positions);
            journal::EntityChanged change;
            change.kind = journal::EntityKind::Register;
            change.id = till.enrolment.registerId.uuid;
            change.fields.emplace_back(
                *journal::schemaOf(change.kind).find("state"), std::string("revoked"));
            (void)test::must(writer.write(staff::kSystemUser, change));
        };
        hq.clock.advance(std::chrono::seconds{1});
        const auto response = hq.pushBytes(till, 1, till.lines(1, 1));
        CHECK(response.status == 401);
        CHECK(test::problemCode(response) == "revoked");
    }
    CHECK(hq.number("SELECT COUNT(*) FROM members") == 0);
}

TEST_CASE("Other versions of the protocol are sent away, but never a push", "[sync][router]")
{
    HqFixture hq;
    auto till = hq.enrol();
    (void)till.shop->member("王芳", "13800138000");
    const std::string bearer = "Bearer " + till.enrolment.token;
    for (const char* version : {"", "0", "2", "1.0"}) {
        const auto response = bare(hq, "GET", "/sync/v1/feed",
            {{"Branchline-Protocol", version}, {"Authorization", bearer}});
        CHECK(response.status == 426);
        CHECK(test::problemCode(response) == "upgrade");
        CHECK(response.headers.find("Upgrade") == "Branchline/1");
        CHECK(test::jsonOf(response)["protocols"] == Json::array({1}));
    }
    CHECK(bare(hq, "POST", "/sync/v1/journal?first=1",
              {{"Branchline-Protocol", "7"}, {"Authorization", bearer},
                  {"Content-Type", sync::kNdjson}},
              till.lines(1, 1))
              .status
        == 200);
}

TEST_CASE("A register gets its own lines back, byte for byte", "[sync][router]")
{
    HqFixture hq;
    auto till = hq.enrol();
    auto other = hq.enrol();
    const auto product = till.shop->product("6901234567892", 1500);
    till.openShift();
    (void)test::must(till.shop->sell(till.shop->ticket({product})));
    (void)hq.push(till);
    const auto ask = [&](const test::TestRegister& from, const std::string& first) {
        return hq.ask("GET", "/sync/v1/journal?first=" + first, from.enrolment.token);
    };
    CHECK(ask(till, "1").body == till.lines(1, 4));
    CHECK(ask(till, "3").body == till.lines(3, 4));
    CHECK(ask(till, "3").headers.find("Content-Type") == sync::kNdjson);
    CHECK(ask(till, "5").body.empty());
    CHECK(ask(other, "1").body.empty());
    for (const char* first : {"", "0", "-1", "x", "1x", "99999999999999999999"})
        CHECK(ask(till, first).status == 400);

    const auto head = test::must(sync::HeadAnswer::fromJson(
        test::jsonOf(hq.ask("GET", "/sync/v1/journal/head", till.enrolment.token))));
    CHECK(head.seq == 4);
    CHECK(head.hash == test::must(storage::JournalStore(*till.shop->database).find(2))->head.hash);
    CHECK(head.epoch == till.enrolment.epoch);
}

TEST_CASE("Own lines come back in portions that a push may have", "[sync][router]")
{
    HqFixture hq;
    auto till = hq.enrol();
    std::string body;
    for (int i = 0; i < 16; ++i)
        body += std::string(sync::kMaxLineBytes - 1, ' ') + '\n';
    REQUIRE(body.size() == sync::kMaxPushBytes);
    REQUIRE(hq.pushBytes(till, 1, body).status == 200);
    REQUIRE(hq.pushBytes(till, 17, " \n").status == 200);
    CHECK(hq.ask("GET", "/sync/v1/journal?first=1", till.enrolment.token).body == body);
    CHECK(hq.ask("GET", "/sync/v1/journal?first=17", till.enrolment.token).body == " \n");
}

TEST_CASE("HQ remembers when a register was there, to the minute", "[sync][router]")
{
    HqFixture hq;
    const auto token = hq.enrol().enrolment.token;
    const auto seen = [&] {
        return hq.number("SELECT last_seen_ms FROM register_tokens");
    };
    const auto ask = [&] {
        REQUIRE(hq.ask("GET", "/sync/v1/journal/head", token).status == 200);
        hq.executor.advance(std::chrono::seconds{5});
    };
    ask();
    const auto first = toMillis(hq.clock.now());
    CHECK(seen() == first);
    hq.clock.advance(std::chrono::seconds{59});
    ask();
    CHECK(seen() == first);
    hq.clock.advance(std::chrono::seconds{1});
    ask();
    CHECK(seen() == first + 60'000);
}

TEST_CASE("A body above its route's limit is refused", "[sync][router]")
{
    HqFixture hq;
    sync::HttpRequest request;
    request.method = "POST";
    request.target = "/sync/v1/journal?first=1";
    CHECK(hq.hq->bodyLimit(request) == sync::kMaxPushBytes);
    request.target = "/sync/v1/enrolments";
    CHECK(hq.hq->bodyLimit(request) == sync::kMaxSmallBodyBytes);
    CHECK(hq.ask("POST", "/sync/v1/enrolments", {}, std::string(sync::kMaxSmallBodyBytes + 1, ' '),
                sync::kJsonType)
              .status
        == 413);
}

TEST_CASE("HQ's own troubles go out without their details", "[sync][router]")
{
    const auto full = sync::problemOf({ErrorCode::DiskFull, {"/var/lib/branchline/hq.db"}});
    CHECK(full.status == 503);
    CHECK(full.body.find("/var/lib") == std::string::npos);
    const auto broken = sync::problemOf({ErrorCode::BrokenInvariant, {"3", "secret"}});
    CHECK(broken.status == 500);
    CHECK(broken.body.find("secret") == std::string::npos);
}

TEST_CASE("HQ that ends while it works leaves nothing behind that could run", "[sync][router]")
{
    HqFixture hq;
    auto till = hq.enrol();
    (void)till.shop->member("王芳", "13800138000");
    const auto cursor = std::get<sync::FeedCursor>(hq.feed(till).back()).cursor;
    const auto poll = hq.send("GET", "/sync/v1/feed?wait=25&after=" + cursor, till.enrolment.token);
    const auto push = hq.queuePush(till, 1, till.lines(1, 1));
    hq.hq.reset();
    hq.executor.advance(std::chrono::seconds{60});
    CHECK_FALSE(*poll);
    CHECK_FALSE(*push);

    hq.hq.emplace(sync::HqContext{hq.executor, hq.clock, hq.random, hq.database});
    CHECK(hq.push(till).acknowledgedSeq == 1);
}
