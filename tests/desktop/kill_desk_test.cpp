#include "tests/desktop/desk_fixture.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>

namespace bl::desktop::test {

namespace {

using bl::test::RunningProgram;

/// Reads lines until one begins with `start`; what was read where none does.
std::string lineThatBegins(RunningProgram& program, const std::string& start)
{
    std::string seen;
    while (const auto line = program.readLine()) {
        if (line->rfind(start, 0) == 0)
            return *line;
        seen += *line + "\n";
    }
    return seen;
}

}  // namespace

TEST_CASE("The open ticket is offered again after a kill -9, to the cent", "[desktop][kill]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    {
        RunningProgram desk(DESK_PROCESS, {directory.path(), "6901234567892", "2*6901234567892"});
        CHECK(lineThatBegins(desk, "restored") == "restored 0 0");
        CHECK(lineThatBegins(desk, "saved") == "saved 1 5900");
        CHECK(lineThatBegins(desk, "saved") == "saved 1 17700");
        desk.signal(SIGKILL);
        CHECK(desk.wait() == -1);
    }
    RunningProgram again(DESK_PROCESS, {directory.path()});
    CHECK(lineThatBegins(again, "restored") == "restored 1 17700");
}

TEST_CASE(
    "A signal to end closes the register with its ticket on disk and status 0", "[desktop][signal]")
{
    const int signal = GENERATE(SIGTERM, SIGINT);
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    {
        RunningProgram desk(DESK_PROCESS, {directory.path(), "3*6901234567892"});
        CHECK(lineThatBegins(desk, "saved") == "saved 1 17700");
        desk.signal(signal);
        CHECK(lineThatBegins(desk, "closed") == "closed");
        CHECK(desk.wait() == 0);
    }
    // Whoever closes a database last takes its log back.
    CHECK_FALSE(std::filesystem::exists(directory.file("branchline.db-wal")));
    RunningProgram again(DESK_PROCESS, {directory.path()});
    CHECK(lineThatBegins(again, "restored") == "restored 1 17700");
}

TEST_CASE("A measured start says how long it took, and ends", "[desktop][start]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));

    const auto measured =
        bl::test::runProgram(BRANCHLINE, {"--data", directory.path(), "--measure-start"});

    CHECK(measured.status == 0);
    CHECK(std::regex_search(measured.out,
        std::regex("^cold start: [1-9][0-9]* ms to a usable counter\nmemory: [1-9][0-9]*\\.[0-9] "
                   "MiB resident\n$")));
}

TEST_CASE(
    "A start that nobody attends fails where the register has not joined HQ", "[desktop][start]")
{
    const bl::test::TempDirectory directory;

    const auto measured = bl::test::runProgram(
        BRANCHLINE, {"--data", directory.file("new"), "--measure-start", "--language", "en"});

    CHECK(measured.status == 1);
    CHECK(measured.err.find("has not joined HQ yet") != std::string::npos);
}

TEST_CASE(
    "A second application on the same data says so and ends with status 1", "[desktop][start]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    RunningProgram first(DESK_PROCESS, {directory.path()});
    REQUIRE(lineThatBegins(first, "restored") == "restored 0 0");

    const auto second =
        bl::test::runProgram(BRANCHLINE, {"--data", directory.path(), "--language", "en"});

    CHECK(second.status == 1);
    CHECK(second.err.find("Branchline is already running with the data in") != std::string::npos);
}

TEST_CASE("What hinders the start is said in the chosen language", "[desktop][start]")
{
    const bl::test::TempDirectory directory;
    std::ofstream(directory.file("branchline.db")) << "this is no database, however long it may be";

    const auto broken =
        bl::test::runProgram(BRANCHLINE, {"--data", directory.path(), "--language", "zh_CN"});

    CHECK(broken.status == 1);
    CHECK(broken.err.find("数据库") != std::string::npos);
}

TEST_CASE("Wrong arguments end with status 2, and help and version with 0", "[desktop][start]")
{
    CHECK(bl::test::runProgram(BRANCHLINE, {"--theme", "plaid"}).status == 2);
    CHECK(bl::test::runProgram(BRANCHLINE, {"--colour"}).status == 2);
    const auto help = bl::test::runProgram(BRANCHLINE, {"--help"});
    CHECK(help.status == 0);
    CHECK(help.out.find("--scripted-hour") != std::string::npos);
    CHECK(bl::test::runProgram(BRANCHLINE, {"--version"}).out.find("branchline ") == 0);
}

}  // namespace bl::desktop::test
