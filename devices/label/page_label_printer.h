#pragma once

#include "core/base/result.h"
#include "devices/label/label_printer.h"
#include "devices/printer/receipt_line_drawing.h"

#include <string>
#include <vector>

namespace bl {

/// Prints labels as painted pages of their size through QPrinter: on a printer of this system
/// (`cups:Labels`), or as one PDF in a directory (`pdf:/srv/labels`). Blocks; needs a
/// QGuiApplication.
///
/// Fails with NotRepresentable for a bar code that has no room, before anything is printed; with
/// DeviceAddressInvalid, the faults NotFound, LinkLost or OutcomeUnknown, or DirectoryNotWritable
/// {file, reason}.
Result<void> printLabels(
    const std::string& address, const std::vector<LabelJob>& jobs, const ReceiptFonts& fonts);

}  // namespace bl
