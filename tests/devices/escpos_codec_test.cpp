#include "devices/printer/escpos_codec.h"
#include "devices/printer/receipt_layout.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <string>

namespace bl {

namespace {

using Bytes = std::vector<std::uint8_t>;
using test::only;
using test::printed;

Bytes jobBytes(const ReceiptDocument& document, const PrinterProfile& profile,
    DrawerPulse drawer = DrawerPulse::None)
{
    const auto job = escpos::encodeJob(document, profile, drawer, test::BlackRasterizer{});
    REQUIRE(job);
    return *job;
}

std::vector<std::string> textOf(const ReceiptText& text, const PrinterProfile& profile)
{
    std::vector<std::string> lines;
    for (const auto& line : only<sim::PaperLine>(printed({{text}}, profile)))
        lines.push_back(line.text());
    return lines;
}

}  // namespace

TEST_CASE("A small receipt is these bytes", "[devices][escpos]")
{
    ReceiptDocument receipt;
    receipt.blocks.emplace_back(
        ReceiptText{"水", Align::Centre, TextSize::Large, TextWeight::Bold});
    receipt.blocks.emplace_back(ReceiptPair{"A", "¥1"});
    receipt.blocks.emplace_back(ReceiptBarcode{"R{1"});
    PrinterProfile profile = test::profile80();
    profile.columns = 6;
    profile.pixels = 576;

    const Bytes expected{
        0x1b, 0x40,                            // init
        0x1b, 0x70, 0x00, 0x19, 0xfa,          // drawer
        0x1c, 0x26,                            // double-byte mode
        0x1b, 0x61, 0x01,                      // centre
        0x1d, 0x21, 0x11, 0x1c, 0x21, 0x0c,    // double size, Latin and Chinese
        0x1b, 0x45, 0x01,                      // bold
        0xcb, 0xae, 0x0a,                      // 水
        0x1b, 0x61, 0x00,                      // left
        0x1d, 0x21, 0x00, 0x1c, 0x21, 0x00,    // normal size
        0x1b, 0x45, 0x00,                      // not bold
        'A', ' ', ' ', 0xa3, 0xa4, '1', 0x0a,  // A  ￥1
        0x1b, 0x61, 0x01,                      // centre
        0x1d, 0x68, 80, 0x1d, 0x77, 3,         // bar height, module
        0x1d, 0x48, 0x02,                      // text below
        0x1d, 0x6b, 0x49, 6, 0x7b, 0x42, 'R', 0x7b, 0x7b, '1', 0x1b, 0x61, 0x00,  // as found
        0x1b, 0x64, 3,                                                            // feed
        0x1d, 0x56, 0x42, 0x00,                                                   // cut
    };
    CHECK(jobBytes(receipt, profile, DrawerPulse::Open) == expected);
}

TEST_CASE("Every job starts with init and ends with one cut, and the drawer comes before the paper",
    "[devices][escpos]")
{
    const auto all = printed(test::saleReceipt(3), test::profile80(), DrawerPulse::Open);
    CHECK(std::holds_alternative<sim::Initialised>(all[0]));
    CHECK(std::holds_alternative<sim::DrawerKick>(all[1]));
    CHECK(only<sim::DrawerKick>(all).size() == 1);
    CHECK(only<sim::Cut>(all).size() == 1);
    CHECK(std::holds_alternative<sim::Cut>(all.back()));
    CHECK(std::holds_alternative<sim::PaperFeed>(all[all.size() - 2]));
}

TEST_CASE("A printer without cutter or drawer gets no command for them", "[devices][escpos]")
{
    PrinterProfile profile = test::profile58();
    profile.drawer = false;
    const auto all = printed(test::saleReceipt(1), profile, DrawerPulse::Open);
    CHECK(only<sim::Cut>(all).empty());
    CHECK(only<sim::DrawerKick>(all).empty());
    CHECK(only<sim::PaperFeed>(all).back().lines >= 5);
}

TEST_CASE("A document without content opens the drawer and wastes no paper", "[devices][escpos]")
{
    const auto all = printed({}, test::profile80(), DrawerPulse::Open);
    REQUIRE(all.size() == 2);
    CHECK(std::holds_alternative<sim::DrawerKick>(all[1]));
}

TEST_CASE(
    "Every column lines up, however long the receipt and whatever the paper", "[devices][escpos]")
{
    const int count = GENERATE(1, 30, 200);
    const auto profile = GENERATE(test::profile80(), test::profile58());
    const auto document = test::saleReceipt(count);

    const auto lines = only<sim::PaperLine>(printed(document, profile));
    std::vector<std::string> laidOut;
    for (const auto& line : layoutReceipt(document, profile)) {
        if (const auto* text = std::get_if<TextLine>(&line))
            laidOut.push_back(text->text());
        else if (std::holds_alternative<RuleLine>(line))
            laidOut.emplace_back(static_cast<std::size_t>(profile.columns), '-');
    }
    REQUIRE(lines.size() == laidOut.size());

    int amounts = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i].text() == laidOut[i]);
        CHECK_FALSE(lines[i].overflowed);
        CHECK(lines[i].columns() <= profile.columns);
        const auto& last = lines[i].glyphs.back().text;
        if (lines[i].text().ends_with(".50") && last == "0") {
            ++amounts;
            // The amount ends at the edge, and a blank column keeps it apart from the name.
            CHECK(lines[i].columns() == profile.columns);
            CHECK(lines[i].text().find(" ￥") != std::string::npos);
            CHECK(test::columnsBeforeLastWord(lines[i]) < profile.columns);
        }
    }
    CHECK(amounts == count);
}

TEST_CASE("Text in bold and double size is so for Latin and Chinese characters alike",
    "[devices][escpos]")
{
    const auto lines = only<sim::PaperLine>(printed(
        {{ReceiptText{"A水", Align::Right, TextSize::Large, TextWeight::Bold}, ReceiptText{"B"}}},
        test::profile80()));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].align == sim::PaperAlign::Right);
    for (const auto& glyph : lines[0].glyphs) {
        CHECK(glyph.bold);
        CHECK(glyph.widthFactor == 2);
        CHECK(glyph.heightFactor == 2);
    }
    CHECK(lines[1].align == sim::PaperAlign::Left);
    CHECK_FALSE(lines[1].glyphs[0].bold);
    CHECK(lines[1].glyphs[0].widthFactor == 1);
}

TEST_CASE("The yen sign is printed full width where Chinese encodings have only that",
    "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.cjk = GENERATE(CjkEncoding::Gb18030, CjkEncoding::Gbk, CjkEncoding::Big5);
    CHECK(textOf(ReceiptText{"¥12.00"}, profile) == std::vector<std::string>{"￥12.00"});
}

TEST_CASE("Traditional characters reach a Big5 printer as they are", "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.cjk = CjkEncoding::Big5;
    CHECK(textOf(ReceiptText{"謝謝惠顧"}, profile) == std::vector<std::string>{"謝謝惠顧"});
}

TEST_CASE("A printer with UTF-8 gets UTF-8", "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.cjk = CjkEncoding::Utf8;
    CHECK(textOf(ReceiptText{"谢谢 ¥1 café"}, profile) == std::vector<std::string>{"谢谢 ¥1 café"});
}

TEST_CASE(
    "What the encoding lacks is printed as a picture of that line and never as a question mark",
    "[devices][escpos]")
{
    const std::string text = GENERATE(as<std::string>{}, "生日快乐 🎂", "𠮷野家", "Łódź", "नमस्ते");
    const auto all =
        printed({{ReceiptText{"前"}, ReceiptText{text}, ReceiptText{"后"}}}, test::profile80());
    const auto lines = only<sim::PaperLine>(all);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].text() == "前");
    CHECK(lines[1].text() == "后");
    const auto pictures = only<sim::PaperPicture>(all);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].width == 576);
    CHECK(pictures[0].rows == 30);
}

TEST_CASE("What a printer with UTF-8 may place otherwise is printed as a picture of that line",
    "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.cjk = CjkEncoding::Utf8;
    // For private use, as rare names are written; Lisu, a hexagram and a clock, of other widths
    // than their neighbours.
    const std::string text =
        GENERATE(as<std::string>{}, "\ue206", "\uf8ff", "\ua4d0", "\u4dc0", "\u231a");
    const auto all = printed({{ReceiptText{"前" + text}}}, profile);
    CHECK(only<sim::PaperLine>(all).empty());
    CHECK(only<sim::PaperPicture>(all).size() == 1);
}

TEST_CASE("The euro sign is no single byte to a printer with code page 936", "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.cjk = CjkEncoding::Gbk;
    const auto all = printed({{ReceiptText{"€5"}}}, profile);
    CHECK(only<sim::PaperLine>(all).empty());
    CHECK(only<sim::PaperPicture>(all).size() == 1);
}

TEST_CASE("A printer without Chinese gets Latin lines as text and Chinese ones as pictures",
    "[devices][escpos]")
{
    const auto all = printed(
        {{ReceiptText{"Total"}, ReceiptText{"合计"}}}, *findPrinterProfile("escpos-80-raster"));
    CHECK(only<sim::PaperLine>(all).size() == 1);
    CHECK(only<sim::PaperPicture>(all).size() == 1);
}

TEST_CASE("A picture higher than 256 rows goes out in bands", "[devices][escpos]")
{
    class Tall final : public LineRasterizer {
    public:
        Result<Bitmap> rasterize(const ReceiptLine&, const PrinterProfile& profile) const override
        {
            Bitmap bitmap{profile.pixels, 600, {}};
            bitmap.bits.assign(static_cast<std::size_t>(bitmap.rowBytes() * bitmap.rows), 0xaa);
            return bitmap;
        }
    };
    const auto job =
        escpos::encodeJob({{ReceiptText{"🎂"}}}, test::profile80(), DrawerPulse::None, Tall{});
    REQUIRE(job);
    const auto pictures = only<sim::PaperPicture>(test::decode(*job, test::profile80()));
    REQUIRE(pictures.size() == 3);
    CHECK(pictures[0].rows == 256);
    CHECK(pictures[1].rows == 256);
    CHECK(pictures[2].rows == 88);
}

TEST_CASE("Commands hidden in names do nothing", "[devices][escpos]")
{
    const auto all = printed({{ReceiptText{"A\x1dV\x42\x01 \x1bp\x01\x19\xc2\x9b\x10\x04\x01"},
                                 ReceiptPair{"\x1d!\x11x", "\x1b@1"}}},
        test::profile80());
    CHECK(only<sim::Cut>(all).size() == 1);
    CHECK(only<sim::DrawerKick>(all).empty());
    CHECK(only<sim::StatusRequest>(all).empty());
    CHECK(only<sim::Initialised>(all).size() == 1);
}

TEST_CASE("Bar codes and QR codes are drawn by the printer, centred", "[devices][escpos]")
{
    const auto all = printed(test::saleReceipt(1), test::profile58());
    const auto barcodes = only<sim::PaperBarcode>(all);
    REQUIRE(barcodes.size() == 1);
    CHECK(barcodes[0].data == "S01R1-000042");
    CHECK(barcodes[0].align == sim::PaperAlign::Centre);
    CHECK(barcodes[0].textBelow);
    CHECK(barcodes[0].moduleDots == 2);
    const auto codes = only<sim::PaperQr>(all);
    REQUIRE(codes.size() == 1);
    CHECK(codes[0].data == "https://example.com/会员/42");
    CHECK(codes[0].align == sim::PaperAlign::Centre);
}

TEST_CASE("A printer without bar codes and QR codes gets them as pictures", "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.barcode = profile.qr = false;
    const auto all = printed({{ReceiptBarcode{"42"}, ReceiptQr{"42"}}}, profile);
    CHECK(only<sim::PaperPicture>(all).size() == 2);
    CHECK(only<sim::PaperBarcode>(all).empty());
    CHECK(only<sim::PaperQr>(all).empty());
}

TEST_CASE("What no bar code can hold is refused before a byte is made", "[devices][escpos]")
{
    const std::string code = GENERATE(as<std::string>{}, "", "会员", "a\nb", std::string(254, '1'));
    const auto job = escpos::encodeJob(
        {{ReceiptBarcode{code}}}, test::profile80(), DrawerPulse::None, test::BlackRasterizer{});
    REQUIRE_FALSE(job);
    CHECK(job.error().code == ErrorCode::NotRepresentable);
    CHECK_FALSE(escpos::encodeJob({{ReceiptQr{std::string(3000, 'x')}}}, test::profile80(),
        DrawerPulse::None, test::BlackRasterizer{}));
}

TEST_CASE("A negative amount is text on every paper and no picture", "[devices][escpos]")
{
    PrinterProfile profile = test::profile80();
    profile.cjk = GENERATE(CjkEncoding::Gb18030, CjkEncoding::Gbk, CjkEncoding::Big5,
        CjkEncoding::Utf8, CjkEncoding::Raster);
    const auto all = printed({{ReceiptPair{"A", "\u2212118.00"}}}, profile);
    CHECK(only<sim::PaperPicture>(all).empty());
    REQUIRE(only<sim::PaperLine>(all).size() == 1);
    CHECK(only<sim::PaperLine>(all)[0].columns() == profile.columns);
}

TEST_CASE("A picture reaches the paper dot for dot, at its place", "[devices][escpos]")
{
    const auto picture = test::randomPicture(GENERATE(8, 100, 384), GENERATE(1, 300));
    const PrinterProfile profile = GENERATE(test::profile80(), test::profile58());
    const auto bands = only<sim::PaperPicture>(
        printed({{ReceiptText{"before"}, ReceiptImage{picture}, ReceiptText{"after"}}}, profile));
    REQUIRE(bands.size() == (picture.rows > 256 ? 2 : 1));
    CHECK(test::joined(bands) == picture.bits);
    for (const auto& band : bands)
        CHECK(band.align == sim::PaperAlign::Centre);
}

TEST_CASE("A picture wider than the paper is scaled down and not cut", "[devices][escpos]")
{
    // Black at both edges: cut, one of them would be missing.
    Bitmap wide = Bitmap::blank(576, 96);
    for (int y = 0; y < wide.rows; ++y)
        for (int x = 0; x < 6; ++x) {
            wide.blacken(x, y);
            wide.blacken(wide.width - 1 - x, y);
        }
    const auto bands = only<sim::PaperPicture>(printed({{ReceiptImage{wide}}}, test::profile58()));
    REQUIRE(bands.size() == 1);
    CHECK(bands[0].width == 384);
    CHECK(bands[0].rows == 64);
    const Bitmap small{bands[0].width, bands[0].rows, bands[0].bits};
    for (int y = 0; y < small.rows; ++y) {
        CHECK(small.isBlack(0, y));
        CHECK(small.isBlack(383, y));
        CHECK_FALSE(small.isBlack(4, y));
        CHECK_FALSE(small.isBlack(379, y));
    }
}

}  // namespace bl
