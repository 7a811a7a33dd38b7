#include "devices/label/label_painter.h"

#include "devices/printer/symbol_shape.h"
#include "devices/printer/symbol_size.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace bl {

namespace {

constexpr int kTenths = 10;
/// Grey above this is white, as on receipts.
constexpr int kLabelWhiteFrom = 170;
constexpr double kLineOfFont = 1.25;  ///< a line's height, in font sizes
constexpr int kLeastModuleDots = 2;

QRectF dotsOf(const LabelBox& box, int dotsPerMm)
{
    const double tenth = static_cast<double>(dotsPerMm) / kTenths;
    return {box.x * tenth, box.y * tenth, box.width * tenth, box.height * tenth};
}

Result<SymbolShape> shapeOf(const std::string& code)
{
    return isEan13(code) ? SymbolShape::ean13(code) : SymbolShape::code128(code);
}

/// Whole dots for a module, quiet zones included; 0 where it does not fit.
int labelModuleDots(const SymbolShape& shape, const QRectF& box)
{
    return static_cast<int>(box.width()) / (shape.modules() + 2 * kBarcodeQuietModules);
}

class LabelDrawing {
public:
    LabelDrawing(QPainter& painter, int dotsPerMm, const ReceiptFonts& fonts)
        : m_painter(painter)
        , m_dotsPerMm(dotsPerMm)
        , m_fonts(fonts)
    {
    }

    void operator()(const LabelText& text) const
    {
        const QRectF box = dotsOf(text.box, m_dotsPerMm);
        QFont font(proportional());
        const double lineHeight = box.height() / std::max(1, text.lines);
        font.setPixelSize(std::max(1, static_cast<int>(lineHeight / kLineOfFont)));
        font.setBold(text.weight == TextWeight::Bold);
        font.setHintingPreference(QFont::PreferNoHinting);
        const auto lines = wrappedLines(QString::fromStdString(text.text), font, box, text.lines);
        double y = box.top();
        for (const QString& line : lines) {
            drawLineOf(line, font, QRectF(box.left(), y, box.width(), lineHeight), text.align);
            y += lineHeight;
        }
    }

    void operator()(const LabelBarcode& barcode) const
    {
        const QRectF box = dotsOf(barcode.box, m_dotsPerMm);
        const auto shape = shapeOf(barcode.code);
        const int dots = shape ? labelModuleDots(*shape, box) : 0;
        if (dots == 0)
            return;
        const int width = dots * shape->modules();
        const int left = static_cast<int>(box.left() + (box.width() - width) / 2);
        shape->draw(m_painter,
            QRectF(left, static_cast<int>(box.top()), width, static_cast<int>(box.height())));
    }

private:
    /// Receipts need letters of one width; here words are read, not columns.
    QStringList proportional() const
    {
        QStringList families{QStringLiteral("DejaVu Sans")};
        for (const QString& family : m_fonts.families)
            if (!family.contains(QLatin1String("Mono")))
                families << family;
        return families;
    }

    QStringList wrappedLines(
        const QString& text, const QFont& font, const QRectF& box, int most) const
    {
        if (most <= 1)
            return {text};
        QTextLayout layout(text, font, m_painter.device());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        QStringList lines;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(box.width());
            // The last line takes what is left, and is made narrower.
            if (lines.size() == most - 1) {
                lines << text.mid(line.textStart()).trimmed();
                break;
            }
            lines << text.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        return lines;
    }

    void drawLineOf(const QString& text, const QFont& font, const QRectF& box, Align align) const
    {
        const QFontMetricsF metrics(font, m_painter.device());
        const double advance = metrics.horizontalAdvance(text);
        const double squeeze = advance > box.width() ? box.width() / advance : 1;
        const double width = advance * squeeze;
        double x = box.left();
        if (align == Align::Centre)
            x += (box.width() - width) / 2;
        else if (align == Align::Right)
            x += box.width() - width;
        m_painter.save();
        m_painter.setPen(Qt::black);
        m_painter.setFont(font);
        m_painter.translate(x, box.top());
        m_painter.scale(squeeze, 1);
        m_painter.drawText(QPointF(0, font.pixelSize()), text);
        m_painter.restore();
    }

    QPainter& m_painter;
    int m_dotsPerMm;
    const ReceiptFonts& m_fonts;
};

}  // namespace

Result<void> checkLabel(const LabelDocument& label, int dotsPerMm)
{
    for (const auto& element : label.elements)
        if (const auto* barcode = std::get_if<LabelBarcode>(&element)) {
            BL_TRY(const auto shape, shapeOf(barcode->code));
            // Thinner bars than two dots are read by luck.
            if (labelModuleDots(shape, dotsOf(barcode->box, dotsPerMm)) < kLeastModuleDots)
                return Error{ErrorCode::NotRepresentable, {barcode->code}};
        }
    return {};
}

void paintLabel(
    QPainter& painter, const LabelDocument& label, int dotsPerMm, const ReceiptFonts& fonts)
{
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (const auto& element : label.elements)
        std::visit(LabelDrawing(painter, dotsPerMm, fonts), element);
}

QImage labelImage(const LabelDocument& label, int dotsPerMm, const ReceiptFonts& fonts)
{
    QImage image(label.widthMm * dotsPerMm, label.heightMm * dotsPerMm, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintLabel(painter, label, dotsPerMm, fonts);
    return image;
}

Result<Bitmap> labelBitmap(const LabelDocument& label, int dotsPerMm, const ReceiptFonts& fonts)
{
    BL_CHECK(checkLabel(label, dotsPerMm));
    const QImage image = labelImage(label, dotsPerMm, fonts);
    Bitmap bitmap = Bitmap::blank(image.width(), image.height());
    for (int y = 0; y < bitmap.rows; ++y) {
        const uchar* grey = image.constScanLine(y);
        for (int x = 0; x < bitmap.width; ++x)
            if (grey[x] < kLabelWhiteFrom)
                bitmap.blacken(x, y);
    }
    return bitmap;
}

}  // namespace bl
