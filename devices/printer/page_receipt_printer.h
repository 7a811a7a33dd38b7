#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/receipt_line_drawing.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>

class QPrinter;

namespace bl {

class ReceiptPainter;

/// Prints receipts as painted pages through QPrinter: on a printer of this system
/// (`cups:Receipts`), or as one PDF for each document in a directory (`pdf:/srv/receipts`), named
/// after the receipt's bar code. A page is as wide as the profile's roll and as high as the
/// receipt; a printer that knows no such paper gets as many pages as it takes. Such printers open
/// no drawer.
///
/// Fails with the faults NotFound or LinkLost, or with DirectoryNotWritable {file, reason}.
class PageReceiptPrinter final : public ReceiptPrinter {
public:
    /// Whether the address names a printer of this kind.
    static bool isAddress(std::string_view address);

    /// Fails with DeviceAddressInvalid. Needs a QGuiApplication.
    static Result<std::unique_ptr<ReceiptPrinter>> create(
        const std::string& address, const PrinterProfile& profile, ReceiptFonts fonts);

    Result<void> print(const ReceiptDocument& document, DrawerPulse drawer) override;

private:
    PageReceiptPrinter(std::string address, PrinterProfile profile, ReceiptFonts fonts);
    Result<void> printOnQueue(const ReceiptPainter& receipt);

    std::string m_address;
    PrinterProfile m_profile;
    ReceiptFonts m_fonts;
};

/// One page of the paper's size. Fails with DirectoryNotWritable {file, reason}; an older file is
/// as before then.
Result<void> savePdf(const ReceiptPainter& receipt, const QString& file);

}  // namespace bl
