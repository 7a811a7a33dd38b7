#include "core/receipts/label_template.h"
#include "core/storage/template_store.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"

namespace bl::receipts {

namespace {

const std::filesystem::path kLabels = std::filesystem::path(BL_PRINT_FILES) / "label-template";

}  // namespace

TEST_CASE("Label templates that the schema accepts come back as they were written", "[receipts]")
{
    for (const auto& file : test::jsonFilesIn(kLabels / "good")) {
        INFO(file.filename().string());
        const auto read = parseLabelTemplate(test::contentsOf(file));
        REQUIRE(read);
        const auto again = parseLabelTemplate(writeTemplate(*read));
        REQUIRE(again);
        CHECK(*again == *read);
    }
}

TEST_CASE("Label templates that break a rule are refused at the place", "[receipts]")
{
    for (const char* folder : {"bad", "bad/program"})
        for (const auto& file : test::jsonFilesIn(kLabels / folder)) {
            INFO(file.filename().string());
            const auto read = parseLabelTemplate(test::contentsOf(file));
            REQUIRE_FALSE(read);
            CHECK(read.error().code == ErrorCode::InvalidDocument);
        }
    CHECK(parseLabelTemplate(R"({"layout":"shelf","width":10,"height":40})").error().detail
        == std::vector<std::string>{"/width", "range", "15", "200"});
}

TEST_CASE("The product brings labels for shelves and products", "[receipts]")
{
    REQUIRE(storage::shippedLabels().size() == 3);
    CHECK(storage::shippedLabels()[0].name == "product-50x30");
    CHECK(storage::shippedLabels()[0].content.widthMm == 50);
}

}  // namespace bl::receipts
