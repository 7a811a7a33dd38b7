#include "tests/devices/device_stand.h"
#include "tests/support/catch.h"

#include <cstdlib>

namespace bl::test {

namespace {

/// Five times; more where BRANCHLINE_REPLUGS asks for it.
int rounds()
{
    const char* wanted = std::getenv("BRANCHLINE_REPLUGS");
    return wanted ? std::max(2, std::atoi(wanted)) : 5;
}

}  // namespace

TEST_CASE("A device that is pulled out and put back works again each time and leaks nothing",
    "[devices][replug]")
{
    for (const auto& kind : standKinds()) {
        INFO(kind.name);
        DeviceShelf shelf({&kind});
        REQUIRE(shelf.awaitReady(0));
        REQUIRE(shelf.work(0));
        std::size_t descriptors = 0;
        std::size_t threads = 0;
        for (int round = 1; round <= rounds(); ++round) {
            INFO("round " << round);
            const auto connections = shelf.status(0).counters.connections;
            shelf.stand(0).pull();
            if (!kind.noticesByItself) {
                CHECK_FALSE(shelf.work(0));
            }
            REQUIRE(shelf.awaitState(0, SlotState::Disconnected));
            CHECK(shelf.status(0).lastError);
            shelf.stand(0).putBack();
            // Nobody asks for it: the slot looks by itself.
            REQUIRE(shelf.awaitReady(0));
            CHECK(shelf.status(0).counters.connections == connections + 1);
            REQUIRE(shelf.work(0));
            REQUIRE(shelf.awaitReady(0));
            if (round == 1) {
                descriptors = openDescriptors();
                threads = runningThreads();
            }
        }
        CHECK(shelf.status(0).counters.losses == rounds());
        // A simulator may still have to notice that the last connection is over.
        shelf.home().runUntil(
            [&] { return openDescriptors() <= descriptors && runningThreads() <= threads; });
        CHECK(openDescriptors() <= descriptors);
        CHECK(runningThreads() <= threads);
    }
}

}  // namespace bl::test
