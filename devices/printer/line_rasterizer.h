#pragma once

#include "core/base/result.h"
#include "core/ports/bitmap.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/receipt_layout.h"

namespace bl {

/// Makes pictures of what a printer cannot print by itself: text that its encoding lacks, bar
/// codes, QR codes. The codec asks for one so that it needs no fonts and no drawing.
class LineRasterizer {
public:
    virtual ~LineRasterizer() = default;

    /// The line as wide as the printable paper. Fails with NotRepresentable.
    virtual Result<Bitmap> rasterize(
        const ReceiptLine& line, const PrinterProfile& profile) const = 0;
};

}  // namespace bl
