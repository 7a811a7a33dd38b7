#include "devices/label/label_painter.h"
#include "devices/label/page_label_printer.h"
#include "devices/printer/symbol_shape.h"
#include "devices/printer/symbol_size.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

namespace bl {

namespace {

LabelDocument labelWith(const std::string& code)
{
    return {60, 40, 2,
        {LabelText{"氨基酸洁面乳 100ml", {20, 20, 560, 100}, Align::Left, TextWeight::Bold, 2},
            LabelBarcode{code, {20, 200, 560, 120}}}};
}

/// The widths of bars and gaps between the first and the last bar in the middle of the code.
std::vector<int> runsOf(const Bitmap& bitmap, int y)
{
    std::vector<int> runs;
    int first = 0;
    while (first < bitmap.width && !bitmap.isBlack(first, y))
        ++first;
    int last = bitmap.width - 1;
    while (last > first && !bitmap.isBlack(last, y))
        --last;
    for (int x = first; x <= last;) {
        int end = x;
        while (end <= last && bitmap.isBlack(end, y) == bitmap.isBlack(x, y))
            ++end;
        runs.push_back(end - x);
        x = end;
    }
    return runs;
}

}  // namespace

TEST_CASE("Thirteen digits with a right check digit are an EAN-13", "[devices][label]")
{
    CHECK(isEan13("6901234567892"));
    CHECK_FALSE(isEan13("6901234567893"));
    CHECK_FALSE(isEan13("690123456789"));
    CHECK_FALSE(isEan13("690123456789X"));
    CHECK(SymbolShape::ean13("6901234567892")->modules() == 95);
    CHECK_FALSE(SymbolShape::ean13("6901234567893"));
}

TEST_CASE("A bar code on a label has bars of whole dots", "[devices][label]")
{
    const std::string code = GENERATE("6901234567892", "HOUSE-42");
    const auto bitmap = labelBitmap(labelWith(code), 8, ReceiptFonts::simplified());
    REQUIRE(bitmap);
    const auto runs = runsOf(*bitmap, 8 * 26);
    const int modules = isEan13(code) ? 95 : SymbolShape::code128(code)->modules();
    const int dots = 448 / (modules + 2 * kBarcodeQuietModules);
    int sum = 0;
    for (const int run : runs) {
        CHECK(run % dots == 0);
        sum += run;
    }
    CHECK(sum == modules * dots);
}

TEST_CASE(
    "A code that has no room or is none is refused and nothing is printed", "[devices][label]")
{
    const QTemporaryDir directory;
    const std::string address = "pdf:" + directory.path().toStdString();
    LabelDocument narrow = labelWith(std::string(60, 'W'));
    CHECK_FALSE(checkLabel(narrow, 8));
    CHECK_FALSE(checkLabel(labelWith("水"), 8));
    CHECK_FALSE(printLabels(address, {{labelWith("水"), 1}}, ReceiptFonts::simplified()));
    CHECK(QDir(directory.path()).isEmpty());
}

TEST_CASE("Text that is too long is made narrower and stays in its box", "[devices][label]")
{
    LabelDocument label{30, 20, 2,
        {LabelText{"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
            {50, 50, 200, 80}, Align::Left, TextWeight::Normal, GENERATE(1, 2)}}};
    const auto bitmap = labelBitmap(label, 8, ReceiptFonts::simplified());
    REQUIRE(bitmap);
    bool any = false;
    for (int y = 0; y < bitmap->rows; ++y)
        for (int x = 0; x < bitmap->width; ++x)
            if (bitmap->isBlack(x, y)) {
                any = true;
                CHECK((x >= 38 && x <= 202 && y >= 38 && y <= 106));
            }
    CHECK(any);
}

}  // namespace bl
