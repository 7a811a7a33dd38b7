#pragma once

#include "core/base/result.h"
#include "core/ports/label_document.h"
#include "devices/printer/receipt_line_drawing.h"

#include <QImage>

class QPainter;

/// Labels as pictures, for previews, printers of the system and label printers alike.
namespace bl {

/// Whether a label printer would print the whole document: fails with NotRepresentable for a bar
/// code that holds what no bar code can, or that has no room.
Result<void> checkLabel(const LabelDocument& label, int dotsPerMm);

/// Paints black on what is there, from the painter's origin, so many dots a millimetre. A bar
/// code's bars are whole dots wide; one that cannot be drawn is left out.
void paintLabel(
    QPainter& painter, const LabelDocument& label, int dotsPerMm, const ReceiptFonts& fonts);

/// White, with the label on it.
QImage labelImage(const LabelDocument& label, int dotsPerMm, const ReceiptFonts& fonts);

/// The same in black and white. Fails as checkLabel().
Result<Bitmap> labelBitmap(const LabelDocument& label, int dotsPerMm, const ReceiptFonts& fonts);

}  // namespace bl
