#pragma once

#include "devices/printer/receipt_line_drawing.h"

namespace bl::desktop {

/// The glyphs that suit the program's language.
ReceiptFonts receiptFonts();

}  // namespace bl::desktop
