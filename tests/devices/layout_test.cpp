#include "devices/printer/receipt_layout.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <random>

namespace bl {

namespace {

std::vector<std::string> linesOf(const ReceiptBlock& block, const PrinterProfile& profile)
{
    std::vector<std::string> lines;
    for (const auto& line : layoutReceipt({{block}}, profile))
        lines.push_back(std::get<TextLine>(line).text());
    return lines;
}

PrinterProfile narrow(int columns)
{
    PrinterProfile profile = test::profile58();
    profile.columns = columns;
    return profile;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Latin text wraps at spaces, which vanish at the line's end", "[devices][layout]")
{
    CHECK(linesOf(ReceiptText{"Thank you for shopping with us"}, narrow(10))
        == Lines{"Thank you", "for", "shopping", "with us"});
}

TEST_CASE(
    "Chinese text wraps between any two characters but not before a comma", "[devices][layout]")
{
    CHECK(linesOf(ReceiptText{"谢谢惠顾欢迎再次光临"}, narrow(8))
        == Lines{"谢谢惠顾", "欢迎再次", "光临"});
    CHECK(linesOf(ReceiptText{"谢谢惠顾，欢迎"}, narrow(8)) == Lines{"谢谢惠", "顾，欢迎"});
}

TEST_CASE("A word longer than the paper is broken where the line is full", "[devices][layout]")
{
    CHECK(linesOf(ReceiptText{"AB 0123456789ABCDEF"}, narrow(8))
        == Lines{"AB", "01234567", "89ABCDEF"});
}

TEST_CASE("Large text has half as many columns", "[devices][layout]")
{
    CHECK(linesOf(ReceiptText{"合计金额", Align::Left, TextSize::Large}, narrow(8))
        == Lines{"合计", "金额"});
}

TEST_CASE("An empty text is an empty line", "[devices][layout]")
{
    CHECK(linesOf(ReceiptText{""}, narrow(8)) == Lines{""});
}

TEST_CASE("A pair fills the line from edge to edge", "[devices][layout]")
{
    CHECK(linesOf(ReceiptPair{"Total", "9.50"}, narrow(16)) == Lines{"Total       9.50"});
    CHECK(linesOf(ReceiptPair{"合计", "¥9.50"}, narrow(16)) == Lines{"合计      ￥9.50"});
}

TEST_CASE(
    "Where a pair does not fit, its left part wraps and the right part stays on the last line",
    "[devices][layout]")
{
    CHECK(linesOf(ReceiptPair{"农夫山泉饮用天然水", "3.50"}, narrow(16))
        == Lines{"农夫山泉饮", "用天然水    3.50"});
}

TEST_CASE("A right part that leaves no room gets a line of its own", "[devices][layout]")
{
    const auto lines = layoutReceipt({{ReceiptPair{"Ref", "0123456789ABCD"}}}, narrow(16));
    REQUIRE(lines.size() == 2);
    CHECK(std::get<TextLine>(lines[0]).text() == "Ref");
    CHECK(std::get<TextLine>(lines[1]).text() == "0123456789ABCD");
    CHECK(std::get<TextLine>(lines[1]).align == Align::Right);
}

TEST_CASE("A pair without a left part keeps its right part at the edge", "[devices][layout]")
{
    CHECK(linesOf(ReceiptPair{"", "9.50"}, narrow(8)) == Lines{"    9.50"});
}

TEST_CASE("Control and formatting characters never reach the paper", "[devices][layout]")
{
    CHECK(linesOf(ReceiptText{"A\x1b@B\x1dV\x01 C\u202e\u200b\xc2\x9b"
                              "D"},
              narrow(32))
        == Lines{"A@BV CD"});
    CHECK(linesOf(ReceiptText{"one\ntwo\tthree"}, narrow(32)) == Lines{"one two three"});
}

TEST_CASE("A letter and its combining accent are one character", "[devices][layout]")
{
    PrinterProfile profile = narrow(8);
    profile.cjk = CjkEncoding::Utf8;
    CHECK(linesOf(ReceiptText{"Cafe\u0301"}, profile) == Lines{"Café"});
}

TEST_CASE("No laid out line is wider than the paper and no character is lost", "[devices][layout]")
{
    const auto seed = GENERATE(range(0u, 60u));
    std::mt19937 random(seed);
    const std::vector<std::string> pieces{"水", "，", "（", "A", "7", " ", "word", "é", "¥", "😀",
        "𠮷", "  ", "-", "。", "long-unbroken-item-number"};
    std::string text;
    std::string kept;
    const auto count = std::uniform_int_distribution<int>(0, 60)(random);
    for (int i = 0; i < count; ++i) {
        const auto& piece =
            pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
        text += piece;
        if (piece.find(' ') == std::string::npos)
            kept += piece == "¥" ? "￥" : piece;
    }
    PrinterProfile profile = narrow(GENERATE(8, 32, 48));
    for (const auto size : {TextSize::Normal, TextSize::Large}) {
        std::string seen;
        for (const auto& line : layoutReceipt({{ReceiptText{text, Align::Left, size}}}, profile)) {
            const auto& laid = std::get<TextLine>(line);
            CHECK(laid.columns() <= profile.columns);
            for (const auto& cell : laid.cells)
                seen += cell.text == " " ? "" : cell.text;
        }
        CHECK(seen == kept);
        for (const auto& line : layoutReceipt({{ReceiptPair{text, "¥12.00", size}}}, profile))
            CHECK(std::get<TextLine>(line).columns() <= profile.columns);
    }
}

}  // namespace bl
