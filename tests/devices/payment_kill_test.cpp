#include "tests/devices/payment_bench.h"
#include "tests/support/catch.h"

#include <csignal>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace bl;
using namespace bl::test;
using payments::PaymentState;

namespace {

constexpr std::int64_t kCharge = 1000;

enum class Death { Killed, Finished, Failed };

/// Runs the process that charges once, until it ends.
Death runUntil(int boundary, const std::string& address, const std::string& file)
{
    std::string program = BRANCHLINE_PAYMENT_PROCESS;
    std::string where = address;
    std::string journal = file;
    std::string at = std::to_string(boundary);
    std::array<char*, 5> argv{program.data(), where.data(), journal.data(), at.data(), nullptr};
    pid_t process = 0;
    REQUIRE(::posix_spawn(&process, program.c_str(), nullptr, nullptr, argv.data(), environ) == 0);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGKILL ? Death::Killed : Death::Failed;
    return WEXITSTATUS(status) == 0 ? Death::Finished : Death::Failed;
}

template <typename Bench>
void killEverywhere(sim::ZvtHabits::OnLoss onLoss)
{
    sim::ZvtHabits habits;
    habits.onLoss = onLoss;
    PaymentDesk<Bench> desk(habits);
    must(desk.connect(Patience::Long));
    REQUIRE(must(desk.charge(500)).attempt.state == PaymentState::Approved);
    const std::string file = desk.directory.file("payments.db");
    std::int64_t agreed = 500;
    int killed = 0;
    for (int boundary = 1;; ++boundary) {
        INFO("boundary " << boundary);
        // The register is off: only the process has the file and the terminal.
        desk.made.driver.reset();
        desk.bench.awaitHungUp();
        desk.database.reset();
        const Death death = runUntil(boundary, desk.bench.address(), file);
        REQUIRE(death != Death::Failed);
        desk.bench.awaitHungUp();
        const auto unknown = desk.reopenJournal();
        REQUIRE(unknown.size() <= 1);
        const auto attempts = must(desk.service->newest(1));
        REQUIRE(attempts.size() == 1);
        auto last = attempts.front();
        if (death == Death::Finished)
            CHECK(last.state == PaymentState::Approved);
        if (!unknown.empty()) {
            REQUIRE(unknown.front().id == last.id);
            auto again = desk.request(kCharge);
            again.ticket = last.ticket;
            CHECK(desk.carryOut(again).error().code == ErrorCode::PaymentUnsettled);
            must(desk.connect(Patience::Long));
            last = desk.resolve(last).attempt;
            CHECK(last.state != PaymentState::Unknown);
        }
        agreed += last.state == PaymentState::Approved ? kCharge : 0;
        REQUIRE(desk.bench.charged() == agreed);
        REQUIRE(desk.journalSays() == agreed);
        if (death == Death::Finished)
            break;
        ++killed;
    }
    CHECK(killed > 20);
}

}  // namespace

TEMPLATE_TEST_CASE("The books agree wherever the register is killed", "[payments][zvt][kill]",
    ZvtTcpBench, ZvtPtyBench)
{
    SECTION("and the terminal goes on") {
        killEverywhere<TestType>(sim::ZvtHabits::OnLoss::GoesOn);
    }
    SECTION("and the terminal gives up") {
        killEverywhere<TestType>(sim::ZvtHabits::OnLoss::GivesUp);
    }
}
