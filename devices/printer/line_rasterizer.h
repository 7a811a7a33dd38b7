#pragma once

#include "core/base/result.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/receipt_layout.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bl {

/// Black and white dots, row by row, each row padded to whole bytes; the highest bit is the
/// leftmost dot, 1 is black.
struct Bitmap {
    int width = 0;
    int rows = 0;
    std::vector<std::uint8_t> bits;

    int rowBytes() const { return (width + 7) / 8; }
    bool isBlack(int x, int y) const
    {
        const auto byte = static_cast<std::size_t>(y * rowBytes() + x / 8);
        return ((bits[byte] >> (7 - x % 8)) & 1) != 0;
    }
};

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
