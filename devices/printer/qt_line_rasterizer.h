#pragma once

#include "devices/printer/line_rasterizer.h"
#include "devices/printer/receipt_line_drawing.h"

namespace bl {

/// Makes the printer's pictures with QPainter. Needs a QGuiApplication; any platform will do, also
/// "offscreen". Usable from several threads at once.
class QtLineRasterizer final : public LineRasterizer {
public:
    explicit QtLineRasterizer(ReceiptFonts fonts = ReceiptFonts::simplified());

    Result<Bitmap> rasterize(const ReceiptLine& line, const PrinterProfile& profile) const override;

private:
    ReceiptFonts m_fonts;
};

}  // namespace bl
