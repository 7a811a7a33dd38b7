#include "core/ports/receipt_document_json.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"

namespace bl {

namespace {

const std::filesystem::path kDocuments = std::filesystem::path(BL_PRINT_FILES) / "receipt-document";

Error refusal(const std::string& text)
{
    const auto document = parseReceiptDocument(text);
    REQUIRE_FALSE(document);
    REQUIRE(document.error().code == ErrorCode::InvalidDocument);
    return document.error();
}

}  // namespace

TEST_CASE("A document comes back from its JSON as it was", "[ports][document]")
{
    Bitmap picture = Bitmap::blank(11, 3);
    picture.blacken(10, 2);
    const ReceiptDocument document{
        {ReceiptText{"青禾 \"生活\" 馆", Align::Centre, TextSize::Large, TextWeight::Bold},
            ReceiptText{""}, ReceiptPair{"合计", "¥9.50", TextSize::Large, TextWeight::Bold},
            ReceiptPair{}, ReceiptRule{}, ReceiptSpace{3}, ReceiptBarcode{"S01-1-000001"},
            ReceiptQr{"https://example.com/会员/42"}, ReceiptImage{picture, Align::Right},
            ReceiptImage{picture}}};
    const auto back = parseReceiptDocument(writeReceiptDocument(document));
    REQUIRE(back);
    CHECK(*back == document);
}

TEST_CASE("Documents that the schema accepts are read and keep their meaning", "[ports][document]")
{
    for (const auto& file : test::jsonFilesIn(kDocuments / "good")) {
        INFO(file.filename().string());
        const auto document = parseReceiptDocument(test::contentsOf(file));
        REQUIRE(document);
        const auto again = parseReceiptDocument(writeReceiptDocument(*document));
        REQUIRE(again);
        CHECK(*again == *document);
    }
}

TEST_CASE("Documents that break the schema are refused at the place", "[ports][document]")
{
    for (const char* folder : {"bad", "bad/program"})
        for (const auto& file : test::jsonFilesIn(kDocuments / folder)) {
            INFO(file.filename().string());
            const Error error = refusal(test::contentsOf(file));
            REQUIRE(error.detail.size() >= 2);
            CHECK((error.detail[0] == "#" || error.detail[0].starts_with("/")));
        }
    CHECK(refusal(R"({"blocks":[{"type":"rule"},{"type":"rule","lines":2}]})").detail
        == std::vector<std::string>{"/blocks/1/lines", "unknown-field"});
    CHECK(refusal(R"({"blocks":[{"type":"text","text":"a","align":"middle"}]})").detail
        == std::vector<std::string>{"/blocks/0/align", "one-of", "left, centre, right"});
    CHECK(refusal(R"({"blocks":[{"type":"barcode"}]})").detail
        == std::vector<std::string>{"/blocks/0", "field-missing", "code"});
    CHECK(refusal(R"({"blocks":[{"type":"image","png":"AAAA"}]})").detail
        == std::vector<std::string>{"/blocks/0/png", "picture-format"});
    CHECK(refusal("{").detail.at(1) == "json");
}

}  // namespace bl
