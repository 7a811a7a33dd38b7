#pragma once

#include "core/ports/label_document.h"
#include "core/ports/receipt_document.h"
#include "devices/printer/printer_profile.h"

#include <string>

namespace bl::desktop {

/// A page that shows whether a printer and its profile fit: Chinese, a ruler of its columns, a bar
/// code and a QR code.
ReceiptDocument printerTestPage(const PrinterProfile& profile, const std::string& address);

/// A label that shows whether a label printer prints Chinese and a bar code in their places. It
/// fits the smallest usual roll.
LabelDocument testLabel();

/// The profile of that name, or the usual one.
PrinterProfile profileOrUsual(const std::string& name);

}  // namespace bl::desktop
