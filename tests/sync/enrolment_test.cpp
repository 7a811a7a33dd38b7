#include "core/storage/line_id.h"
#include "sync/protocol/limits.h"
#include "sync/server/enrolment.h"
#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"

using namespace bl;
using test::HqFixture;

namespace {

/// The same code with another last digit.
std::string wrongSecret(std::string code)
{
    code.back() = code.back() == '7' ? '8' : '7';
    return code;
}

std::string reasonIn(const sync::HttpResponse& response)
{
    return test::must(textAt(test::jsonOf(response), "reason"));
}

}  // namespace

TEST_CASE("A register enrols with a code and gets all that it needs to begin its journal",
    "[sync][enrolment]")
{
    HqFixture hq;
    const auto first = hq.enrol("S01");
    const auto second = hq.enrol("S01");
    const auto other = hq.enrol("S02");

    CHECK(first.enrolment.registerCode == "S01-1");
    CHECK(second.enrolment.registerCode == "S01-2");
    CHECK(other.enrolment.registerCode == "S02-1");
    CHECK(first.enrolment.registerNo == 2);
    CHECK(second.enrolment.registerNo == 3);
    CHECK(first.enrolment.store == hq.store("S01"));
    CHECK(first.enrolment.currency == "CNY");
    CHECK(first.enrolment.timeZone == "Asia/Shanghai");
    CHECK(first.enrolment.token.size() == 64);
    CHECK(first.enrolment.token != second.enrolment.token);

    // Both sides begin the chain at the same hash.
    const auto chain = test::must(storage::JournalStore(*hq.database.writer).find(2));
    const auto own = test::must(storage::JournalStore(*first.shop->database).find(2));
    CHECK(chain->head == own->head);
}

TEST_CASE("A register is a line of HQ's own journal", "[sync][enrolment]")
{
    HqFixture hq;
    const auto before = hq.number("SELECT head_seq FROM chains WHERE register_no = 1");
    (void)hq.enrol();

    CHECK(hq.number("SELECT head_seq FROM chains WHERE register_no = 1") == before + 1);
    CHECK(hq.number("SELECT COUNT(*) FROM registers WHERE version > 0") == 1);
    CHECK(hq.number("SELECT COUNT(*) FROM journal WHERE instr(line, 'S01-1') > 0") == 1);
}

TEST_CASE("HQ keeps neither tokens nor codes, only their hashes", "[sync][enrolment]")
{
    HqFixture hq;
    const auto code = hq.code();
    const auto token = hq.enrol().enrolment.token;
    CHECK(hq.number("SELECT COUNT(*) FROM enrolment_codes WHERE instr(code_hash, '" + code.substr(5)
              + "') > 0")
        == 0);
    CHECK(hq.number(
              "SELECT COUNT(*) FROM register_tokens WHERE instr(token_hash, '" + token + "') > 0")
        == 0);
    CHECK(hq.number("SELECT COUNT(*) FROM register_tokens WHERE length(token_hash) = 32") == 1);
}

TEST_CASE("A code is read as people write it", "[sync][enrolment]")
{
    HqFixture hq;
    std::string code = hq.code();
    REQUIRE(code.size() == 11);
    REQUIRE(code[4] == '-');
    std::string typed;
    for (const char c : code) {
        if (c == '0')
            typed += 'o';
        else if (c == '1')
            typed += 'l';
        else
            typed += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    typed.replace(4, 1, " ");
    CHECK(hq.enrolWith(typed).status == 201);
}

TEST_CASE("A code opens one enrolment only", "[sync][enrolment]")
{
    HqFixture hq;
    const auto code = hq.code();
    REQUIRE(hq.enrolWith(code).status == 201);

    const auto again = hq.enrolWith(code);
    CHECK(again.status == 403);
    CHECK(test::problemCode(again) == "enrolment-refused");
    CHECK(reasonIn(again) == "used");
    CHECK(hq.number("SELECT COUNT(*) FROM registers") == 1);
}

TEST_CASE("A code ends after a day", "[sync][enrolment]")
{
    HqFixture hq;
    const auto kept = hq.code();
    const auto late = hq.code();
    hq.clock.advance(sync::kEnrolmentValidity - std::chrono::milliseconds{1});
    CHECK(hq.enrolWith(kept).status == 201);
    hq.clock.advance(std::chrono::milliseconds{1});
    CHECK(reasonIn(hq.enrolWith(late)) == "expired");
}

TEST_CASE("Five wrong tries lock a code for the right one too", "[sync][enrolment]")
{
    HqFixture hq;
    const auto code = hq.code();
    const auto other = hq.code();
    for (int i = 0; i < 4; ++i)
        CHECK(reasonIn(hq.enrolWith(wrongSecret(code))) == "unknown");
    SECTION("the fifth locks it") {
        CHECK(reasonIn(hq.enrolWith(wrongSecret(code))) == "locked");
        CHECK(reasonIn(hq.enrolWith(code)) == "locked");
        CHECK(hq.enrolWith(other).status == 201);
    }
    SECTION("four do not") {
        CHECK(hq.enrolWith(code).status == 201);
    }
}

TEST_CASE("Whoever guesses codes is slowed down", "[sync][enrolment]")
{
    HqFixture hq;
    for (int i = 0; i < 10; ++i)
        REQUIRE(hq.enrolWith("ZZZZ-ZZZZZZ").status == 403);
    const auto eleventh = hq.enrolWith("ZZZZ-ZZZZZZ");
    CHECK(eleventh.status == 429);
    CHECK(eleventh.headers.find("Retry-After") == "60");

    hq.executor.advance(std::chrono::seconds{60});
    CHECK(hq.enrolWith(hq.code()).status == 201);
}

TEST_CASE("What is no enrolment is refused", "[sync][enrolment]")
{
    HqFixture hq;
    const auto post = [&](const std::string& body) {
        return hq.ask("POST", "/sync/v1/enrolments", {}, body, "application/json; charset=utf-8")
            .status;
    };
    CHECK(post("{}") == 400);
    CHECK(post("no JSON") == 400);
    CHECK(post("{\"code\":\"" + hq.code() + "\",\"device\":\"" + std::string(65, 'x') + "\"}")
        == 400);
    CHECK(post("{\"code\":\"\",\"device\":\"\"}") == 403);
    CHECK(hq.ask("POST", "/sync/v1/enrolments", {}, "{}", "text/plain").status == 415);
    CHECK(hq.number("SELECT COUNT(*) FROM registers") == 0);
}

TEST_CASE("There is no code for a store that does not exist", "[sync][enrolment]")
{
    HqFixture hq;
    const auto code = sync::Enrolment(*hq.database.writer, hq.clock, hq.random).createCode("S99");
    REQUIRE_FALSE(code);
    CHECK(code.error().code == ErrorCode::UnknownStore);
}

TEST_CASE("A database that takes nothing enrols nobody and uses no code up", "[sync][enrolment]")
{
    HqFixture hq;
    const auto code = hq.code();
    test::must(hq.database.writer->script("PRAGMA query_only = ON"));
    const auto refused = hq.enrolWith(code);
    REQUIRE(refused.status == 503);
    test::must(hq.database.writer->script("PRAGMA query_only = OFF"));
    CHECK(hq.enrolWith(code).status == 201);
}
