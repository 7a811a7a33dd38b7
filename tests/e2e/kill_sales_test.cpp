#include "core/services/verifier.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <csignal>
#include <set>
#include <unistd.h>

using namespace bl;

namespace {

constexpr int kKills = 100;

}  // namespace

TEST_CASE("No printed sale is lost or doubled by kill -9 at a random moment", "[e2e][durability]")
{
    test::TempDirectory directory;
    const std::string file = directory.file("branchline.db");
    test::SeededRandom random(4711);
    std::set<std::string> printed;
    for (int i = 0; i < kKills; ++i) {
        test::RunningProgram till(SELLING_PROCESS, {file, std::to_string(i + 100)});
        REQUIRE(till.readLine() == "ready");
        for (auto sales = random.below(3); sales > 0; --sales)
            REQUIRE(printed.insert(till.readLine().value()).second);
        // Somewhere in the next sale.
        ::usleep(static_cast<useconds_t>(random.below(6000)));
        till.signal(SIGKILL);
        till.wait();
        while (const auto receipt = till.readLine())
            REQUIRE(printed.insert(*receipt).second);
    }
    REQUIRE(printed.size() > 50);

    test::RegisterFixture after(file);
    for (const auto& receipt : printed) {
        CAPTURE(receipt);
        CHECK(test::must(after.database->selectInteger(
                  "SELECT COUNT(*) FROM sales WHERE receipt = ?", receipt))
            == 1);
    }
    const auto verified = services::Verifier(*after.database).run();
    CAPTURE(verified ? std::string() : describe(verified.error()));
    CHECK(verified);
}
