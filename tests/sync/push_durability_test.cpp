#include "core/services/verifier.h"
#include "tests/support/crash_vfs.h"
#include "tests/sync/ingest_fixture.h"

#include <array>

using namespace bl;
using test::CrashVfs;
using test::HqFixture;
using test::must;
using test::Shop;

namespace {

constexpr int kRounds = 5;

/// A line that HQ acknowledged after so many writes.
struct Acknowledged {
    std::size_t step;
    std::int64_t registerNo;
    std::int64_t seq;
    std::string line;
};

/// After a power cut at HQ: what was acknowledged is there byte for byte, the books hold, and when
/// the registers push all of it again everything is there once.
void checkHqAfterPowerCut(const std::string& file, const std::vector<Acknowledged>& acknowledged,
    std::size_t step, const std::array<Shop*, 2>& shops)
{
    HqFixture hq(file);
    storage::JournalStore journal(*hq.database.writer);
    for (const auto& one : acknowledged) {
        const auto stored = must(journal.findLine(one.registerNo, one.seq));
        if (one.step <= step)
            REQUIRE(stored);
        if (stored)
            CHECK(stored->line == one.line);
    }
    const auto verified = services::Verifier(*hq.database.writer).run();
    CAPTURE(verified ? std::string() : describe(verified.error()));
    CHECK(verified);

    std::int64_t lines = 0;
    for (const auto* shop : shops) {
        CHECK(hq.push(shop->till).acknowledgedSeq == shop->till.headSeq());
        lines += shop->till.headSeq();
    }
    CHECK(hq.number("SELECT COUNT(*) FROM journal WHERE line_id >> 40 > 1") == lines);
    CHECK(hq.number("SELECT COUNT(*) FROM sales") == 2 * (1 + kRounds));
    CHECK(hq.number("SELECT COUNT(DISTINCT receipt) FROM sales") == 2 * (1 + kRounds));
    CHECK(services::Verifier(*hq.database.writer).run());
}

}  // namespace

TEST_CASE("What HQ acknowledged survives a power cut at any write", "[durability]")
{
    auto& vfs = CrashVfs::install();
    HqFixture hq;
    Shop first(hq), second(hq, "S02");
    const std::array<Shop*, 2> shops = {&first, &second};
    for (auto* shop : shops) {
        for (int i = 0; i < kRounds; ++i)
            (void)shop->sell();
    }
    must(hq.database.writer->checkpoint());

    vfs.watch(hq.directory.path());
    std::vector<Acknowledged> acknowledged;
    std::array<std::int64_t, 2> next = {1, 1};
    for (int round = 0; round < kRounds; ++round) {
        // Both in one transaction; the last round takes all that is left.
        std::array<std::int64_t, 2> last{};
        std::array<test::Reply, 2> replies;
        for (std::size_t i = 0; i < shops.size(); ++i) {
            const auto& till = shops[i]->till;
            last[i] = round + 1 < kRounds ? next[i] + static_cast<std::int64_t>(i) : till.headSeq();
            replies[i] = hq.queuePush(till, next[i], till.lines(next[i], last[i]));
        }
        hq.executor.run();
        for (std::size_t i = 0; i < shops.size(); ++i) {
            REQUIRE((*replies[i])->status == 200);
            const auto& till = shops[i]->till;
            for (; next[i] <= last[i]; ++next[i])
                acknowledged.push_back(
                    {vfs.steps(), till.enrolment.registerNo, next[i], till.line(next[i])});
        }
        if (round == 2)
            must(hq.database.writer->checkpoint());
    }
    REQUIRE(acknowledged.size() == 2 * (test::kShopLines + kRounds));
    REQUIRE(vfs.steps() > 50);

    const auto watched = hq.directory.path();
    // The images were taken; opening the copies must not add to them.
    const std::size_t steps = vfs.steps();
    for (std::size_t step = 0; step < steps; ++step) {
        CAPTURE(step);
        test::TempDirectory lost, torn;
        CrashVfs::restore(vfs.image(step), watched, lost.path());
        checkHqAfterPowerCut(lost.file("hq.db"), acknowledged, step, shops);
        CrashVfs::restore(vfs.tornImage(step, step), watched, torn.path());
        checkHqAfterPowerCut(torn.file("hq.db"), acknowledged, step, shops);
    }
}

TEST_CASE("A batch of pushes costs exactly one sync to disk", "[durability]")
{
    auto& vfs = CrashVfs::install();
    HqFixture hq;
    Shop first(hq), second(hq);
    vfs.watch(hq.directory.path());

    const auto a = hq.queuePush(first.till, 1, first.till.lines(1, test::kShopLines));
    const auto b = hq.queuePush(second.till, 1, second.till.lines(1, test::kShopLines));
    hq.executor.run();

    REQUIRE((*a)->status == 200);
    REQUIRE((*b)->status == 200);
    CHECK(vfs.syncs("-wal") == 1);
    CHECK(vfs.syncs("") == 1);
}

TEST_CASE("While HQ's disk is full nothing of a push is taken, and it is told to come again",
    "[durability]")
{
    auto& vfs = CrashVfs::install();
    HqFixture hq;
    Shop shop(hq);
    vfs.watch(hq.directory.path());

    int refused = 0;
    for (bool taken = false; !taken; ++refused) {
        CAPTURE(refused);
        vfs.fillUpAfter(refused);
        const auto response = hq.pushBytes(shop.till, 1, shop.till.lines(1, test::kShopLines));
        vfs.fillUpAfter(std::nullopt);
        taken = response.status == 200;
        if (!taken) {
            REQUIRE(response.status == 503);
            REQUIRE(hq.number("SELECT COUNT(*) FROM journal WHERE line_id >> 40 > 1") == 0);
        }
    }
    CHECK(refused > 10);
    CHECK(hq.number("SELECT COUNT(*) FROM sales") == 1);
    CHECK(services::Verifier(*hq.database.writer).run());
}

TEST_CASE("A disk that is full shows in HQ's log, its metrics and its readiness until a write "
          "succeeds again",
    "[durability]")
{
    auto& vfs = CrashVfs::install();
    HqFixture hq;
    Shop shop(hq);
    std::vector<std::string> log;
    hq.hq.emplace(sync::HqContext{hq.executor, hq.clock, hq.random, hq.database},
        sync::IngestOptions{}, [&](const std::string& line) { log.push_back(line); });
    hq.hq->watch(*hq.database.writer);
    vfs.watch(hq.directory.path());
    const auto push = [&] {
        return hq.pushBytes(shop.till, 1, shop.till.lines(1, test::kShopLines));
    };
    CHECK(hq.ask("GET", "/readyz").status == 200);

    vfs.fillUpAfter(0);
    const auto refused = push();
    CHECK(refused.status == 503);
    CHECK(must(parseJson(refused.body)).at("code") == "storage");
    CHECK(must(parseJson(refused.body)).at("detail") == "disk-full");
    REQUIRE(log.size() == 1);
    CHECK(log[0].find("a transaction failed: disk-full") != std::string::npos);
    CHECK(log[0].find("hq.db") != std::string::npos);
    CHECK(push().status == 503);
    CHECK(log.size() == 1);
    const auto ready = hq.ask("GET", "/readyz");
    CHECK(ready.status == 503);
    CHECK(must(parseJson(ready.body)).at("detail") == "disk-full");
    CHECK(hq.ask("GET", "/metrics").body.find("branchline_failed_transactions_total 3\n")
        != std::string::npos);
    hq.clock.advance(std::chrono::seconds{11});
    CHECK(push().status == 503);
    REQUIRE(log.size() == 2);
    CHECK(log[1].find("(and 2 more before)") != std::string::npos);

    vfs.fillUpAfter(std::nullopt);
    SECTION("the next push clears it") {
        CHECK(push().status == 200);
    }
    SECTION("asking writes a little, and clears it where nobody pushes") {
    }
    CHECK(hq.ask("GET", "/readyz").status == 200);
    CHECK(push().status == 200);
    CHECK(log.size() == 2);
}

TEST_CASE("A request that HQ itself fails at is told once in a while, without filling the log")
{
    test::FakeWallClock clock;
    std::vector<std::string> log;
    sync::TroubleLog troubles(clock, [&](const std::string& line) { log.push_back(line); });
    const Error broken{ErrorCode::BrokenInvariant, {"3", "an account"}};
    for (int i = 0; i < 5; ++i)
        troubles.requestFailed("push", broken);
    troubles.requestFailed("feed", broken);
    REQUIRE(log.size() == 2);
    CHECK(log[0].find("a request failed (push): broken-invariant") != std::string::npos);
    CHECK(log[0].find("an account") != std::string::npos);
    CHECK_FALSE(troubles.savingFailure());
}
