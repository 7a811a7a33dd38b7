#include "devices/printer/qt_line_rasterizer.h"

#include "devices/printer/symbol_shape.h"
#include "devices/printer/symbol_size.h"

#include <QImage>
#include <QPainter>

#include <cmath>

namespace bl {

namespace {

/// Grey above this is white. Darker than the middle would thin the strokes of Chinese characters
/// until they break.
constexpr int kWhiteFrom = 170;

Result<void> checkSymbol(const ReceiptLine& line)
{
    if (const auto* barcode = std::get_if<BarcodeLine>(&line))
        if (const auto shape = SymbolShape::code128(barcode->code); !shape)
            return shape.error();
    if (const auto* qr = std::get_if<QrLine>(&line)) {
        const auto shape = SymbolShape::qr(qr->text);
        if (!shape || qrModuleDots(qr->text.size()) == 0)
            return Error{ErrorCode::NotRepresentable, {qr->text}};
    }
    return {};
}

}  // namespace

QtLineRasterizer::QtLineRasterizer(ReceiptFonts fonts)
    : m_fonts(std::move(fonts))
{
}

Result<Bitmap> QtLineRasterizer::rasterize(
    const ReceiptLine& line, const PrinterProfile& profile) const
{
    BL_CHECK(checkSymbol(line));
    const int rows = static_cast<int>(std::ceil(lineDots(line, profile)));
    QImage image(profile.pixels, rows, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::TextAntialiasing);
        drawLine(painter, QPointF(0, 0), line, profile, m_fonts);
    }
    Bitmap bitmap = Bitmap::blank(profile.pixels, rows);
    for (int y = 0; y < rows; ++y) {
        const uchar* grey = image.constScanLine(y);
        for (int x = 0; x < profile.pixels; ++x)
            if (grey[x] < kWhiteFrom)
                bitmap.blacken(x, y);
    }
    return bitmap;
}

}  // namespace bl
