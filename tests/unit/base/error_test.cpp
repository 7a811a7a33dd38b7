#include "core/base/error.h"
#include "core/base/result.h"
#include "tests/support/catch.h"
#include "tests/support/death.h"

#include <algorithm>
#include <set>

using bl::Error;
using bl::ErrorCode;

TEST_CASE("Every error code has a technical name of its own", "[base][error]")
{
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Cancelled); ++i) {
        const auto name = bl::codeName(static_cast<ErrorCode>(i));
        INFO(name);
        CHECK(name != "unknown");
        CHECK(names.insert(name).second);
        CHECK(std::all_of(
            name.begin(), name.end(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); }));
    }
}

TEST_CASE("An error describes itself in one line with its arguments in order", "[base][error]")
{
    CHECK(bl::describe({ErrorCode::EmptyTicket, {}}) == "empty-ticket");
    CHECK(bl::describe({ErrorCode::TenderShort, {"155"}}) == "tender-short: 155");
    CHECK(bl::describe({ErrorCode::MissingColumn, {"a.csv", "Quantity"}})
        == "missing-column: a.csv, Quantity");
}

TEST_CASE("A programmer's error ends the program and says where", "[base][error]")
{
    const std::string cry = bl::test::deathCryOf([] { BL_ASSERT(2 + 2 == 5); });
    CHECK(cry.find("assertion failed: 2 + 2 == 5") != std::string::npos);
    CHECK(cry.find("error_test.cpp") != std::string::npos);

    CHECK(bl::test::deathCryOf([] { BL_ASSERT(2 + 2 == 4); }).empty());
}

TEST_CASE("Looking for a value where there is an error is a programmer's error", "[base][result]")
{
    const bl::Result<int> bad = Error{ErrorCode::Cancelled, {}};
    const bl::Result<int> good = 1;
    const bl::Result<void> done;
    CHECK_FALSE(bl::test::deathCryOf([&] { static_cast<void>(bad.value()); }).empty());
    CHECK_FALSE(bl::test::deathCryOf([&] { static_cast<void>(good.error()); }).empty());
    CHECK_FALSE(bl::test::deathCryOf([&] { static_cast<void>(done.error()); }).empty());
}
