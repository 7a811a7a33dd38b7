#pragma once

#include "devices/printer/receipt_layout.h"

#include <QColor>
#include <QPointF>
#include <QStringList>

class QPainter;

/// How one line of a receipt looks, in the printer's dots: the same for previews, PNG, PDF and the
/// pictures that a printer gets of what it cannot write.
namespace bl {

/// Fonts in order of preference. The first one decides over the shapes of Chinese characters, which
/// differ by language.
struct ReceiptFonts {
    QStringList families;

    static ReceiptFonts simplified();
    static ReceiptFonts traditional();
};

/// One character in its columns. A glyph that a substitute font makes wider than that is squeezed.
struct CellStyle {
    double columnDots = 12;
    int columns = 1;
    int widthFactor = 1;   ///< 2 in double width
    int heightFactor = 1;  ///< 2 in double height
    TextWeight weight = TextWeight::Normal;
};

/// Draws it with its top left corner at `at`; it is `heightFactor * cellDots(columnDots)` high.
void drawCell(QPainter& painter, QPointF at, const QString& text, const CellStyle& style,
    const ReceiptFonts& fonts);

/// The height of a character: twice its narrow width.
constexpr double cellDots(double columnDots)
{
    return 2 * columnDots;
}

/// Height of a line with its spacing.
double lineDots(const ReceiptLine& line, const PrinterProfile& profile);

/// Draws the line across the printable width, from `at` downwards. What cannot be a bar code is
/// drawn as text.
void drawLine(QPainter& painter, QPointF at, const ReceiptLine& line, const PrinterProfile& profile,
    const ReceiptFonts& fonts);

}  // namespace bl
