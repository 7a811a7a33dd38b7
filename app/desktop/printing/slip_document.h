#pragma once

#include "core/ports/receipt_document.h"

#include <string_view>

namespace bl::desktop {

/// What a card terminal wants on paper, a line each, for the receipt printer.
ReceiptDocument slipDocument(std::string_view slip);

}  // namespace bl::desktop
