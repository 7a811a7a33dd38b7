#include "sync/protocol/gzip.h"
#include "tests/support/catch.h"
#include "tests/sync/http_fixture.h"

using namespace bl;

TEST_CASE(
    "What was packed comes back whole, whatever its size and the pieces it came in", "[sync][gzip]")
{
    for (const std::size_t bytes : {0u, 1u, 16384u, 16385u, 300000u}) {
        const std::string text = test::noise(bytes / 2) + std::string(bytes - bytes / 2, 'a');
        const std::string packed = sync::gzipped(text);
        CAPTURE(bytes);
        CHECK(*test::gunzipped(packed, bytes) == text);

        sync::GzipReader reader(bytes);
        for (const char byte : packed)
            REQUIRE(reader.add(std::string_view(&byte, 1)));
        CHECK(*reader.finish() == text);
    }
}

TEST_CASE("Several packed members one after the other are one text", "[sync][gzip]")
{
    CHECK(*test::gunzipped(sync::gzipped("one ") + sync::gzipped("two"), 100) == "one two");
}

TEST_CASE("Unpacking stops at the limit", "[sync][gzip]")
{
    const std::string bomb = sync::gzipped(std::string(100'000'000, '0'), 9);
    REQUIRE(bomb.size() < 200'000);

    const auto unpacked = test::gunzipped(bomb, 1'000'000);

    REQUIRE_FALSE(unpacked);
    CHECK(unpacked.error().code == ErrorCode::TooLarge);
    CHECK(test::gunzipped(sync::gzipped("abc"), 3).ok());
    CHECK_FALSE(test::gunzipped(sync::gzipped("abc"), 2).ok());
}

TEST_CASE("Bytes that are not gzip, damaged or cut off are refused", "[sync][gzip]")
{
    const std::string packed = sync::gzipped(test::noise(5000));
    std::string damaged = packed;
    damaged[2500] = static_cast<char>(damaged[2500] ^ 0x55);
    for (const std::string& wrong : {std::string("no gzip"), std::string(),
             packed.substr(0, packed.size() - 1), damaged, packed + "behind"}) {
        const auto unpacked = test::gunzipped(wrong, 100'000);
        REQUIRE_FALSE(unpacked);
        CHECK(unpacked.error().code == ErrorCode::UnsupportedFormat);
    }
}
