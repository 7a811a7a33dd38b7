#include "core/base/thread_executor.h"
#include "tests/support/catch.h"

#include <atomic>
#include <future>
#include <memory>
#include <vector>

using bl::ThreadExecutor;
using std::chrono::hours;
using std::chrono::milliseconds;

namespace {

/// Waits until everything posted before has run.
void settle(ThreadExecutor& executor)
{
    std::promise<void> done;
    executor.post([&done] { done.set_value(); });
    done.get_future().wait();
}

}  // namespace

TEST_CASE(
    "Tasks run one after the other in the order of posting, on one thread", "[base][executor]")
{
    ThreadExecutor executor;
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    for (int i = 0; i < 1000; ++i) {
        executor.post([&, i] {
            order.push_back(i);
            threads.push_back(std::this_thread::get_id());
        });
    }
    settle(executor);

    REQUIRE(order.size() == 1000);
    for (int i = 0; i < 1000; ++i)
        CHECK(order[static_cast<std::size_t>(i)] == i);
    for (const auto& thread : threads)
        CHECK(thread == threads.front());
    CHECK(threads.front() != std::this_thread::get_id());
}

TEST_CASE("A task may post tasks, which run behind those that wait", "[base][executor]")
{
    ThreadExecutor executor;
    std::vector<int> order;
    std::promise<void> done;
    executor.post([&] {
        executor.post([&] {
            order.push_back(2);
            executor.post([&] { done.set_value(); });
        });
        order.push_back(1);
    });
    done.get_future().wait();
    CHECK(order == std::vector<int>{1, 2});
}

TEST_CASE("Timers run in the order in which they are due", "[base][executor]")
{
    ThreadExecutor executor;
    std::vector<int> order;
    std::promise<void> done;
    executor.post([&] {
        executor.postAfter(milliseconds{40}, [&] {
            order.push_back(3);
            done.set_value();
        });
        executor.postAfter(milliseconds{1}, [&] { order.push_back(1); });
        executor.postAfter(milliseconds{20}, [&] { order.push_back(2); });
    });
    done.get_future().wait();
    CHECK(order == std::vector<int>{1, 2, 3});
}

TEST_CASE("No timer fires before it is due", "[base][executor]")
{
    ThreadExecutor executor;
    std::promise<std::chrono::steady_clock::time_point> fired;
    const auto start = std::chrono::steady_clock::now();
    executor.postAfter(
        milliseconds{15}, [&] { fired.set_value(std::chrono::steady_clock::now()); });
    CHECK(fired.get_future().get() - start >= milliseconds{15});
}

TEST_CASE("A timer that was set wakes an executor that waits for a later one", "[base][executor]")
{
    ThreadExecutor executor;
    executor.postAfter(hours{1}, [] {});
    settle(executor);
    std::promise<void> fired;
    executor.postAfter(milliseconds{1}, [&] { fired.set_value(); });
    fired.get_future().wait();
    SUCCEED("the second timer did not wait for the first");
}

TEST_CASE("A cancelled timer does not fire, and the others do", "[base][executor]")
{
    ThreadExecutor executor;
    bool cancelledRan = false;
    std::promise<void> done;
    executor.post([&] {
        const auto cancelled = executor.postAfter(milliseconds{1}, [&] { cancelledRan = true; });
        const auto kept = executor.postAfter(milliseconds{2}, [&] { done.set_value(); });
        CHECK(cancelled != 0);
        CHECK(kept != cancelled);
        executor.cancel(cancelled);
        executor.cancel(cancelled);
        executor.cancel(0);
        executor.cancel(kept + 1000);
    });
    done.get_future().wait();
    settle(executor);
    CHECK_FALSE(cancelledRan);
}

TEST_CASE("A timer that fired may be cancelled without effect", "[base][executor]")
{
    ThreadExecutor executor;
    std::promise<void> fired;
    const auto timer = executor.postAfter(milliseconds{0}, [&] { fired.set_value(); });
    fired.get_future().wait();
    executor.cancel(timer);
    settle(executor);
}

TEST_CASE("After a stop nothing runs any more", "[base][executor]")
{
    std::atomic<int> ran = 0;
    ThreadExecutor executor;
    std::promise<void> entered;
    std::promise<void> release;
    executor.post([&] {
        entered.set_value();
        release.get_future().wait();
        ++ran;
    });
    for (int i = 0; i < 100; ++i)
        executor.post([&] { ran += 1000; });
    executor.postAfter(hours{1}, [&] { ran += 1'000'000; });
    entered.get_future().wait();

    std::thread stopper([&] { executor.stop(); });
    release.set_value();
    stopper.join();

    // The running task ended; of those behind it the stop let some or none run, but no more from
    // here on.
    const int atStop = ran;
    CHECK(atStop % 1000 == 1);
    CHECK(atStop < 1'000'000);
    executor.post([&] { ran += 1; });
    executor.postAfter(milliseconds{0}, [&] { ran += 1; });
    executor.stop();
    CHECK(ran == atStop);
}

TEST_CASE("An executor that ends lets go of what its tasks held", "[base][executor]")
{
    const auto held = std::make_shared<int>(1);
    {
        ThreadExecutor executor;
        executor.postAfter(hours{1}, [held] {});
        executor.post([held] {});
        settle(executor);
        executor.stop();
        executor.post([held] {});
    }
    CHECK(held.use_count() == 1);
}

TEST_CASE("What a cancelled timer held may use the executor while it dies", "[base][executor]")
{
    ThreadExecutor executor;
    std::promise<void> died;
    std::shared_ptr<int> number(new int(1), [&](const int* dying) {
        delete dying;
        executor.post([&] { died.set_value(); });
    });
    const auto timer = executor.postAfter(hours{1}, [held = std::move(number)] {});
    executor.cancel(timer);
    died.get_future().wait();
    SUCCEED("neither side waited for the other");
}

TEST_CASE("Many threads may post at the same time", "[base][executor]")
{
    ThreadExecutor executor;
    int count = 0;  // touched by the executor's thread alone
    std::vector<std::thread> posters;
    for (int i = 0; i < 4; ++i) {
        posters.emplace_back([&] {
            for (int k = 0; k < 500; ++k) {
                executor.post([&] { ++count; });
                executor.cancel(executor.postAfter(hours{1}, [&] { count += 1'000'000; }));
            }
        });
    }
    for (auto& poster : posters)
        poster.join();
    settle(executor);
    CHECK(count == 2000);
}
