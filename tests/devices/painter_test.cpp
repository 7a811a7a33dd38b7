#include "core/ports/device_fault.h"
#include "devices/printer/escpos_codec.h"
#include "devices/printer/page_receipt_printer.h"
#include "devices/printer/qt_line_rasterizer.h"
#include "devices/printer/receipt_painter.h"
#include "devices/printer/symbol_shape.h"
#include "devices/printer/symbol_size.h"
#include "devices/sim/paper_strip.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <optional>

namespace bl {

namespace {

TextLine lineOf(const std::string& text, const PrinterProfile& profile)
{
    return std::get<TextLine>(layoutReceipt({{ReceiptText{text}}}, profile).at(0));
}

Bitmap pictureOf(const ReceiptLine& line, const PrinterProfile& profile)
{
    const auto bitmap = QtLineRasterizer().rasterize(line, profile);
    REQUIRE(bitmap);
    return *bitmap;
}

/// Dots from the left to the first and to the last black one; nothing on blank paper.
std::optional<std::pair<int, int>> inkRange(const Bitmap& bitmap)
{
    std::optional<std::pair<int, int>> range;
    for (int x = 0; x < bitmap.width; ++x)
        for (int y = 0; y < bitmap.rows; ++y)
            if (bitmap.isBlack(x, y)) {
                range = {range ? range->first : x, x};
                break;
            }
    return range;
}

}  // namespace

TEST_CASE("A picture of text keeps each character in its columns", "[devices][painter]")
{
    const auto profile = test::profile80();
    const auto right =
        std::get<TextLine>(layoutReceipt({{ReceiptPair{"🎂", "￥8"}}}, profile).at(0));
    const auto ink = inkRange(pictureOf(right, profile));
    REQUIRE(ink);
    CHECK(ink->first < 2 * 12);
    CHECK(ink->second >= 47 * 12);

    for (int column = 0; column < 40; column += 7) {
        const auto one = inkRange(pictureOf(
            lineOf(std::string(static_cast<std::size_t>(column), ' ') + "水", profile), profile));
        REQUIRE(one);
        CHECK(one->first >= column * 12);
        CHECK(one->second < (column + 2) * 12);
    }
}

TEST_CASE("Every column of a receipt with a logo lines up on every printer, as text and as picture",
    "[devices][painter]")
{
    const auto profiles = printerProfiles();
    const auto profile = profiles[GENERATE_COPY(range(std::size_t{0}, profiles.size()))];
    // Pictures of 200 lines each take their time.
    const int count = profile.cjk == CjkEncoding::Raster ? GENERATE(1, 30) : GENERATE(1, 30, 200);
    INFO(profile.name << ", lines: " << count);
    auto document = test::saleReceipt(count);
    document.blocks.insert(document.blocks.begin(), ReceiptImage{test::randomPicture(200, 80)});
    const auto job = escpos::encodeJob(document, profile, DrawerPulse::None, QtLineRasterizer());
    REQUIRE(job);
    auto paper = test::decode(*job, profile);
    std::erase_if(paper, [](const sim::Decoded& one) {
        return std::holds_alternative<sim::PaperFeed>(one)
            || std::holds_alternative<sim::Initialised>(one);
    });

    const int columnDots = profile.pixels / profile.columns;
    std::size_t at = 0;
    for (const auto& line : layoutReceipt(document, profile)) {
        if (std::holds_alternative<BarcodeLine>(line))
            break;
        if (std::holds_alternative<SpaceLine>(line))
            continue;
        REQUIRE(at < paper.size());
        const auto& printed = paper[at++];
        const auto* text = std::get_if<TextLine>(&line);
        if (const auto* written = std::get_if<sim::PaperLine>(&printed)) {
            CHECK_FALSE(written->overflowed);
            CHECK(written->columns() <= profile.columns);
            if (text)
                CHECK(written->columns() == text->columns());
        } else if (text && text->align == Align::Left) {
            const auto& picture = std::get<sim::PaperPicture>(printed);
            const auto ink = inkRange({picture.width, picture.rows, picture.bits});
            REQUIRE(ink);
            CHECK(ink->second / columnDots == text->columns() - 1);
        }
    }
    CHECK(test::only<sim::Cut>(paper).size() == (profile.cutter ? 1 : 0));
}

TEST_CASE(
    "Shipped profiles have the printers' own font: twelve dots a column", "[devices][printer]")
{
    for (const auto& profile : printerProfiles()) {
        INFO(profile.name);
        CHECK(profile.pixels / profile.columns == 12);
        CHECK(profile.codePage.name.empty() == (profile.codePage.number == 0));
        if (profile.cjk != CjkEncoding::Raster)
            CHECK(profile.codePage.name.empty());
        // 180 dots an inch and not 203.
        if (profile.name.starts_with("epson-tm-t88"))
            CHECK(profile.pixels == 512);
        else
            CHECK(profile.pixels == (profile.paperMm == 58 ? 384 : 576));
    }
    for (const char* name : {"escpos-80", "escpos-58", "epson-tm-t88", "epson-tm-t82",
             "star-escpos", "xprinter-xp-80", "xprinter-xp-58", "gprinter-80", "gprinter-58"})
        CHECK(findPrinterProfile(name));
}

TEST_CASE("Different Chinese characters have different pictures", "[devices][painter]")
{
    const auto profile = test::profile80();
    CHECK(pictureOf(lineOf("水", profile), profile).bits
        != pictureOf(lineOf("合", profile), profile).bits);
    CHECK(pictureOf(lineOf("𠮷", profile), profile).bits
        != pictureOf(lineOf("🎂", profile), profile).bits);
}

TEST_CASE("A bar code as a picture keeps its quiet zones", "[devices][painter]")
{
    const auto profile = test::profile80();
    const auto bitmap = pictureOf(BarcodeLine{"S01R1-000042"}, profile);
    const auto ink = inkRange(bitmap);
    REQUIRE(ink);
    CHECK(ink->first >= 10 * 2);
    CHECK(ink->second < profile.pixels - 10 * 2);
    CHECK_FALSE(QtLineRasterizer().rasterize(BarcodeLine{"会员"}, profile));
}

TEST_CASE("A QR code has its three finder patterns", "[devices][painter]")
{
    const auto profile = test::profile80();
    const auto bitmap = pictureOf(QrLine{"https://example.com/会员"}, profile);
    const auto ink = inkRange(bitmap);
    REQUIRE(ink);
    const int side = ink->second - ink->first + 1;
    const auto shape = SymbolShape::qr("https://example.com/会员");
    REQUIRE(shape);
    const int dots = side / shape->modules();
    CHECK(side == dots * shape->modules());
    const int top = kQrQuietModules * dots;
    // Seven black modules in a row, then a white one, at the left and at the right corner.
    for (int module = 0; module < 7; ++module) {
        CHECK(bitmap.isBlack(ink->first + module * dots, top));
        CHECK(bitmap.isBlack(ink->second - module * dots, top));
    }
    CHECK_FALSE(bitmap.isBlack(ink->first + 7 * dots, top));
    CHECK_FALSE(bitmap.isBlack(ink->second - 7 * dots, top));
}

TEST_CASE("A preview is as high as its lines need, at any width", "[devices][painter]")
{
    const ReceiptPainter one(test::saleReceipt(1), test::profile80());
    const ReceiptPainter many(test::saleReceipt(30), test::profile80());
    CHECK(many.heightForWidth(640) > one.heightForWidth(640) + 29 * 2 * 24);
    CHECK(one.heightForWidth(320) == Approx(one.heightForWidth(640) / 2));
    const auto image = one.image(320);
    CHECK(image.width() == 320);
    CHECK(image.height() == static_cast<int>(std::ceil(one.heightForWidth(320))));
}

TEST_CASE("A receipt as PDF is one page as wide as the roll and as high as the receipt",
    "[devices][painter]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("receipt.pdf"));
    const ReceiptPainter painter(test::saleReceipt(3), test::profile80());
    REQUIRE(savePdf(painter, file));
    QFile in(file);
    REQUIRE(in.open(QIODevice::ReadOnly));
    const QByteArray pdf = in.readAll();
    CHECK(pdf.startsWith("%PDF"));
    CHECK(pdf.count("/Type /Page\n") == 1);
    const auto box = pdf.indexOf("/MediaBox [0 0 ");
    REQUIRE(box > 0);
    const auto sizes = pdf.mid(box + 15, 40).split(' ');
    CHECK(sizes[0].toDouble() == Approx(80 / 25.4 * 72).margin(1));
    CHECK(sizes[1].split(']')[0].toDouble()
        == Approx(painter.paperMm().height() / 25.4 * 72).margin(1));
}

TEST_CASE("A PDF that cannot be written is an error with its reason", "[devices][painter]")
{
    const ReceiptPainter painter(test::saleReceipt(1), test::profile80());
    const auto saved = savePdf(painter, QStringLiteral("/no/such/folder/receipt.pdf"));
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::DirectoryNotWritable);
}

TEST_CASE("A printer of files keeps each receipt under its number, and copies beside it",
    "[devices][page]")
{
    const QTemporaryDir folder;
    const std::string directory = folder.path().toStdString() + "/2026/receipts";
    const auto printer = PageReceiptPrinter::create("pdf:" + directory, test::profile80(),
        ReceiptFonts::simplified(), std::make_shared<Cancellation>());
    REQUIRE(printer);
    ReceiptDocument receipt = test::saleReceipt(2);
    receipt.blocks.push_back(ReceiptBarcode{"S01-1-000042"});

    REQUIRE((*printer)->print(receipt, DrawerPulse::Open));
    REQUIRE((*printer)->print(receipt, DrawerPulse::None));

    const QDir made(QString::fromStdString(directory));
    const QStringList names = made.entryList(QDir::Files, QDir::Name);
    REQUIRE(names.size() == 2);
    for (const QString& name : names) {
        QFile pdf(made.filePath(name));
        REQUIRE(pdf.open(QIODevice::ReadOnly));
        CHECK(pdf.read(5) == "%PDF-");
    }
}

TEST_CASE("Addresses of pages name a queue or an absolute directory", "[devices][page]")
{
    for (const char* wrong : {"pdf:", "cups:", "pdf:receipts", "lpt:1"}) {
        const auto printer = PageReceiptPrinter::create(
            wrong, test::profile80(), ReceiptFonts::simplified(), std::make_shared<Cancellation>());
        INFO(wrong);
        REQUIRE_FALSE(printer);
        CHECK(printer.error().code == ErrorCode::DeviceAddressInvalid);
    }
}

TEST_CASE("Simulated paper is as wide as the roll", "[devices][painter]")
{
    sim::PaperStrip strip;
    strip.items.emplace_back(sim::PaperFeed{3});
    CHECK(sim::drawPaper(strip).width() == 640);
    strip.paperMm = 58;
    strip.shape = {.pixels = 384, .columns = 32};
    CHECK(sim::drawPaper(strip).width() == 464);
}

TEST_CASE(
    "A painted picture is the picture, at the place where it is to stand", "[devices][painter]")
{
    const auto profile = test::profile58();
    const Bitmap picture = test::randomPicture(96, 40);
    const Align align = GENERATE(Align::Left, Align::Centre, Align::Right);
    const int left = align == Align::Left ? 0 : align == Align::Centre ? 144 : 288;
    const Bitmap painted = pictureOf(ImageLine{picture, align}, profile);
    REQUIRE(painted.rows == picture.rows);
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < profile.pixels; ++x) {
            const bool inside = x >= left && x < left + picture.width;
            REQUIRE(painted.isBlack(x, y) == (inside && picture.isBlack(x - left, y)));
        }
}

}  // namespace bl
