#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/receipt_layout.h"
#include "devices/printer/receipt_line_drawing.h"

#include <QImage>
#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;

namespace bl {

/// A receipt as a picture of its paper, for previews, PNG, PDF and any other paint device: laid out
/// exactly as the printer of that profile prints it. Needs a QGuiApplication.
class ReceiptPainter {
public:
    ReceiptPainter(const ReceiptDocument& document, const PrinterProfile& profile,
        ReceiptFonts fonts = ReceiptFonts::simplified());

    /// The roll's width and the height of the whole receipt with its margins, in millimetres: a
    /// page size for QPrinter.
    QSizeF paperMm() const;

    /// The height of the paper in the unit of `width`, the width of the paper.
    double heightForWidth(double width) const;

    /// Paints black on what is there, from the top left corner of the paper.
    void paint(QPainter& painter, QPointF topLeft, double width) const;

    /// White paper, so many pixels wide.
    QImage image(int width) const;

    /// Fails with DirectoryNotWritable {file, reason}.
    Result<void> savePng(const QString& file, int width) const;

private:
    double paperDots() const;
    double heightDots() const;

    PrinterProfile m_profile;
    ReceiptFonts m_fonts;
    std::vector<ReceiptLine> m_lines;
};

}  // namespace bl
