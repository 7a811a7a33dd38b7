#include "devices/sim/paper_strip.h"

#include "devices/printer/receipt_line_drawing.h"
#include "devices/printer/symbol_shape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace bl::sim {

namespace {

constexpr int kDotsPerMm = 8;
constexpr int kLineGapDots = 6;
constexpr int kTopDots = 40;
constexpr int kToothDots = 8;
const QColor kPaperColour(253, 252, 247);
const QColor kInkColour(28, 28, 32);

int heightFactorOf(const PaperLine& line)
{
    int factor = 1;
    for (const auto& glyph : line.glyphs)
        factor = std::max(factor, glyph.heightFactor);
    return factor;
}

struct ItemHeight {
    int cell;

    int operator()(const PaperLine& line) const
    {
        return cell * heightFactorOf(line) + kLineGapDots;
    }
    int operator()(const PaperPicture& picture) const { return picture.rows; }
    int operator()(const PaperBarcode& code) const
    {
        return code.heightDots + (code.textBelow ? cell + kLineGapDots : 0);
    }
    int operator()(const PaperQr& qr) const
    {
        const auto shape = SymbolShape::qr(qr.data);
        return shape ? shape->modules() * qr.moduleDots : cell;
    }
    int operator()(const PaperFeed& feed) const { return feed.lines * (cell + kLineGapDots); }
};

class StripDrawing {
public:
    StripDrawing(QPainter& painter, const PaperShape& shape, int margin)
        : m_painter(painter)
        , m_shape(shape)
        , m_margin(margin)
    {
    }

    void moveTo(int y) { m_y = y; }

    void operator()(const PaperLine& line) const
    {
        double x = left(line.columns() * m_shape.columnDots(), line.align);
        const int cell = static_cast<int>(cellDots(m_shape.columnDots()));
        const int height = cell * heightFactorOf(line);
        for (const auto& glyph : line.glyphs) {
            CellStyle style;
            style.columnDots = m_shape.columnDots();
            style.columns = glyph.columns;
            style.widthFactor = glyph.widthFactor;
            style.heightFactor = glyph.heightFactor;
            style.weight = glyph.bold ? TextWeight::Bold : TextWeight::Normal;
            const int top = m_y + height - cell * glyph.heightFactor;
            drawCell(
                m_painter, QPointF(x, top), QString::fromStdString(glyph.text), style, m_fonts);
            x += m_shape.columnDots() * glyph.columns * glyph.widthFactor;
        }
    }

    void operator()(const PaperPicture& picture) const
    {
        const int x = left(picture.width, picture.align);
        const auto rowBytes = static_cast<std::size_t>(picture.width / 8);
        for (int row = 0; row < picture.rows; ++row)
            for (int dot = 0; dot < std::min(picture.width, m_shape.pixels); ++dot) {
                const auto byte = picture.bits[static_cast<std::size_t>(row) * rowBytes
                    + static_cast<std::size_t>(dot / 8)];
                if ((byte >> (7 - dot % 8)) & 1)
                    m_painter.fillRect(x + dot, m_y + row, 1, 1, Qt::black);
            }
    }

    void operator()(const PaperBarcode& code) const
    {
        const auto shape = SymbolShape::code128(code.data);
        if (shape) {
            const int width = shape->modules() * code.moduleDots;
            shape->draw(m_painter, QRectF(left(width, code.align), m_y, width, code.heightDots));
        }
        if (!code.textBelow)
            return;
        PaperLine text;
        text.align = code.align;
        for (const char c : code.data)
            text.glyphs.push_back({.text = std::string(1, c)});
        StripDrawing below(*this);
        below.moveTo(m_y + code.heightDots + kLineGapDots);
        below(text);
    }

    void operator()(const PaperQr& qr) const
    {
        const auto shape = SymbolShape::qr(qr.data);
        if (!shape)
            return;
        const int side = shape->modules() * qr.moduleDots;
        shape->draw(m_painter, QRectF(left(side, qr.align), m_y, side, side));
    }

    void operator()(const PaperFeed&) const {}

private:
    int left(int width, PaperAlign align) const
    {
        const int room = std::max(0, m_shape.pixels - width);
        switch (align) {
        case PaperAlign::Left: break;
        case PaperAlign::Centre: return m_margin + room / 2;
        case PaperAlign::Right: return m_margin + room;
        }
        return m_margin;
    }

    QPainter& m_painter;
    const PaperShape& m_shape;
    int m_margin;
    int m_y = 0;
    ReceiptFonts m_fonts = ReceiptFonts::simplified();
};

/// The lower edge as the cutter leaves it.
void tearOff(QImage& paper)
{
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    QPainterPath teeth;
    teeth.moveTo(0, paper.height());
    for (int x = 0; x <= paper.width(); x += 2 * kToothDots) {
        teeth.lineTo(x, paper.height());
        teeth.lineTo(x + kToothDots, paper.height() - kToothDots);
    }
    teeth.lineTo(paper.width(), paper.height());
    painter.fillPath(teeth, Qt::white);
}

std::string padded(std::string text, int columns, PaperAlign align, const PaperShape& shape)
{
    const int room = std::max(0, shape.columns - columns);
    int spaces = 0;
    if (align != PaperAlign::Left)
        spaces = align == PaperAlign::Right ? room : room / 2;
    return std::string(static_cast<std::size_t>(spaces), ' ') + std::move(text);
}

struct ItemText {
    const PaperShape& shape;

    std::string operator()(const PaperLine& line) const
    {
        return padded(line.text(), line.columns(), line.align, shape) + "\n";
    }
    std::string operator()(const PaperPicture& picture) const
    {
        return "[picture " + std::to_string(picture.width) + "x" + std::to_string(picture.rows)
            + "]\n";
    }
    std::string operator()(const PaperBarcode& code) const
    {
        return "[barcode " + code.data + "]\n";
    }
    std::string operator()(const PaperQr& qr) const { return "[qr " + qr.data + "]\n"; }
    std::string operator()(const PaperFeed& feed) const
    {
        return std::string(static_cast<std::size_t>(feed.lines), '\n');
    }
};

}  // namespace

QImage drawPaper(const PaperStrip& strip)
{
    const ItemHeight heightOf{static_cast<int>(cellDots(strip.shape.columnDots()))};
    int height = 2 * kTopDots;
    for (const auto& item : strip.items)
        height += std::visit(heightOf, item);
    const int width = strip.paperMm * kDotsPerMm;

    QImage ink(width, height, QImage::Format_ARGB32_Premultiplied);
    ink.fill(Qt::transparent);
    {
        QPainter painter(&ink);
        painter.setRenderHint(QPainter::TextAntialiasing);
        StripDrawing drawing(painter, strip.shape, (width - strip.shape.pixels) / 2);
        int y = kTopDots;
        for (const auto& item : strip.items) {
            drawing.moveTo(y);
            std::visit(drawing, item);
            y += std::visit(heightOf, item);
        }
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(ink.rect(), kInkColour);
    }
    // The format of PNG, so that saving converts nothing.
    QImage paper(ink.size(), QImage::Format_ARGB32);
    paper.fill(kPaperColour);
    QPainter(&paper).drawImage(0, 0, ink);
    tearOff(paper);
    return paper;
}

std::string paperText(const PaperStrip& strip)
{
    std::string text;
    for (const auto& item : strip.items)
        text += std::visit(ItemText{strip.shape}, item);
    return text;
}

}  // namespace bl::sim
