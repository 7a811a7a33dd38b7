#include "core/receipts/receipt_template.h"
#include "core/storage/template_store.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"

namespace bl::receipts {

namespace {

const std::filesystem::path kTemplates = std::filesystem::path(BL_PRINT_FILES) / "receipt-template";

Error templateRefusal(const std::string& text)
{
    const auto read = parseReceiptTemplate(text);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::InvalidDocument);
    return read.error();
}

using Detail = std::vector<std::string>;

}  // namespace

TEST_CASE("Receipt templates that the schema accepts come back as they were written", "[receipts]")
{
    for (const auto& file : test::jsonFilesIn(kTemplates / "good")) {
        INFO(file.filename().string());
        const auto read = parseReceiptTemplate(test::contentsOf(file));
        REQUIRE(read);
        const auto again = parseReceiptTemplate(writeTemplate(*read));
        REQUIRE(again);
        CHECK(*again == *read);
        CHECK(writeTemplate(*again) == writeTemplate(*read));
    }
}

TEST_CASE("Receipt templates that break a rule are refused at the place", "[receipts]")
{
    for (const char* folder : {"bad", "bad/program"})
        for (const auto& file : test::jsonFilesIn(kTemplates / folder)) {
            INFO(file.filename().string());
            const Error error = templateRefusal(test::contentsOf(file));
            REQUIRE(error.detail.size() >= 2);
            CHECK((error.detail[0] == "#" || error.detail[0].starts_with("/")));
        }
    CHECK(templateRefusal(R"({"blocks":[{"type":"rule"}]})").detail
        == Detail{"/blocks", "marks-once"});
    CHECK(templateRefusal(R"({"blocks":[{"type":"marks"},{"type":"qr","content":"{pin}"}]})")
              .detail.at(1)
        == "placeholder");
    CHECK(templateRefusal(R"({"blocks":[{"type":"marks"},{"type":"store","logo":true}]})").detail
        == Detail{"/blocks/1/logo", "unknown-field"});
}

TEST_CASE("A QR code's content takes the known placeholders and no other brace", "[receipts]")
{
    for (const char* good : {"a", "{receipt}", "x{total}y{store}{date}"})
        CHECK(isQrContent(good));
    for (const char* bad : {"{", "}", "{}", "{receipt", "{ receipt}", "{{receipt}}"})
        CHECK_FALSE(isQrContent(bad));
}

TEST_CASE("The product brings a usual, a short and a bilingual receipt", "[receipts]")
{
    std::vector<std::string> names;
    for (const auto& shipped : storage::shippedReceipts())
        names.push_back(shipped.name);
    CHECK(names == std::vector<std::string>{"bilingual", "short", "usual"});
    CHECK(storage::shippedReceipts()[0].content.languages == Languages::Both);
    CHECK(&storage::shippedReceiptFor(58) == &storage::shippedReceipts()[1].content);
    CHECK(&storage::shippedReceiptFor(80) == &storage::shippedReceipts()[2].content);
}

}  // namespace bl::receipts
