#include "core/base/json.h"
#include "core/base/strong_id.h"
#include "core/base/text.h"
#include "tests/support/catch.h"

using bl::ErrorCode;
using bl::Json;
using bl::parseJson;

namespace {

bool isRefused(std::string_view text)
{
    const auto result = parseJson(text);
    return !result && result.error().code == ErrorCode::InvalidJson
        && !result.error().detail.empty();
}

std::string nested(int levels)
{
    const auto count = static_cast<std::size_t>(levels);
    return std::string(count, '[') + std::string(count, ']');
}

}  // namespace

TEST_CASE("A document that was read is written byte for byte", "[base][json]")
{
    for (const std::string text :
        {R"({"z":1,"a":[true,false,null],"m":{"text":"矿泉水 \" \\ \n"}})", "[]", "{}", "0", "-1",
            R"("x")", R"({"a":9007199254740991,"b":-9007199254740991})"}) {
        INFO(text);
        const auto json = parseJson(text);
        REQUIRE(json);
        CHECK(bl::dumpJson(*json) == text);
    }
}

TEST_CASE("A key that stands twice is refused at every level", "[base][json]")
{
    CHECK(isRefused(R"({"a":1,"a":1})"));
    CHECK(isRefused(R"([{"b":{"a":1,"c":2,"a":3}}])"));
    CHECK(isRefused(R"({"a":1,"\u0061":2})"));
    CHECK(parseJson(R"({"a":{"a":1},"b":{"a":2},"c":[{"a":3},{"a":4}]})"));
}

TEST_CASE("At most 32 levels are read", "[base][json]")
{
    CHECK(parseJson(nested(32)));
    CHECK(isRefused(nested(33)));
    CHECK(isRefused(std::string(1'000'000, '[')));
    std::string objects;
    for (int i = 0; i < 33; ++i)
        objects += R"({"a":)";
    CHECK(isRefused(objects));
}

TEST_CASE("Numbers are integers that every reader keeps exactly", "[base][json]")
{
    CHECK(parseJson("9007199254740991"));
    CHECK(parseJson("-9007199254740991"));
    CHECK(isRefused("9007199254740992"));
    CHECK(isRefused("-9007199254740992"));
    CHECK(isRefused("9223372036854775808"));
    CHECK(isRefused("18446744073709551615"));
    CHECK(isRefused("18446744073709551616"));
    CHECK(isRefused("-9223372036854775808"));
    CHECK(isRefused("-9223372036854775809"));
    CHECK(isRefused(R"({"a":[1.0]})"));
    CHECK(isRefused("1e3"));
    CHECK(isRefused("0.5"));
    CHECK(isRefused("1E400"));
    CHECK(isRefused("01"));
    CHECK(isRefused("+1"));
    CHECK(isRefused("NaN"));
}

TEST_CASE("What is no JSON is refused", "[base][json]")
{
    for (const std::string_view text : {"", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "[1] 2",
             "{}{}", "// c\n1", "\"a", "\"\t\"", "tru"}) {
        INFO(text);
        CHECK(isRefused(text));
    }
}

TEST_CASE("What is wrong is told by line and column and by a word", "[base][json]")
{
    using Detail = std::vector<std::string>;
    const auto refusal = [](std::string_view text) {
        return parseJson(text).error().detail;
    };
    CHECK(refusal("{\n  \"a\": 1,\n  \"王\": x\n}") == Detail{"3:8", "json-syntax"});
    CHECK(refusal("{\n  \"a\": 1") == Detail{"2:8", "json-end"});
    CHECK(refusal("") == Detail{"1:1", "json-end"});
    CHECK(refusal("{\n \"a\": \"\xff\"}") == Detail{"2:8", "json-encoding"});
    CHECK(refusal("{\"a\":1,\n\"a\":2}") == Detail{"2:3", "json-key-twice", "a"});
    CHECK(refusal("[1,\n1.5]") == Detail{"2:3", "json-fraction"});
    CHECK(refusal("[1,\n9007199254740992]") == Detail{"2:16", "json-range"});
    CHECK(refusal(nested(33)) == Detail{"1:33", "json-depth"});
    CHECK(refusal(std::string_view("1\n\0", 3)) == Detail{"2:1", "json-zero-byte"});
}

TEST_CASE("Nothing hides behind a zero byte", "[base][json]")
{
    using namespace std::string_view_literals;
    CHECK(isRefused("{}\0{\"a\":1}"sv));
    CHECK(isRefused("{}\0"sv));
    CHECK(isRefused("\0{}"sv));
    CHECK(parseJson(R"("\u0000")"));
}

TEST_CASE("Bad UTF-8 is refused and does not get into the error", "[base][json]")
{
    for (const std::string_view text : {"\"\xff\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"",
             "{\"\xe6\xb0\":1}", "\"a\xc3", "\xfe\xff", R"("\ud800")", R"("\udc00\ud800")"}) {
        const auto result = parseJson(text);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::InvalidJson);
        CHECK(bl::isUtf8(result.error().detail.at(0)));
    }
    CHECK(parseJson(R"("\ud83d\ude00")")->get<std::string>() == "😀");
}

TEST_CASE("Members are read with their type", "[base][json]")
{
    const auto json =
        parseJson(R"({"text":"a","number":-5,"list":[1],"object":{"b":2},"none":null,"yes":true})");
    REQUIRE(json);

    CHECK(*bl::textAt(*json, "text") == "a");
    CHECK(*bl::integerAt(*json, "number") == -5);
    CHECK((*bl::arrayAt(*json, "list"))->size() == 1);
    CHECK(*bl::integerAt(**bl::objectAt(*json, "object"), "b") == 2);
    CHECK(*bl::optionalTextAt(*json, "text") == "a");
    CHECK(bl::optionalTextAt(*json, "none")->empty());
    CHECK(bl::optionalTextAt(*json, "absent")->empty());

    for (const char* key : {"number", "list", "object", "none", "yes", "absent"}) {
        INFO(key);
        const auto text = bl::textAt(*json, key);
        REQUIRE_FALSE(text);
        CHECK(text.error().code == ErrorCode::InvalidJson);
        CHECK(text.error().detail.at(0).find(key) != std::string::npos);
    }
    CHECK_FALSE(bl::integerAt(*json, "text"));
    CHECK_FALSE(bl::integerAt(*json, "yes"));
    CHECK_FALSE(bl::arrayAt(*json, "object"));
    CHECK_FALSE(bl::objectAt(*json, "list"));
    CHECK_FALSE(bl::optionalTextAt(*json, "number"));
}

TEST_CASE("Reading a member of what is no object is an error, not a crash", "[base][json]")
{
    for (const std::string_view text : {"[1]", "1", "null", "\"text\"", "true"}) {
        const auto json = parseJson(text);
        REQUIRE(json);
        CHECK_FALSE(bl::textAt(*json, "a"));
        CHECK_FALSE(bl::integerAt(*json, "a"));
        CHECK_FALSE(bl::arrayAt(*json, "a"));
        CHECK_FALSE(bl::objectAt(*json, "a"));
    }
}

TEST_CASE("Ids are read strictly, and may be absent only where that is allowed", "[base][json]")
{
    const auto json =
        parseJson(R"({"id":"0198c2a4-7d10-7abc-8def-0123456789ab","bad":"0198","none":null})");
    REQUIRE(json);
    CHECK(
        bl::idAt<bl::MemberId>(*json, "id")->toString() == "0198c2a4-7d10-7abc-8def-0123456789ab");
    CHECK_FALSE(bl::idAt<bl::MemberId>(*json, "bad"));
    CHECK_FALSE(bl::idAt<bl::MemberId>(*json, "none"));
    CHECK_FALSE(bl::idAt<bl::MemberId>(*json, "absent"));

    CHECK(bl::optionalIdAt<bl::MemberId>(*json, "id")->has_value());
    CHECK_FALSE(bl::optionalIdAt<bl::MemberId>(*json, "none")->has_value());
    CHECK_FALSE(bl::optionalIdAt<bl::MemberId>(*json, "absent")->has_value());
    CHECK_FALSE(bl::optionalIdAt<bl::MemberId>(*json, "bad"));
}
