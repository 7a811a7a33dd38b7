#pragma once

#include "core/ports/receipt_document.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/printer_text.h"

#include <string>
#include <variant>
#include <vector>

/// From a document to the lines of one roll of paper. Printing, preview, PNG and PDF all go through
/// this one function, so what the cashier sees is what the paper shows.
namespace bl {

/// One line of cells that fits the paper. Cells are twice as wide as they say where the size is
/// Large.
struct TextLine {
    std::vector<PrinterCell> cells;
    Align align = Align::Left;
    TextSize size = TextSize::Normal;
    TextWeight weight = TextWeight::Normal;

    /// The columns taken, at the line's size.
    int columns() const;
    std::string text() const;
};

struct RuleLine {};
struct SpaceLine {
    int lines = 1;
};
struct BarcodeLine {
    std::string code;
};
struct QrLine {
    std::string text;
};

/// A picture that fits the paper.
struct ImageLine {
    Bitmap picture;
    Align align = Align::Centre;
};

using ReceiptLine = std::variant<TextLine, RuleLine, SpaceLine, BarcodeLine, QrLine, ImageLine>;

std::vector<ReceiptLine> layoutReceipt(
    const ReceiptDocument& document, const PrinterProfile& profile);

}  // namespace bl
