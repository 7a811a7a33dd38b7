#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/line_rasterizer.h"
#include "devices/printer/printer_profile.h"
#include "devices/sim/escpos_decoder.h"

#include <string>
#include <vector>

namespace bl::test {

/// A receipt as the counter composes it: head, `lines` products with their amounts, total, bar code
/// and QR code.
ReceiptDocument saleReceipt(int lines);

PrinterProfile profile80();
PrinterProfile profile58();

/// Pictures without fonts: every line becomes one of 30 black rows.
class BlackRasterizer final : public LineRasterizer {
public:
    Result<Bitmap> rasterize(const ReceiptLine& line, const PrinterProfile& profile) const override;
};

/// What a printer of that profile makes of the bytes; the decoder must understand all of them.
std::vector<sim::Decoded> decode(
    const std::vector<std::uint8_t>& bytes, const PrinterProfile& profile);

/// encodeJob() and decode() with pictures by BlackRasterizer.
std::vector<sim::Decoded> printed(const ReceiptDocument& document, const PrinterProfile& profile,
    DrawerPulse drawer = DrawerPulse::None);

template <typename What>
std::vector<What> only(const std::vector<sim::Decoded>& all)
{
    std::vector<What> some;
    for (const auto& one : all)
        if (const auto* what = std::get_if<What>(&one))
            some.push_back(*what);
    return some;
}

/// So many dots, black and white as chance would have it.
Bitmap randomPicture(int width, int rows);

/// The bits of all bands one below the other.
std::vector<std::uint8_t> joined(const std::vector<sim::PaperPicture>& bands);

/// The columns before the last run of glyphs that no space separates: where a right-hand part
/// begins.
int columnsBeforeLastWord(const sim::PaperLine& line);

}  // namespace bl::test
