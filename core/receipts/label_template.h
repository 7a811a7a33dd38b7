#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

/// Labels for shelves and products, as data.
/// `resources/schema/label-template.schema.json` describes the JSON.
namespace bl::receipts {

enum class LabelLayout {
    Shelf,    ///< the price is what one sees first
    Product,  ///< the bar code is what counts
};

struct LabelTemplate {
    LabelLayout layout = LabelLayout::Shelf;
    int widthMm = 60;
    int heightMm = 40;
    int gapMm = 2;  ///< between two labels on the roll of a label printer
    bool name = true;
    bool price = true;
    bool unit = true;     ///< behind the price
    bool barcode = true;  ///< EAN-13 where the code is one, otherwise Code 128
    bool code = true;     ///< in digits, below the bar code
    bool store = false;

    friend bool operator==(const LabelTemplate&, const LabelTemplate&) = default;
};

constexpr int kMinLabelMm = 15;
constexpr int kMaxLabelMm = 200;
constexpr int kMaxLabelGapMm = 20;

/// One line of JSON; parseLabelTemplate() reads the same template back.
std::string writeTemplate(const LabelTemplate& label);

/// Reads strictly. Fails with InvalidDocument, naming the first place that is wrong.
Result<LabelTemplate> parseLabelTemplate(std::string_view text);

}  // namespace bl::receipts
