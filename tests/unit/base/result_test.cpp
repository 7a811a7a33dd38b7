#include "core/base/result.h"
#include "tests/support/catch.h"

#include <memory>

using bl::Error;
using bl::ErrorCode;
using bl::Result;

namespace {

Result<int> positive(int number)
{
    if (number <= 0)
        return Error{ErrorCode::InvalidNumber, {std::to_string(number)}};
    return number;
}

Result<void> onlyPositive(int number)
{
    BL_CHECK(positive(number));
    return {};
}

Result<std::string> sumAsText(int a, int b, int& steps)
{
    BL_TRY(const int first, positive(a));
    ++steps;
    BL_TRY(int second, positive(b));
    ++steps;
    second += first;
    BL_CHECK(onlyPositive(second));
    return std::to_string(second);
}

Result<std::unique_ptr<int>> moveOnly(int number)
{
    BL_TRY(const int checked, positive(number));
    return std::make_unique<int>(checked);
}

Result<int> unpacked(int number)
{
    BL_TRY(const std::unique_ptr<int> pointer, moveOnly(number));
    return *pointer;
}

}  // namespace

TEST_CASE("A result holds a value or an error and says which", "[base][result]")
{
    const Result<int> good = positive(5);
    CHECK(good);
    CHECK(good.ok());
    CHECK(*good == 5);

    const Result<int> bad = positive(-5);
    CHECK_FALSE(bad);
    CHECK_FALSE(bad.ok());
    CHECK(bad.error() == Error{ErrorCode::InvalidNumber, {"-5"}});
}

TEST_CASE("A result without value is good until it gets an error", "[base][result]")
{
    CHECK(onlyPositive(1));
    CHECK(Result<void>{}.ok());
    REQUIRE_FALSE(onlyPositive(0));
    CHECK(onlyPositive(0).error().code == ErrorCode::InvalidNumber);
}

TEST_CASE("The first failing step ends the function with its error", "[base][result]")
{
    int steps = 0;

    SECTION("no step fails") {
        CHECK(sumAsText(1, 2, steps).value() == "3");
        CHECK(steps == 2);
    }
    SECTION("the first step fails") {
        CHECK(sumAsText(-1, -2, steps).error().detail == std::vector<std::string>{"-1"});
        CHECK(steps == 0);
    }
    SECTION("the second step fails") {
        CHECK(sumAsText(1, -2, steps).error().detail == std::vector<std::string>{"-2"});
        CHECK(steps == 1);
    }
}

TEST_CASE("Values that can only be moved pass through a result", "[base][result]")
{
    CHECK(unpacked(7).value() == 7);
    CHECK_FALSE(unpacked(-7));

    auto pointer = moveOnly(3);
    REQUIRE(pointer);
    const std::unique_ptr<int> taken = *std::move(pointer);
    CHECK(*taken == 3);
}

TEST_CASE("A result of a list or a text can be used through the arrow", "[base][result]")
{
    const Result<std::string> text = std::string("abc");
    CHECK(text->size() == 3);
}
