#pragma once

#include "core/base/result.h"

#include <string>
#include <variant>
#include <vector>

/// What core and the screens need from a receipt printer, without knowing any. A document is laid
/// out in columns and knows no language: whoever composes it has translated its texts.
namespace bl {

enum class Align { Left, Centre, Right };
enum class TextSize { Normal, Large };  ///< Large is double width and height
enum class TextWeight { Normal, Bold };

/// One line of text. Longer text wraps at the printer's column count.
struct ReceiptText {
    std::string text;
    Align align = Align::Left;
    TextSize size = TextSize::Normal;
    TextWeight weight = TextWeight::Normal;
};

/// Text at the left and at the right edge of one line ("Total   ¥155.70"). Where both do not fit,
/// the left part wraps first and the right part keeps its place on the last line.
struct ReceiptPair {
    std::string left;
    std::string right;
    TextSize size = TextSize::Normal;
    TextWeight weight = TextWeight::Normal;
};

struct ReceiptRule {};  ///< a line across the paper
struct ReceiptSpace {
    int lines = 1;
};
/// Code 128, with its text below.
struct ReceiptBarcode {
    std::string code;
};
struct ReceiptQr {
    std::string text;
};

using ReceiptBlock =
    std::variant<ReceiptText, ReceiptPair, ReceiptRule, ReceiptSpace, ReceiptBarcode, ReceiptQr>;

struct ReceiptDocument {
    std::vector<ReceiptBlock> blocks;
};

enum class DrawerPulse { None, Open };

/// A printer that takes whole documents and blocks until the last byte is with the device: called
/// on a worker thread.
class ReceiptPrinter {
public:
    virtual ~ReceiptPrinter() = default;

    /// Fails with the fault OutcomeUnknown where nobody can know whether it came out, and with
    /// another one where nothing or only a part did. The sale stands in every case.
    virtual Result<void> print(const ReceiptDocument& document, DrawerPulse drawer) = 0;
};

}  // namespace bl
