#include "devices/printer/printer_drivers.h"

#include "devices/printer/escpos_receipt_printer.h"
#include "devices/printer/page_receipt_printer.h"
#include "devices/printer/qt_line_rasterizer.h"
#include "devices/transport/transport_factory.h"

#include <utility>

namespace bl {

namespace {

Result<PrinterProfile> profileOf(const SlotSettings& settings)
{
    if (settings.profile.empty())
        return printerProfiles().front();
    auto found = findPrinterProfile(settings.profile);
    if (!found)
        return Error{ErrorCode::NotFound, {settings.profile}};
    return *std::move(found);
}

template <typename Driver>
MadeDriver madeOf(std::unique_ptr<Driver> driver)
{
    ReceiptPrinter* role = driver.get();
    return {std::move(driver), role};
}

}  // namespace

Result<MadeDriver> makeEscPosPrinter(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    BL_TRY(auto profile, profileOf(settings));
    // Other registers want a network printer too.
    const auto line = std::holds_alternative<TcpPlace>(address.place)
        ? EscPosReceiptPrinter::Line::PerJob
        : EscPosReceiptPrinter::Line::Kept;
    return madeOf(std::make_unique<EscPosReceiptPrinter>(address.toString(), std::move(profile),
        line, createTransport(address, surroundings.cancellation, surroundings.trace),
        std::make_shared<QtLineRasterizer>(options.fonts), EscPosReceiptPrinter::Timing{}));
}

Result<MadeDriver> makePagePrinter(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    BL_TRY(auto profile, profileOf(settings));
    BL_TRY(auto printer,
        PageReceiptPrinter::create(
            address.toString(), profile, options.fonts, surroundings.cancellation));
    return madeOf(std::move(printer));
}

}  // namespace bl
