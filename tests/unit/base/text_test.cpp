#include "core/base/text.h"
#include "tests/support/catch.h"

TEST_CASE("Well-formed UTF-8 is taken", "[base][text]")
{
    CHECK(bl::isUtf8(""));
    CHECK(bl::isUtf8(std::string_view("\0", 1)));
    CHECK(bl::isUtf8("plain"));
    CHECK(bl::isUtf8("矿泉水 ¥3.50 é 😀"));
    CHECK(bl::isUtf8("\x7f"));
    CHECK(bl::isUtf8("\xc2\x80"));          // U+0080
    CHECK(bl::isUtf8("\xdf\xbf"));          // U+07FF
    CHECK(bl::isUtf8("\xe0\xa0\x80"));      // U+0800
    CHECK(bl::isUtf8("\xed\x9f\xbf"));      // U+D7FF
    CHECK(bl::isUtf8("\xee\x80\x80"));      // U+E000
    CHECK(bl::isUtf8("\xef\xbf\xbf"));      // U+FFFF
    CHECK(bl::isUtf8("\xf0\x90\x80\x80"));  // U+10000
    CHECK(bl::isUtf8("\xf4\x8f\xbf\xbf"));  // U+10FFFF
}

TEST_CASE("Bytes that are no UTF-8 are refused", "[base][text]")
{
    CHECK_FALSE(bl::isUtf8("\x80"));  // continues nothing
    CHECK_FALSE(bl::isUtf8("\xbf"));
    CHECK_FALSE(bl::isUtf8("\xc0\x80"));  // overlong
    CHECK_FALSE(bl::isUtf8("\xc1\xbf"));
    CHECK_FALSE(bl::isUtf8("\xe0\x9f\xbf"));
    CHECK_FALSE(bl::isUtf8("\xf0\x8f\xbf\xbf"));
    CHECK_FALSE(bl::isUtf8("\xed\xa0\x80"));  // surrogates
    CHECK_FALSE(bl::isUtf8("\xed\xbf\xbf"));
    CHECK_FALSE(bl::isUtf8("\xf4\x90\x80\x80"));  // above U+10FFFF
    CHECK_FALSE(bl::isUtf8("\xf5\x80\x80\x80"));
    CHECK_FALSE(bl::isUtf8("\xff"));
    CHECK_FALSE(bl::isUtf8("\xfe"));
    CHECK_FALSE(bl::isUtf8("a\xc3"));  // cut off
    CHECK_FALSE(bl::isUtf8("\xe6\xb0"));
    CHECK_FALSE(bl::isUtf8("\xf0\x9f\x98"));
    CHECK_FALSE(bl::isUtf8("\xc3("));  // not continued
    CHECK_FALSE(bl::isUtf8("\xe6\xb0x"));
    CHECK_FALSE(bl::isUtf8("\xc4\xe3\xba\xc3"));  // GB18030
}

TEST_CASE("White space at both ends goes, Chinese typists' wide blank included", "[base][text]")
{
    CHECK(bl::trimmed("  a b \t\r\n") == "a b");
    CHECK(bl::trimmed("　 王 小明　 　") == "王 小明");
    CHECK(bl::trimmed(" 　\n").empty());
    CHECK(bl::trimmed("").empty());
}

TEST_CASE("A phone number shows its last four digits only", "[base][text]")
{
    CHECK(bl::maskedPhone("13812345678") == "****5678");
    CHECK(bl::maskedPhone("5678") == "****");
    CHECK(bl::maskedPhone("") == "****");
}

TEST_CASE("A masked text that is no phone number stays valid UTF-8", "[base][text]")
{
    CHECK(bl::maskedPhone("电话号码") == "****码");
    CHECK(bl::isUtf8(bl::maskedPhone("电话\xff\xfe号码")));
    CHECK(bl::isUtf8(bl::maskedPhone("abcdefg\xff\xff")));
}

TEST_CASE("An excerpt is short, valid UTF-8 and ends with a whole character", "[base][text]")
{
    CHECK(bl::excerpt("12.5x") == "12.5x");
    CHECK(bl::excerpt(std::string(100, 'a')) == std::string(64, 'a'));

    const std::string name =
        "一二三四五六七八九十一二三四五六七八九十一二三";  // 23 characters of 3 bytes
    CHECK(bl::excerpt(name) == name.substr(0, 63));
    CHECK(bl::excerpt("a" + name) == "a" + name.substr(0, 63));
    CHECK(bl::excerpt("ab" + name) == "ab" + name.substr(0, 60));

    CHECK(bl::excerpt("a\xff\xe6z") == "a??z");
    CHECK(bl::excerpt(std::string_view("a\0b\n", 4)) == "a?b?");
}
