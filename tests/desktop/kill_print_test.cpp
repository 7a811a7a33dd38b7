#include "core/services/print_service.h"
#include "core/storage/print_job_store.h"
#include "tests/desktop/counter_stage.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"

#include <csignal>

namespace bl::desktop::test {

namespace {

using bl::test::must;
using bl::test::RegisterFixture;
using bl::test::RunningProgram;

/// What a line that begins so says behind it; nothing where none comes.
std::string saidAfter(RunningProgram& program, const std::string& start)
{
    while (const auto line = program.readLine()) {
        if (line->rfind(start, 0) == 0)
            return line->substr(start.size());
    }
    return {};
}

void openShift(const std::string& file)
{
    RegisterFixture shop(file);
    must(
        services::ShiftService(*shop.context).open(Money::minor(50000), RegisterFixture::kCashier));
}

int countWith(const std::vector<std::string>& papers, const std::string& text)
{
    return static_cast<int>(std::ranges::count_if(
        papers, [&](const std::string& paper) { return paper.find(text) != std::string::npos; }));
}

}  // namespace

TEST_CASE("A sale whose program is killed before its receipt is printed has it at the next start",
    "[desktop][kill][printing]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    openShift(directory.file("branchline.db"));
    StagePrinter printer;
    printer.line().unplug();
    std::string receipt;
    {
        RunningProgram desk(DESK_PROCESS,
            {directory.path(), "--printer", printer.address(), "6901234567892", "pay"});
        receipt = saidAfter(desk, "sold ");
        REQUIRE_FALSE(receipt.empty());
        desk.signal(SIGKILL);
        CHECK(desk.wait() == -1);
    }
    REQUIRE(printer.line().plugIn());
    // Killed before its first byte could go out, or after the register had written down that it
    // would: then nobody can know whether it did.
    int begun = 0;
    {
        RegisterFixture shop(directory.file("branchline.db"));
        const auto jobs = must(storage::PrintJobStore(*shop.database).open());
        REQUIRE(jobs.size() == 1);
        begun = jobs[0].tries;
    }
    REQUIRE(begun <= 1);
    RunningProgram again(DESK_PROCESS, {directory.path(), "--printer", printer.address(), "print"});
    CHECK(saidAfter(again, "left over ") == receipt);
    CHECK(saidAfter(again, "printed ") == receipt);
    CHECK(countWith(printer.papers(), receipt) == 1);
    CHECK(countWith(printer.papers(), "重印") == begun);
    again.signal(SIGTERM);
    CHECK(again.wait() == 0);
}

TEST_CASE("A receipt whose program is killed while it prints comes out again as a copy",
    "[desktop][kill][printing]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    openShift(directory.file("branchline.db"));
    StagePrinter printer;
    printer.slowDown(60);
    std::string receipt;
    {
        RunningProgram desk(DESK_PROCESS,
            {directory.path(), "--printer", printer.address(), "6901234567892", "pay"});
        receipt = saidAfter(desk, "sold ");
        // The pulse is the first that a receipt sends.
        REQUIRE(waitUntil([&] { return printer.drawers() == 1; }));
        desk.signal(SIGKILL);
        CHECK(desk.wait() == -1);
    }
    printer.putPaperIn();
    RunningProgram again(DESK_PROCESS, {directory.path(), "--printer", printer.address(), "print"});
    CHECK(saidAfter(again, "left over ") == receipt);
    CHECK(saidAfter(again, "printed ") == receipt);
    CHECK(countWith({printer.papers().back()}, "重印") == 1);
    CHECK(countWith(printer.papers(), "重印") == 1);
    CHECK(printer.drawers() == 1);
    again.signal(SIGTERM);
    CHECK(again.wait() == 0);
}

TEST_CASE("A receipt that came out is not offered after a kill", "[desktop][kill][printing]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    openShift(directory.file("branchline.db"));
    StagePrinter printer;
    {
        RunningProgram desk(DESK_PROCESS,
            {directory.path(), "--printer", printer.address(), "6901234567892", "pay"});
        const auto receipt = saidAfter(desk, "printed ");
        REQUIRE_FALSE(receipt.empty());
        // What became of the job is on disk when the writer answers again.
        REQUIRE(saidAfter(desk, "stored ") == receipt);
        desk.signal(SIGKILL);
        CHECK(desk.wait() == -1);
    }
    CHECK(printer.receipts() == 1);
    RegisterFixture shop(directory.file("branchline.db"));
    CHECK(must(services::PrintService(*shop.context).recover()).empty());
}

}  // namespace bl::desktop::test
