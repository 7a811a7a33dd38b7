#include "core/base/hybrid_clock.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

using bl::HybridClock;
using bl::HybridTime;
using bl::test::FakeWallClock;
using bl::test::SeededRandom;

TEST_CASE("A stamp shows the wall clock's time while that runs forwards", "[base][hybrid]")
{
    FakeWallClock wall;
    HybridClock clock(wall);
    CHECK(clock.next().millis() == bl::toMillis(wall.now()));
    wall.advance(std::chrono::milliseconds{7});
    CHECK(clock.next().millis() == bl::toMillis(wall.now()));
}

TEST_CASE("Stamps grow while the wall clock stands still", "[base][hybrid]")
{
    const FakeWallClock wall;
    HybridClock clock(wall);
    HybridTime last = clock.next();
    for (int i = 0; i < 70'000; ++i) {  // more than the counter's 16 bits
        const HybridTime next = clock.next();
        REQUIRE(last < next);
        last = next;
    }
    CHECK(last.millis() == bl::toMillis(wall.now()) + 1);
}

TEST_CASE("Whatever the wall clock does, no stamp is earlier than one before", "[base][hybrid]")
{
    SeededRandom random(11);
    FakeWallClock wall;
    HybridClock clock(wall);
    HybridTime last = clock.next();
    for (int i = 0; i < 5000; ++i) {
        if (random.below(2) == 0)
            wall.advance(std::chrono::milliseconds{random.between(-100'000, 100'000)});
        const HybridTime next = clock.next();
        REQUIRE(next > last);
        REQUIRE(next.millis() >= bl::toMillis(wall.now()));
        last = next;
    }
}

TEST_CASE("A clock that starts again goes on behind its last stamp", "[base][hybrid]")
{
    FakeWallClock wall;
    HybridClock before(wall);
    const HybridTime last = before.next();
    wall.advance(-std::chrono::hours{1});
    HybridClock after(wall, last);
    CHECK(after.last() == last);
    CHECK(after.next() > last);
}

TEST_CASE("A wall clock before 1970 gives stamps that grow from zero", "[base][hybrid]")
{
    const FakeWallClock wall(bl::fromMillis(-1000));
    HybridClock clock(wall);
    CHECK(clock.next().value == 1);
    CHECK(clock.next().value == 2);
}

TEST_CASE("The text of stamps sorts as time does and has one spelling", "[base][hybrid]")
{
    SeededRandom random(12);
    for (int i = 0; i < 1000; ++i) {
        const HybridTime a{random.next() >> random.below(64)};
        const HybridTime b{random.next() >> random.below(64)};
        REQUIRE((a < b) == (a.toString() < b.toString()));
        REQUIRE(HybridTime::parse(a.toString()) == a);
    }
    CHECK(HybridTime{0x0123456789abcdefull}.toString() == "0123456789abcdef");
    CHECK_FALSE(HybridTime::parse(""));
    CHECK_FALSE(HybridTime::parse("123456789abcdef"));
    CHECK_FALSE(HybridTime::parse("00123456789abcdef"));
    CHECK_FALSE(HybridTime::parse("0123456789ABCDEF"));
    CHECK_FALSE(HybridTime::parse("0x23456789abcdef"));
}
