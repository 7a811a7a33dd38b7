#include "sync/protocol/limits.h"
#include "tests/support/catch.h"
#include "tests/sync/engine_fixture.h"

/// The register's side of a new token, against an HQ that does what the test says.
namespace bl::test {

using namespace std::chrono_literals;
using sync::SyncState;
namespace paths = sync::paths;

namespace {

constexpr const char* kMethod = "POST";

/// HQ answers the feed and says its time.
void hear(EngineFixture& fixture, Instant hqTime)
{
    const sync::FeedHeader header{EngineFixture::kEpoch, fixture.head(), {}, toMillis(hqTime), {}};
    fixture.answerFeed({header, sync::FeedCursor{"c", true, false}});
    fixture.settle();
}

/// Started and with everything pushed, at that time of HQ's.
void connectAt(EngineFixture& fixture, Instant hqTime)
{
    fixture.startEngine();
    fixture.answerHead(fixture.head());
    hear(fixture, hqTime);
}

bool asksForToken(const EngineFixture& fixture)
{
    return fixture.transport.find(kMethod, paths::kToken) != nullptr;
}

void answerToken(EngineFixture& fixture, const std::string& token, Instant hqTime)
{
    fixture.transport.answer(kMethod, paths::kToken,
        jsonAnswer(200, sync::TokenAnswer{token, toMillis(hqTime)}.toJson()));
    fixture.settle();
}

/// What the next request of the feed carries.
std::string usedToken(EngineFixture& fixture)
{
    fixture.engine->networkChanged();
    fixture.settle();
    const auto* request = fixture.transport.find("GET", paths::kFeed);
    REQUIRE(request);
    return std::string(request->headers.find("Authorization"));
}

}  // namespace

TEST_CASE("A token is renewed when it is 30 days old by HQ's clock", "[sync][token]")
{
    EngineFixture fixture;
    const auto issued = fixture.clock.now();
    const auto due = issued + sync::kTokenLife;
    connectAt(fixture, due - 1ms);
    CHECK_FALSE(asksForToken(fixture));
    fixture.killEngine();

    // Whatever the own clock says.
    fixture.clock.advance(-24h * 365);
    connectAt(fixture, due);
    REQUIRE(asksForToken(fixture));
    CHECK(fixture.transport.find(kMethod, paths::kToken)->headers.find("Authorization")
        == "Bearer token");
    answerToken(fixture, "fresh", due);
    CHECK(fixture.keptTokens.back() == "fresh");
    CHECK(fixture.record().tokenIssued == due);
    CHECK(usedToken(fixture) == "Bearer fresh");
    fixture.killEngine();
    connectAt(fixture, due + 1ms);
    CHECK_FALSE(asksForToken(fixture));
}

TEST_CASE("A token that HQ gave while its clock was far ahead is renewed", "[sync][token]")
{
    EngineFixture fixture;
    connectAt(fixture, fixture.clock.now() - 25h);
    CHECK(asksForToken(fixture));
}

TEST_CASE("An answer that was lost costs an hour, not the token", "[sync][token]")
{
    EngineFixture fixture;
    const auto due = fixture.clock.now() + sync::kTokenLife;
    connectAt(fixture, due);
    REQUIRE(asksForToken(fixture));
    const auto lost = GENERATE(0, 404, 503, 200);
    if (lost == 0)
        fixture.transport.answer(kMethod, paths::kToken, std::nullopt);
    else if (lost == 200)
        fixture.transport.answer(kMethod, paths::kToken, jsonAnswer(200, Json{{"token", ""}}));
    else
        fixture.transport.answer(kMethod, paths::kToken, problemAnswer(lost, "busy"));
    fixture.settle();
    CHECK(fixture.keptTokens.size() == 1);
    CHECK(usedToken(fixture) == "Bearer token");
    hear(fixture, due);
    CHECK_FALSE(asksForToken(fixture));
    fixture.time.pass(1h);
    (void)usedToken(fixture);
    hear(fixture, due + 1h);
    CHECK(asksForToken(fixture));
}

TEST_CASE("Where the new token cannot be kept the old one goes on", "[sync][token]")
{
    EngineFixture fixture;
    const auto due = fixture.clock.now() + sync::kTokenLife;
    fixture.refusesTokens = true;
    connectAt(fixture, due);
    answerToken(fixture, "fresh", due);
    CHECK(usedToken(fixture) == "Bearer token");
    CHECK(fixture.record().tokenIssued < due);
}

TEST_CASE("A request that was under way with the old token is sent again with the new one",
    "[sync][token]")
{
    EngineFixture fixture;
    const auto due = fixture.clock.now() + sync::kTokenLife;
    connectAt(fixture, due);
    fixture.time.pass(sync::kMinBackoff);  // the next poll waits at HQ
    REQUIRE(fixture.transport.find("GET", paths::kFeed));
    answerToken(fixture, "fresh", due);
    fixture.answerFeed(401, "token");
    fixture.settle();
    CHECK(fixture.status().state != SyncState::Refused);
    const auto* again = fixture.transport.find("GET", paths::kFeed);
    REQUIRE(again);
    CHECK(again->headers.find("Authorization") == "Bearer fresh");
    fixture.answerFeed(401, "token");
    CHECK(fixture.status().state == SyncState::Refused);
}

TEST_CASE("A revoked register stops asking", "[sync][token]")
{
    EngineFixture fixture;
    connectAt(fixture, fixture.clock.now() + sync::kTokenLife);
    REQUIRE(asksForToken(fixture));
    fixture.time.pass(sync::kMinBackoff);
    fixture.answerFeed(401, "revoked");
    CHECK(fixture.status().state == SyncState::Refused);
    CHECK(fixture.transport.underWay() == 0);
}

}  // namespace bl::test
