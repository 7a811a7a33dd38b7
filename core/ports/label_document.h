#pragma once

#include "core/ports/receipt_document.h"

#include <string>
#include <variant>
#include <vector>

/// What is to be printed on one label: texts and a bar code, each in its place.
namespace bl {

/// Where something stands on a label, in tenths of a millimetre from its top left corner.
struct LabelBox {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    friend bool operator==(const LabelBox&, const LabelBox&) = default;
};

/// Text as large as its box allows: so many lines share the height, and what is still too wide is
/// made narrower.
struct LabelText {
    std::string text;
    LabelBox box;
    Align align = Align::Left;
    TextWeight weight = TextWeight::Normal;
    int lines = 1;

    friend bool operator==(const LabelText&, const LabelText&) = default;
};

/// EAN-13 where the code is one with a right check digit, otherwise Code 128.
struct LabelBarcode {
    std::string code;
    LabelBox box;

    friend bool operator==(const LabelBarcode&, const LabelBarcode&) = default;
};

using LabelElement = std::variant<LabelText, LabelBarcode>;

struct LabelDocument {
    int widthMm = 60;
    int heightMm = 40;
    int gapMm = 2;  ///< to the next one on the roll
    std::vector<LabelElement> elements;

    friend bool operator==(const LabelDocument&, const LabelDocument&) = default;
};

}  // namespace bl
