#pragma once

#include "app/text/number_text.h"
#include "core/catalog/product.h"
#include "core/ports/label_document.h"
#include "core/receipts/label_template.h"

#include <string>

namespace bl::desktop {

/// A product's label by a template. What the product lacks leaves its room to the rest.
LabelDocument composeLabel(const receipts::LabelTemplate& form, const catalog::Product& product,
    const std::string& store, const text::MoneyFormat& money);

}  // namespace bl::desktop
