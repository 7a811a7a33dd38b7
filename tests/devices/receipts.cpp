#include "tests/devices/receipts.h"

#include "devices/printer/escpos_codec.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>
#include <random>

namespace bl::test {

ReceiptDocument saleReceipt(int lines)
{
    static const std::array<std::string, 5> kNames{"农夫山泉饮用天然水 550ml",
        "雪花啤酒（勇闯天涯）", "Oreo 奥利奥原味夹心饼干超值家庭装 466g 买一赠一", "Coca-Cola",
        "洗衣液"};
    ReceiptDocument receipt;
    receipt.blocks.emplace_back(
        ReceiptText{"分店一便利", Align::Centre, TextSize::Large, TextWeight::Bold});
    receipt.blocks.emplace_back(ReceiptText{"上海市静安区南京西路 1266 号", Align::Centre});
    receipt.blocks.emplace_back(ReceiptPair{"2026-11-22 14:30", "S01-R1"});
    receipt.blocks.emplace_back(ReceiptRule{});
    for (int i = 0; i < lines; ++i) {
        const auto& name = kNames[static_cast<std::size_t>(i) % kNames.size()];
        receipt.blocks.emplace_back(ReceiptPair{name, "¥" + std::to_string(3 + 37 * i) + ".50"});
        receipt.blocks.emplace_back(ReceiptText{"  2 × ¥1.75"});
    }
    receipt.blocks.emplace_back(ReceiptRule{});
    receipt.blocks.emplace_back(ReceiptPair{"合计", "¥155.70", TextSize::Large, TextWeight::Bold});
    receipt.blocks.emplace_back(ReceiptPair{"现金", "¥200.00"});
    receipt.blocks.emplace_back(ReceiptPair{"找零", "¥44.30"});
    receipt.blocks.emplace_back(ReceiptSpace{1});
    receipt.blocks.emplace_back(ReceiptBarcode{"S01R1-000042"});
    receipt.blocks.emplace_back(ReceiptSpace{1});
    receipt.blocks.emplace_back(ReceiptQr{"https://example.com/会员/42"});
    receipt.blocks.emplace_back(ReceiptText{"谢谢惠顾，欢迎再次光临！", Align::Centre});
    return receipt;
}

PrinterProfile profile80()
{
    return *findPrinterProfile("escpos-80");
}

PrinterProfile profile58()
{
    return *findPrinterProfile("escpos-58");
}

Result<Bitmap> BlackRasterizer::rasterize(const ReceiptLine&, const PrinterProfile& profile) const
{
    Bitmap bitmap;
    bitmap.width = profile.pixels;
    bitmap.rows = 30;
    bitmap.bits.assign(static_cast<std::size_t>(bitmap.rowBytes() * bitmap.rows), 0xff);
    return bitmap;
}

std::vector<sim::Decoded> decode(
    const std::vector<std::uint8_t>& bytes, const PrinterProfile& profile)
{
    sim::PaperShape shape;
    shape.pixels = profile.pixels;
    shape.columns = profile.columns;
    switch (profile.cjk) {
    case CjkEncoding::Gbk: shape.encoding = sim::PaperEncoding::Gbk; break;
    case CjkEncoding::Big5: shape.encoding = sim::PaperEncoding::Big5; break;
    case CjkEncoding::Utf8: shape.encoding = sim::PaperEncoding::Utf8; break;
    case CjkEncoding::Gb18030:
    case CjkEncoding::Raster: break;
    }
    sim::EscPosDecoder decoder(shape);
    decoder.feed(bytes);
    std::vector<sim::Decoded> all;
    while (auto one = decoder.next())
        all.push_back(std::move(*one));
    CHECK(decoder.isIdle());
    CHECK(decoder.isNeutral());
    CHECK(only<sim::UnknownBytes>(all).empty());
    return all;
}

std::vector<sim::Decoded> printed(
    const ReceiptDocument& document, const PrinterProfile& profile, DrawerPulse drawer)
{
    const auto job = escpos::encodeJob(document, profile, drawer, BlackRasterizer{});
    REQUIRE(job);
    return decode(*job, profile);
}

Bitmap randomPicture(int width, int rows)
{
    std::mt19937 random(static_cast<unsigned>(width * rows));
    Bitmap bitmap = Bitmap::blank(width, rows);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < width; ++x)
            if (random() % 2 == 0)
                bitmap.blacken(x, y);
    return bitmap;
}

std::vector<std::uint8_t> joined(const std::vector<sim::PaperPicture>& bands)
{
    std::vector<std::uint8_t> bits;
    for (const auto& band : bands)
        bits.insert(bits.end(), band.bits.begin(), band.bits.end());
    return bits;
}

int columnsBeforeLastWord(const sim::PaperLine& line)
{
    int columns = line.columns();
    for (auto glyph = line.glyphs.rbegin(); glyph != line.glyphs.rend() && glyph->text != " ";
         ++glyph)
        columns -= glyph->columns * glyph->widthFactor;
    return columns;
}

}  // namespace bl::test
