#include "core/catalog/barcode.h"
#include "tests/support/catch.h"

namespace bl::catalog {

TEST_CASE("Check digits of EAN and UPC are verified", "[catalog]")
{
    for (const char* right :
        {"6901234567892", "4006381333931", "96385074", "036000291452", "10614141000415"}) {
        INFO(right);
        CHECK(hasGs1CheckDigit(right));
    }
    for (const char* wrong : {"6901234567893", "6901234567829", "", "6", "690123456789X"}) {
        INFO(wrong);
        CHECK_FALSE(hasGs1CheckDigit(wrong));
    }
}

TEST_CASE("Eight digits of UPC-E stand for twelve", "[catalog]")
{
    CHECK(expandUpcE("04252614") == "042100005264");
    CHECK(expandUpcE("01234565") == "012345000065");
    CHECK_FALSE(expandUpcE("01234566"));
    CHECK_FALSE(expandUpcE("21234565"));
    CHECK_FALSE(expandUpcE("0123456"));
}

TEST_CASE("GS1 element strings are read by the table of identifiers", "[catalog]")
{
    const auto read = parseGs1("01069012345678923103001234\x1D"
                               "10AB-12\x1D"
                               "17261231");
    REQUIRE(read);
    CHECK(*read
        == Gs1Elements{
            {"01", "06901234567892"}, {"3103", "001234"}, {"10", "AB-12"}, {"17", "261231"}});
    CHECK(parseGs1("\x1D"
                   "0106901234567892392212345")
              ->at("3922")
        == "12345");
    for (const char* wrong :
        {"", "\x1D", "0106901234567893", "01069012345678", "10", "10ABC DE", "9999",
            "17261231"
            "17261231",
            "3103ABCDEF", "310x001234", "10123456789012345678901"}) {
        INFO(wrong);
        CHECK_FALSE(parseGs1(wrong));
    }
}

TEST_CASE("An article is found however its number was coded", "[catalog]")
{
    using List = std::vector<std::string>;
    CHECK(articleCodes("6901234567892") == List{"6901234567892"});
    CHECK(articleCodes("036000291452") == List{"036000291452", "0036000291452"});
    CHECK(articleCodes("0036000291452") == List{"0036000291452", "036000291452"});
    CHECK(articleCodes("04252614") == List{"04252614", "042100005264", "0042100005264"});
    CHECK(articleCodes("010690123456789210A")
        == List{"010690123456789210A", "06901234567892", "6901234567892"});
    CHECK(articleCodes("B-7") == List{"B-7"});
}

}  // namespace bl::catalog
