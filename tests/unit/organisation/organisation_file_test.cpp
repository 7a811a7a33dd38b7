#include "core/services/organisation/organisation_file.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"
#include "tests/unit/organisation/organisation_bench.h"

namespace bl::test {

namespace fs = std::filesystem;

namespace {

const fs::path kFiles{BL_ORGANISATION_FILES};

std::vector<fs::path> filesIn(const char* folder)
{
    return jsonFilesIn(kFiles / folder);
}

Error refusal(const std::string& text)
{
    const auto plan = services::parseOrganisation(text);
    REQUIRE_FALSE(plan);
    REQUIRE(plan.error().code == ErrorCode::InvalidOrganisation);
    REQUIRE(plan.error().detail.size() >= 2);
    return plan.error();
}

}  // namespace

TEST_CASE("Files that break the schema are refused with the place and the reason")
{
    for (const auto& file : filesIn("bad")) {
        INFO(file.filename().string());
        const auto plan = services::parseOrganisation(contentsOf(file));
        REQUIRE_FALSE(plan);
        CHECK(plan.error().code == ErrorCode::InvalidOrganisation);
        REQUIRE(plan.error().detail.size() >= 2);
        CHECK((plan.error().detail[0] == "#" || plan.error().detail[0].starts_with("/")));
        CHECK_FALSE(plan.error().detail[1].empty());
    }
}

TEST_CASE("Files that contradict themselves or the organisation are refused and change nothing")
{
    OrganisationBench bench;
    const auto before = bench.everything();
    for (const auto& file : filesIn("bad/program")) {
        INFO(file.filename().string());
        const auto applied = bench.apply(contentsOf(file));
        REQUIRE_FALSE(applied);
        CHECK(applied.error().code == ErrorCode::InvalidOrganisation);
        REQUIRE(applied.error().detail.size() >= 2);
        CHECK(bench.everything() == before);
    }
}

TEST_CASE("Files that are right are applied, and applying them again changes nothing")
{
    for (const auto& file : filesIn("good")) {
        INFO(file.filename().string());
        OrganisationBench bench;
        REQUIRE(bench.apply(contentsOf(file)));
        const auto before = bench.everything();
        const auto again = bench.apply(contentsOf(file));
        REQUIRE(again);
        CHECK(again->isEmpty());
        CHECK(bench.everything() == before);
    }
}

TEST_CASE("The pointer names the very value that is wrong")
{
    CHECK(refusal(R"({"users":[{"login":"a"},{"login":"b","pin":7316}]})").detail[0]
        == "/users/1/pin");
    CHECK(refusal(R"({"products":[{"code":"1","colour/size":"x"}]})").detail[0]
        == "/products/0/colour~1size");
    CHECK(refusal(R"({"members":[{"name":"x"}]})").detail[0] == "/members/0");
    CHECK(refusal(R"({"stores":{}})").detail[0] == "/stores");
    CHECK(refusal(R"({"shops":[]})").detail[0] == "/shops");
    CHECK(refusal(R"([])").detail[0] == "#");
    CHECK(
        refusal(
            R"({"members":[{"number":"1","phone":"13800000001"},{"number":"2","phone":"138-0000-0001"}]})")
            .detail[0]
        == "/members/1/phone");
}

TEST_CASE("Only the first thing that is wrong is told")
{
    CHECK(refusal(R"({"tiers":[{"code":"gold","rank":10000}],"roles":[{"code":""}]})").detail[0]
        == "/tiers/0/rank");
}

TEST_CASE("Lengths are counted in characters, not in bytes")
{
    const auto named = [](std::size_t characters) {
        std::string name;
        for (std::size_t i = 0; i < characters; ++i)
            name += "𬍛";
        return services::parseOrganisation(R"({"organisation":{"name":")" + name + R"("}})").ok();
    };
    CHECK(named(200));
    CHECK_FALSE(named(201));
}

TEST_CASE("A user who acts for the system cannot be changed by a file")
{
    CHECK(refusal(R"({"users":[{"login":"import","pin":"7316"}]})").detail[0] == "/users/0/login");
    CHECK(
        refusal(R"({"users":[{"login":"system","active":false}]})").detail[0] == "/users/0/login");
}

}  // namespace bl::test
