#include "core/storage/new_database.h"
#include "sync/protocol/limits.h"
#include "sync/server/feed_positions.h"
#include "sync/server/hq_server.h"
#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"
#include "tests/sync/http_fixture.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace bl;

namespace {

std::string http(const std::string& method, const std::string& target, const std::string& token,
    const std::string& body, const char* mediaType)
{
    return method + ' ' + target
        + " HTTP/1.1\r\nHost: hq\r\nBranchline-Protocol: 1\r\nAuthorization: Bearer " + token
        + "\r\nContent-Type: " + mediaType + "\r\nContent-Length: " + std::to_string(body.size())
        + "\r\n\r\n" + body;
}

test::RawAnswer ask(int port, const std::string& bytes)
{
    test::RawClient client(port);
    REQUIRE(client.send(bytes));
    return client.receive();
}

/// The server on the file that the fixture made; the fixture lets go of it.
std::unique_ptr<sync::HqServer> serve(
    test::HqFixture& hq, RandomSource& random, const WallClock& clock)
{
    hq.hq.reset();
    hq.database.reader.reset();
    hq.database.writer.reset();
    sync::HqServerOptions options;
    options.databaseFile = hq.directory.file("hq.db");
    options.http.ioThreads = 2;
    return test::must(sync::HqServer::start(std::move(options), clock, random));
}

}  // namespace

TEST_CASE("A register enrols, pushes and pulls over a real socket", "[sync][server]")
{
    test::HqFixture hq;
    auto till = hq.enrol();
    (void)till.shop->member("王芳", "13800138000");
    const SystemWallClock clock;
    SystemRandom random;
    const auto server = serve(hq, random, clock);

    const auto code = test::must(server->createEnrolmentCode("S02"));
    const auto enrolled = ask(server->port(),
        http("POST", "/sync/v1/enrolments", "",
            dumpJson(sync::EnrolmentRequest{code, "till"}.toJson()), sync::kJsonType));
    REQUIRE(enrolled.status == 201);
    const auto other =
        test::must(sync::EnrolmentAnswer::fromJson(test::must(parseJson(enrolled.body))));
    CHECK(other.registerCode == "S02-1");

    const auto pushed = ask(server->port(),
        http("POST", "/sync/v1/journal?first=1", till.enrolment.token, till.lines(1, 1),
            sync::kNdjson));
    REQUIRE(pushed.status == 200);
    CHECK(test::must(sync::PushAnswer::fromJson(test::must(parseJson(pushed.body)))).acknowledgedSeq
        == 1);

    const auto pulled =
        ask(server->port(), http("GET", "/sync/v1/feed", other.token, "", sync::kJsonType));
    REQUIRE(pulled.status == 200);
    CHECK(pulled.body.find("王芳") != std::string::npos);
    CHECK(test::must(server->createEnrolmentCode("S01")) != code);
    CHECK(server->createEnrolmentCode("S99").error().code == ErrorCode::UnknownStore);
}

TEST_CASE("A command beside the server is heard by registers that wait", "[sync][server]")
{
    test::HqFixture hq;
    auto till = hq.enrol();
    const auto cursor = std::get<sync::FeedCursor>(hq.feed(till).back()).cursor;
    const SystemWallClock clock;
    SystemRandom random;
    const auto server = serve(hq, random, clock);

    test::RawClient client(server->port());
    REQUIRE(client.send(http("GET", "/sync/v1/feed?wait=25&after=" + cursor, till.enrolment.token,
        "", sync::kJsonType)));
    REQUIRE(test::eventually([&] {
        return ask(server->port(), http("GET", "/metrics", "", "", sync::kJsonType))
                   .body.find("branchline_feed_waiting 1\n")
            != std::string::npos;
    }));
    test::must(server->write([&](sql::Database& database) -> Result<void> {
        sync::FeedPositions positions;
        services::OperationWriter writer(database, clock, positions);
        journal::Entity entity(journal::EntityKind::Category, hq.ids.next());
        entity.set("code", "tea")
            .set("name", "tea")
            .set("rank", std::int64_t{0})
            .set("active", std::int64_t{1});
        BL_CHECK(writer.write(staff::kSystemUser, journal::EntityCreated{entity}));
        return {};
    }));
    const auto answer = client.receive();
    CHECK(answer.status == 200);
    CHECK(answer.body.find("\"category\"") != std::string::npos);
}

TEST_CASE("A server that stops answers those who wait", "[sync][server]")
{
    test::HqFixture hq;
    auto till = hq.enrol();
    const auto cursor = std::get<sync::FeedCursor>(hq.feed(till).back()).cursor;
    const SystemWallClock clock;
    SystemRandom random;
    const auto server = serve(hq, random, clock);
    test::RawClient client(server->port());
    REQUIRE(client.send(http("GET", "/sync/v1/feed?wait=25&after=" + cursor, till.enrolment.token,
        "", sync::kJsonType)));
    REQUIRE(test::eventually([&] {
        return ask(server->port(), http("GET", "/metrics", "", "", sync::kJsonType))
                   .body.find("branchline_feed_waiting 1\n")
            != std::string::npos;
    }));

    const int port = server->port();
    server->stop();
    const auto answer = client.receive();
    CHECK(answer.status == 200);
    CHECK(answer.body.find("\"more\":false") != std::string::npos);
    server->stop();
    CHECK_FALSE(test::RawClient(port).connected());
}

TEST_CASE("Many registers push at the same time and nothing is lost", "[sync][server]")
{
    constexpr int kRegisters = 8;
    constexpr int kMembers = 25;
    test::HqFixture hq;
    std::vector<test::TestRegister> tills;
    for (int i = 0; i < kRegisters; ++i) {
        tills.push_back(hq.enrol(i % 2 == 0 ? "S01" : "S02"));
        for (int k = 0; k < kMembers; ++k)
            (void)tills.back().shop->member(
                "m", "1380013" + std::to_string(1000 + i * kMembers + k));
    }
    const SystemWallClock clock;
    SystemRandom random;
    const auto server = serve(hq, random, clock);
    std::vector<std::thread> threads;
    std::atomic<int> accepted{0};
    for (const auto& till : tills) {
        threads.emplace_back([&, port = server->port(), body = till.lines(1, kMembers),
                                 token = till.enrolment.token] {
            test::RawClient client(port);
            std::string_view rest = body;
            for (int seq = 1; seq <= kMembers; ++seq) {
                const auto end = rest.find('\n') + 1;
                client.send(http("POST", "/sync/v1/journal?first=" + std::to_string(seq), token,
                    std::string(rest.substr(0, end)), sync::kNdjson));
                rest.remove_prefix(end);
                if (client.receive().status == 200)
                    ++accepted;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(accepted == kRegisters * kMembers);
    server->stop();
    hq.database.writer =
        test::must(sql::Database::open(hq.directory.file("hq.db"), sql::Access::Writer));
    CHECK(hq.number("SELECT COUNT(*) FROM members") == kRegisters * kMembers);
    CHECK(hq.number("SELECT COUNT(DISTINCT version) FROM members") == kRegisters * kMembers);
    CHECK(hq.number("SELECT COUNT(*) FROM chains WHERE head_seq = 25") == kRegisters);
}

TEST_CASE("A file without an organisation is not served", "[sync][server]")
{
    test::TempDirectory directory;
    sync::HqServerOptions options;
    options.databaseFile = directory.file("hq.db");
    const SystemWallClock clock;
    auto expected = ErrorCode::OrganisationMissing;
    SECTION("no file, and none is made") {
        expected = ErrorCode::DatabaseMissing;
    }
    SECTION("an empty file") {
        std::ofstream(options.databaseFile).flush();
        expected = ErrorCode::DatabaseMissing;
    }
    SECTION("somebody else's database") {
        test::must(sql::Database::open(options.databaseFile, sql::Access::Creator));
    }
    SECTION("HQ's tables without an organisation") {
        test::must(storage::createDatabase(options.databaseFile, storage::Side::Hq, clock));
    }
    const std::string file = options.databaseFile;
    const bool existed = std::filesystem::exists(file);
    SystemRandom random;
    const auto server = sync::HqServer::start(std::move(options), clock, random);
    REQUIRE_FALSE(server);
    CHECK(server.error() == Error{expected, {file}});
    CHECK(std::filesystem::exists(file) == existed);
}
