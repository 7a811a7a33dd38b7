#include "devices/printer/receipt_line_drawing.h"

#include "devices/printer/symbol_shape.h"
#include "devices/printer/symbol_size.h"

#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bl {

namespace {

constexpr double kGapFactor = 0.25;  // between lines, of a character's height
constexpr double kBarcodeDots = 80;
constexpr double kSymbolMarginDots = 8;

/// Whole dots, as the printer's own characters are wide: what columns leave of the paper is at the
/// right.
double columnDotsOf(const PrinterProfile& profile)
{
    return profile.pixels / profile.columns;
}

double plainLineDots(const PrinterProfile& profile)
{
    return cellDots(columnDotsOf(profile)) * (1 + kGapFactor);
}

struct LineHeight {
    const PrinterProfile& profile;

    double operator()(const TextLine& line) const
    {
        const double extra = line.size == TextSize::Large ? cellDots(columnDotsOf(profile)) : 0.0;
        return plainLineDots(profile) + extra;
    }
    double operator()(const RuleLine&) const { return plainLineDots(profile) * 0.6; }
    double operator()(const SpaceLine& line) const { return plainLineDots(profile) * line.lines; }
    double operator()(const BarcodeLine&) const
    {
        return kBarcodeDots + plainLineDots(profile) + kSymbolMarginDots;
    }
    double operator()(const QrLine& line) const
    {
        const auto shape = SymbolShape::qr(line.text);
        if (!shape)
            return plainLineDots(profile);
        return (shape->modules() + 2 * kQrQuietModules) * qrModuleDots(line.text.size());
    }
    double operator()(const ImageLine& line) const { return line.picture.rows; }
};

class LineDrawing {
public:
    LineDrawing(
        QPainter& painter, QPointF at, const PrinterProfile& profile, const ReceiptFonts& fonts)
        : m_painter(painter)
        , m_at(at)
        , m_profile(profile)
        , m_fonts(fonts)
    {
    }

    void operator()(const TextLine& line) const { drawText(line, m_at.y()); }

    void operator()(const RuleLine&) const
    {
        const double middle = m_at.y() + LineHeight{m_profile}(RuleLine{}) / 2;
        QPen pen(Qt::black, 2, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({3, 2});
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(m_at.x(), middle), QPointF(m_at.x() + m_profile.pixels, middle));
    }

    void operator()(const SpaceLine&) const {}

    void operator()(const BarcodeLine& line) const
    {
        const auto shape = SymbolShape::code128(line.code);
        TextLine text;
        for (const char c : line.code)
            text.cells.push_back({.text = std::string(1, c), .columns = 1, .breakBefore = false});
        text.align = Align::Centre;
        if (!shape)
            return drawText(text, m_at.y());
        // A code that is too long for two dots a module is drawn as wide as the paper, quiet zones
        // included.
        const int dots = barcodeModuleDots(shape->modules(), m_profile.pixels);
        const double module = dots > 0
            ? dots
            : static_cast<double>(m_profile.pixels) / (shape->modules() + 2 * kBarcodeQuietModules);
        const double width = module * shape->modules();
        shape->draw(
            m_painter, QRectF(centred(width), m_at.y() + kSymbolMarginDots, width, kBarcodeDots));
        drawText(text, m_at.y() + kSymbolMarginDots + kBarcodeDots);
    }

    void operator()(const QrLine& line) const
    {
        const auto shape = SymbolShape::qr(line.text);
        const int dots = qrModuleDots(line.text.size());
        if (!shape || dots == 0)
            return;
        const double side = shape->modules() * dots;
        shape->draw(
            m_painter, QRectF(centred(side), m_at.y() + kQrQuietModules * dots, side, side));
    }

    void operator()(const ImageLine& line) const
    {
        double x = m_at.x();
        if (line.align == Align::Centre)
            x = centred(line.picture.width);
        else if (line.align == Align::Right)
            x += std::max(0, m_profile.pixels - line.picture.width);
        QImage image(line.picture.bits.data(), line.picture.width, line.picture.rows,
            line.picture.rowBytes(), QImage::Format_Mono);
        image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.drawImage(QRectF(x, m_at.y(), line.picture.width, line.picture.rows), image);
    }

private:
    double centred(double width) const
    {
        return m_at.x() + std::max(0.0, std::floor((m_profile.pixels - width) / 2));
    }

    void drawText(const TextLine& line, double top) const
    {
        CellStyle style;
        style.columnDots = columnDotsOf(m_profile);
        style.weight = line.weight;
        style.widthFactor = style.heightFactor = line.size == TextSize::Large ? 2 : 1;
        const double width = line.columns() * style.columnDots;
        double x = m_at.x();
        if (line.align == Align::Centre)
            x = centred(width);
        else if (line.align == Align::Right)
            x += std::max(0.0, m_profile.pixels - width);
        const double gap = cellDots(style.columnDots) * kGapFactor / 2;
        for (const auto& cell : line.cells) {
            style.columns = cell.columns;
            drawCell(m_painter, QPointF(x, top + gap), QString::fromStdString(cell.text), style,
                m_fonts);
            x += style.columnDots * cell.columns * style.widthFactor;
        }
    }

    QPainter& m_painter;
    QPointF m_at;
    const PrinterProfile& m_profile;
    const ReceiptFonts& m_fonts;
};

}  // namespace

ReceiptFonts ReceiptFonts::simplified()
{
    return {{QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Emoji"),
        QStringLiteral("Noto Color Emoji")}};
}

ReceiptFonts ReceiptFonts::traditional()
{
    return {{QStringLiteral("Noto Sans Mono CJK TC"), QStringLiteral("Noto Sans CJK TC"),
        QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Emoji"),
        QStringLiteral("Noto Color Emoji")}};
}

void drawCell(QPainter& painter, QPointF at, const QString& text, const CellStyle& style,
    const ReceiptFonts& fonts)
{
    if (text == QLatin1String(" "))
        return;
    QFont font(fonts.families);
    // In dots and not in points: the painter's scale alone decides over the size on a device.
    font.setPixelSize(static_cast<int>(cellDots(style.columnDots)));
    font.setBold(style.weight == TextWeight::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    const QFontMetricsF metrics(font, painter.device());
    const double room = style.columnDots * style.columns;
    const double advance = metrics.horizontalAdvance(text);
    const double squeeze = advance > room * 1.02 ? room / advance : 1.0;
    // Fonts with Chinese characters leave much room above and below; the em square is what fills
    // the cell.
    const double baseline = cellDots(style.columnDots) * 0.88;
    painter.save();
    painter.setPen(Qt::black);
    painter.setFont(font);
    painter.translate(at);
    painter.scale(style.widthFactor * squeeze, style.heightFactor);
    const double inset = std::max(0.0, (room / squeeze - advance) / 2);
    painter.drawText(QPointF(inset, baseline), text);
    painter.restore();
}

double lineDots(const ReceiptLine& line, const PrinterProfile& profile)
{
    return std::visit(LineHeight{profile}, line);
}

void drawLine(QPainter& painter, QPointF at, const ReceiptLine& line, const PrinterProfile& profile,
    const ReceiptFonts& fonts)
{
    std::visit(LineDrawing(painter, at, profile, fonts), line);
}

}  // namespace bl
