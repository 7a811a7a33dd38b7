#include "core/base/json.h"
#include "core/services/verifier.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/support/line_maker.h"
#include "tests/support/register_fixture.h"
#include "tests/sync/http_fixture.h"

#include <csignal>
#include <unistd.h>

using namespace bl;
using namespace bl::test;

namespace {

constexpr int kKills = 100;

/// The port after the last colon of what `serve` says; 0 where it says nothing.
int portOf(RunningProgram& serving)
{
    const auto line = serving.readLine();
    return line ? std::atoi(line->substr(line->rfind(':') + 1).c_str()) : 0;
}

std::string lastWord(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    return text.substr(text.find_last_of(" \n") + 1);
}

sync::EnrolmentAnswer enrolAt(int port, const std::string& code)
{
    RawClient client(port);
    client.send(rawPost(std::string(sync::paths::kEnrolments), sync::kJsonType, {},
        dumpJson(sync::EnrolmentRequest{code, "till"}.toJson())));
    const auto answer = client.receive();
    REQUIRE(answer.status == 201);
    return must(sync::EnrolmentAnswer::fromJson(must(parseJson(answer.body))));
}

std::string push(const sync::EnrolmentAnswer& site, std::int64_t first, const std::string& lines)
{
    return rawPost(std::string(sync::paths::kJournal) + "?first=" + std::to_string(first),
        sync::kNdjson, site.token, lines);
}

}  // namespace

TEST_CASE("No acknowledged line is lost or doubled by kill -9 of HQ at a random moment",
    "[e2e][durability]")
{
    TempDirectory directory;
    const std::string data = directory.file("hq");
    REQUIRE(runProgram(BRANCHLINE_HQ, {"init", "--data", data}).status == 0);
    const auto code = runProgram(BRANCHLINE_HQ, {"enrol", "--data", data, "--store", "S01"});
    REQUIRE(code.status == 0);
    const SystemWallClock clock;
    SeededRandom random(8086);
    std::optional<sync::EnrolmentAnswer> site;
    std::optional<LineMaker> journal;
    std::vector<std::string> lines;
    std::int64_t acknowledged = 0;

    for (int i = 0; i < kKills; ++i) {
        CAPTURE(i, acknowledged);
        RunningProgram hq(BRANCHLINE_HQ, {"serve", "--data", data, "--listen", "127.0.0.1:0"});
        const int port = portOf(hq);
        REQUIRE(port > 0);
        if (!site) {
            site = enrolAt(port, lastWord(code.out));
            journal.emplace(*site, clock, 1);
        }
        RawClient client(port);
        for (auto pushes = random.below(3); pushes > 0; --pushes) {
            // From a line that HQ may have already, as after a lost answer.
            const auto first = acknowledged + 1;
            while (static_cast<std::int64_t>(lines.size()) < acknowledged + 2)
                lines.push_back(journal->next());
            std::string body;
            for (auto seq = first; seq <= static_cast<std::int64_t>(lines.size()); ++seq)
                body += lines[static_cast<std::size_t>(seq - 1)] + "\n";
            REQUIRE(client.send(push(*site, first, body)));
            const auto answer = client.receive();
            REQUIRE(answer.status == 200);
            const auto read = must(sync::PushAnswer::fromJson(must(parseJson(answer.body))));
            REQUIRE(read.acknowledgedSeq == static_cast<std::int64_t>(lines.size()));
            REQUIRE(read.acknowledgedHash == journal->head().hash);
            acknowledged = read.acknowledgedSeq;
        }
        // Somewhere in the next push, whose answer is never read.
        const auto first = acknowledged + 1;
        while (static_cast<std::int64_t>(lines.size()) < acknowledged + 1)
            lines.push_back(journal->next());
        client.send(push(*site, first, lines[static_cast<std::size_t>(first - 1)] + "\n"));
        ::usleep(static_cast<useconds_t>(random.below(8000)));
        hq.signal(SIGKILL);
        hq.wait();
    }
    REQUIRE(acknowledged > 50);

    const auto database = must(sql::Database::open(data + "/hq.db", sql::Access::Writer));
    const auto verified = services::Verifier(*database).run();
    CAPTURE(verified ? std::string() : describe(verified.error()));
    CHECK(verified);
    storage::JournalStore store(*database);
    std::int64_t seq = 0;
    must(store.visit(
        site->registerNo, 1, 1 << 20, [&](const storage::StoredLine& line) -> Result<bool> {
            CHECK(line.line == lines.at(static_cast<std::size_t>(seq++)));
            return true;
        }));
    CHECK(seq >= acknowledged);
    CHECK(must(database->selectInteger("SELECT COUNT(*) FROM sales")) == seq);
}
