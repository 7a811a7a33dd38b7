#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"

/// Tokens at HQ: a new one, and the end of those before it.
namespace bl::test {

namespace {

struct TokenBench {
    int status(const std::string& token)
    {
        return hq.ask("GET", "/sync/v1/journal/head", token).status;
    }
    std::string renewed(const std::string& token)
    {
        const auto answer = hq.ask("POST", "/sync/v1/token", token);
        REQUIRE(answer.status == 200);
        const auto told = must(sync::TokenAnswer::fromJson(jsonOf(answer)));
        CHECK(told.token.size() == 64);
        CHECK(told.time == toMillis(hq.clock.now()));
        return told.token;
    }

    HqFixture hq;
    TestRegister till = hq.enrol();
};

}  // namespace

TEST_CASE("The old token opens HQ until the new one was used", "[sync][token]")
{
    TokenBench bench;
    const auto old = bench.till.enrolment.token;
    CHECK(bench.status(old) == 200);
    const auto fresh = bench.renewed(old);
    CHECK(fresh != old);
    CHECK(bench.status(old) == 200);
    CHECK(bench.status(fresh) == 200);
    CHECK(bench.status(fresh) == 200);
    CHECK(bench.status(old) == 401);
    CHECK(problemCode(bench.hq.ask("POST", "/sync/v1/token", old)) == "token");
    CHECK(bench.hq.number("SELECT COUNT(*) FROM register_tokens") == 1);
    CHECK(bench.hq.number("SELECT instr(token_hash, '" + fresh + "') FROM register_tokens") == 0);
}

TEST_CASE("Lost and repeated answers lock no register out", "[sync][token]")
{
    TokenBench bench;
    const auto old = bench.till.enrolment.token;
    const auto lost = bench.renewed(old);
    const auto kept = bench.renewed(old);
    const auto repeated = bench.renewed(old);  // the network sent the request twice
    CHECK(bench.status(old) == 200);
    CHECK(bench.status(kept) == 200);
    for (const auto& other : {old, lost, repeated})
        CHECK(bench.status(other) == 401);
}

TEST_CASE("A register does not gather tokens without end", "[sync][token]")
{
    TokenBench bench;
    const auto old = bench.till.enrolment.token;
    CHECK(bench.status(old) == 200);
    std::vector<std::string> given;
    for (int i = 0; i < sync::kMaxUnusedTokens + 3; ++i)
        given.push_back(bench.renewed(old));
    CHECK(bench.hq.number("SELECT COUNT(*) FROM register_tokens") == sync::kMaxUnusedTokens + 1);
    CHECK(bench.status(given.front()) == 401);
    CHECK(bench.status(old) == 200);
    CHECK(bench.status(given.back()) == 200);
}

TEST_CASE("A register that may not speak with HQ gets no new token", "[sync][token]")
{
    TokenBench bench;
    const auto old = bench.till.enrolment.token;
    const auto fresh = bench.renewed(old);
    bench.hq.change(journal::EntityKind::Register, bench.till.enrolment.registerId.uuid, "state",
        std::string("revoked"));
    CHECK(problemCode(bench.hq.ask("POST", "/sync/v1/token", old)) == "revoked");
    CHECK(problemCode(bench.hq.ask("POST", "/sync/v1/token", fresh)) == "revoked");
    CHECK(bench.hq.ask("POST", "/sync/v1/token").status == 401);
    CHECK(bench.hq.ask("GET", "/sync/v1/token", old).status == 405);
}

TEST_CASE("The tokens of other registers are not touched", "[sync][token]")
{
    TokenBench bench;
    auto other = bench.hq.enrol();
    const auto fresh = bench.renewed(bench.till.enrolment.token);
    CHECK(bench.status(fresh) == 200);
    CHECK(bench.status(other.enrolment.token) == 200);
}

}  // namespace bl::test
