#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/page_address.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/receipt_line_drawing.h"
#include "devices/slot/device_driver.h"
#include "devices/transport/wake_signal.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>

namespace bl {

class ReceiptPainter;

/// Prints receipts as painted pages through QPrinter: on a printer of this system
/// (`cups:Receipts`), or as one PDF for each document in a directory (`pdf:/srv/receipts`), named
/// after the receipt's bar code. A page is as wide as the profile's roll and as high as the
/// receipt; a printer that knows no such paper gets as many pages as it takes. Such printers open
/// no drawer.
///
/// Fails with the faults NotFound, LinkLost or OutcomeUnknown, or with DirectoryNotWritable
/// {file, reason}.
class PageReceiptPrinter final : public ReceiptPrinter, public DeviceDriver {
public:
    /// Fails with DeviceAddressInvalid. Needs a QGuiApplication.
    static Result<std::unique_ptr<PageReceiptPrinter>> create(const std::string& address,
        const PrinterProfile& profile, ReceiptFonts fonts,
        std::shared_ptr<const Cancellation> cancellation);

    Result<PrintProof> print(const ReceiptDocument& document, DrawerPulse drawer) override;
    /// A queue of the system may have begun with what it then ended.
    PaperTrace trace() const override { return m_paperTrace; }

    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override { m_wake.wake(); }
    void close() override {}
    DeviceReading reading() const override { return {}; }

private:
    PageReceiptPrinter(std::string address, PageAddress target, PrinterProfile profile,
        ReceiptFonts fonts, std::shared_ptr<const Cancellation> cancellation);

    std::string m_address;
    PageAddress m_target;
    PrinterProfile m_profile;
    ReceiptFonts m_fonts;
    std::shared_ptr<const Cancellation> m_cancellation;
    WakeSignal m_wake;
    PaperTrace m_paperTrace = PaperTrace::None;
};

/// One page of the paper's size. Fails with DirectoryNotWritable {file, reason}; an older file is
/// as before then.
Result<void> savePdf(const ReceiptPainter& receipt, const QString& file);

}  // namespace bl
