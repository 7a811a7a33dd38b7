#include "tests/devices/device_stand.h"
#include "tests/support/catch.h"

namespace bl::test {

namespace {

std::vector<const StandKind*> allKinds()
{
    std::vector<const StandKind*> all;
    for (const auto& kind : standKinds())
        all.push_back(&kind);
    return all;
}

}  // namespace

TEST_CASE("Devices that are pulled out and put back work again each time and leak nothing",
    "[devices][replug]")
{
    const auto kinds = allKinds();
    DeviceShelf shelf(kinds);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        INFO(kinds[i]->name);
        REQUIRE(shelf.awaitReady(i));
        REQUIRE(shelf.work(i));
    }
    std::size_t descriptors = 0;
    std::size_t threads = 0;
    for (int round = 1; round <= replugRounds(); ++round) {
        INFO("round " << round);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            INFO(kinds[i]->name);
            REQUIRE(shelf.awaitReady(i));
            shelf.stand(i).pull();
            if (!kinds[i]->noticesByItself)
                CHECK_FALSE(shelf.work(i));
        }
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            INFO(kinds[i]->name);
            REQUIRE(shelf.awaitState(i, SlotState::Disconnected));
            CHECK(shelf.status(i).lastError);
            CHECK(shelf.status(i).counters.losses == round);
            shelf.stand(i).putBack();
        }
        // Nobody asks for it: the slots look by themselves.
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            INFO(kinds[i]->name);
            REQUIRE(shelf.awaitReady(i));
            CHECK(shelf.status(i).counters.connections == round + 1);
            CHECK(shelf.work(i));
        }
        if (round == 1) {
            descriptors = openDescriptors();
            threads = runningThreads();
        }
    }
    // A simulator may still have to notice that the last connection is over.
    shelf.home().runUntil(
        [&] { return openDescriptors() <= descriptors && runningThreads() <= threads; });
    CHECK(openDescriptors() <= descriptors);
    CHECK(runningThreads() <= threads);
}

}  // namespace bl::test
