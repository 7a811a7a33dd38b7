#include "core/base/strong_id.h"
#include "core/base/uuid.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <memory>
#include <unordered_set>

using bl::Uuid;
using bl::UuidFactory;
using bl::test::ConstantRandom;
using bl::test::FakeWallClock;
using bl::test::SeededRandom;

namespace {

std::int64_t millisOf(const Uuid& uuid)
{
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 6; ++i)
        ms = ms * 256 + uuid.bytes[i];
    return ms;
}

}  // namespace

TEST_CASE("A new id carries the time, version 7 and the standard variant", "[base][uuid]")
{
    const FakeWallClock clock;
    SeededRandom random(1);
    UuidFactory factory(clock, random);

    for (int i = 0; i < 100; ++i) {
        const Uuid uuid = factory.next();
        CHECK(millisOf(uuid) == bl::toMillis(clock.now()));
        CHECK(uuid.bytes[6] >> 4 == 7);
        CHECK(uuid.bytes[8] >> 6 == 2);
    }
}

TEST_CASE("Ids of one millisecond are in the order in which they were made", "[base][uuid]")
{
    const FakeWallClock clock;
    SeededRandom random(2);
    UuidFactory factory(clock, random);

    Uuid last = factory.next();
    for (int i = 0; i < 2000; ++i) {
        const Uuid next = factory.next();
        REQUIRE(last < next);
        REQUIRE(last.toString() < next.toString());
        REQUIRE(millisOf(next) == bl::toMillis(clock.now()));
        last = next;
    }
}

TEST_CASE(
    "When a millisecond's counter is used up, ids borrow the next millisecond", "[base][uuid]")
{
    FakeWallClock clock;
    ConstantRandom random(0xff);  // the counter starts as high as it may
    UuidFactory factory(clock, random);

    Uuid last = factory.next();
    int borrowed = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Uuid next = factory.next();
        REQUIRE(last < next);
        if (millisOf(next) > millisOf(last))
            ++borrowed;
        last = next;
    }
    CHECK(borrowed == 5);  // 2,048 ids fit the first millisecond, 4,096 each that follows

    clock.advance(std::chrono::milliseconds{1});  // still behind what was borrowed
    const Uuid next = factory.next();
    CHECK(last < next);
    CHECK(millisOf(next) == millisOf(last));
}

TEST_CASE("Ids keep their order when the clock goes back", "[base][uuid]")
{
    FakeWallClock clock;
    SeededRandom random(3);
    UuidFactory factory(clock, random);

    const Uuid before = factory.next();
    clock.advance(-std::chrono::hours{24});
    Uuid last = before;
    for (int i = 0; i < 100; ++i) {
        const Uuid next = factory.next();
        REQUIRE(last < next);
        last = next;
    }
    clock.advance(std::chrono::hours{25});
    const Uuid after = factory.next();
    CHECK(last < after);
    CHECK(millisOf(after) == bl::toMillis(clock.now()));
}

TEST_CASE("A clock before 1970 gives valid ids in order", "[base][uuid]")
{
    const FakeWallClock clock(bl::fromMillis(-5));
    SeededRandom random(4);
    UuidFactory factory(clock, random);
    const Uuid first = factory.next();
    const Uuid second = factory.next();
    CHECK(millisOf(first) == 0);
    CHECK(first < second);
}

TEST_CASE("Two registers that sell in the same millisecond make different ids", "[base][uuid]")
{
    const FakeWallClock clock;
    SeededRandom here(5);
    SeededRandom there(6);
    UuidFactory first(clock, here);
    UuidFactory second(clock, there);
    std::unordered_set<Uuid> seen;
    for (int i = 0; i < 1000; ++i) {
        CHECK(seen.insert(first.next()).second);
        CHECK(seen.insert(second.next()).second);
    }
}

TEST_CASE("An id survives being written and read", "[base][uuid]")
{
    const FakeWallClock clock;
    SeededRandom random(7);
    UuidFactory factory(clock, random);
    for (int i = 0; i < 200; ++i) {
        const Uuid uuid = factory.next();
        CHECK(uuid.toString().size() == 36);
        CHECK(Uuid::parse(uuid.toString()) == uuid);
    }
    CHECK(Uuid{}.toString() == "00000000-0000-0000-0000-000000000000");
    CHECK(Uuid::parse("0198c2a4-7d10-7abc-8def-0123456789ab")->toString()
        == "0198c2a4-7d10-7abc-8def-0123456789ab");
}

TEST_CASE("An id has one spelling only", "[base][uuid]")
{
    const std::string good = "0198c2a4-7d10-7abc-8def-0123456789ab";
    REQUIRE(Uuid::parse(good));

    CHECK_FALSE(Uuid::parse(""));
    CHECK_FALSE(Uuid::parse("0198C2A4-7D10-7ABC-8DEF-0123456789AB"));
    CHECK_FALSE(Uuid::parse("{" + good + "}"));
    CHECK_FALSE(Uuid::parse("0198c2a47d107abc8def0123456789ab"));
    CHECK_FALSE(Uuid::parse(good + " "));
    CHECK_FALSE(Uuid::parse(" " + good.substr(0, 35)));
    CHECK_FALSE(Uuid::parse(good.substr(0, 35)));
    CHECK_FALSE(Uuid::parse("0198c2a4-7d10-7abc-8def_0123456789ab"));
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char wrong : {'g', '-', ' ', '\0', 'A'}) {
            std::string bad = good;
            if (bad[i] == wrong)
                continue;
            bad[i] = wrong;
            INFO(bad);
            CHECK_FALSE(Uuid::parse(bad));
        }
    }
}

TEST_CASE("Reading an id never looks behind its last character", "[base][uuid]")
{
    // A dash too many moves the digits by one: what follows in memory must not complete the id.
    const std::string longer = "0198c2a4-7d10-7abc-8def-01-23456789ab";
    CHECK_FALSE(Uuid::parse(std::string_view(longer).substr(0, 36)));
}

TEST_CASE("Ids of different things are different types with the same text", "[base][uuid]")
{
    static_assert(!std::is_convertible_v<bl::MemberId, bl::ProductId>);
    const std::string text = "0198c2a4-7d10-7abc-8def-0123456789ab";
    CHECK(bl::MemberId::parse(text)->toString() == text);
    CHECK_FALSE(bl::MemberId::parse("x"));
    const std::unordered_set<bl::MemberId> members{*bl::MemberId::parse(text)};
    CHECK(members.count(*bl::MemberId::parse(text)) == 1);
}
