#pragma once

#include "core/ports/bitmap.h"

#include <string>
#include <variant>
#include <vector>

/// What is to be printed on a receipt printer, laid out in columns by whoever prints it. A document
/// knows no language: whoever composes it has translated its texts.
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

    friend bool operator==(const ReceiptText&, const ReceiptText&) = default;
};

/// Text at the left and at the right edge of one line ("Total   ¥155.70"). Where both do not fit,
/// the left part wraps first and the right part keeps its place on the last line.
struct ReceiptPair {
    std::string left;
    std::string right;
    TextSize size = TextSize::Normal;
    TextWeight weight = TextWeight::Normal;

    friend bool operator==(const ReceiptPair&, const ReceiptPair&) = default;
};

/// A line across the paper.
struct ReceiptRule {
    friend bool operator==(const ReceiptRule&, const ReceiptRule&) = default;
};
struct ReceiptSpace {
    int lines = 1;

    friend bool operator==(const ReceiptSpace&, const ReceiptSpace&) = default;
};
/// Code 128, with its text below.
struct ReceiptBarcode {
    std::string code;

    friend bool operator==(const ReceiptBarcode&, const ReceiptBarcode&) = default;
};
struct ReceiptQr {
    std::string text;

    friend bool operator==(const ReceiptQr&, const ReceiptQr&) = default;
};
/// A picture, one dot of it for one of the printer's; one that is wider than the paper is scaled
/// down to it.
struct ReceiptImage {
    Bitmap picture;
    Align align = Align::Centre;

    friend bool operator==(const ReceiptImage&, const ReceiptImage&) = default;
};

using ReceiptBlock = std::variant<ReceiptText, ReceiptPair, ReceiptRule, ReceiptSpace,
    ReceiptBarcode, ReceiptQr, ReceiptImage>;

struct ReceiptDocument {
    std::vector<ReceiptBlock> blocks;

    friend bool operator==(const ReceiptDocument&, const ReceiptDocument&) = default;
};

}  // namespace bl
