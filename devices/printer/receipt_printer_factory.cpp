#include "devices/printer/receipt_printer_factory.h"

#include "devices/printer/escpos_receipt_printer.h"
#include "devices/transport/transport_factory.h"

namespace bl {

Result<std::unique_ptr<ReceiptPrinter>> createReceiptPrinter(std::string_view address,
    const PrinterProfile& profile, std::shared_ptr<const LineRasterizer> rasterizer,
    std::shared_ptr<const Cancellation> cancellation)
{
    BL_TRY(const auto where, DeviceAddress::parse(address, DeviceRole::ReceiptPrinter));
    if (where.driver != "escpos")
        return Error{ErrorCode::DeviceAddressInvalid, {std::string(address)}};
    auto transport = createTransport(where, std::move(cancellation), nullptr);
    return std::unique_ptr<ReceiptPrinter>(std::make_unique<EscPosReceiptPrinter>(where.toString(),
        profile, std::move(transport), std::move(rasterizer), EscPosReceiptPrinter::Timing{}));
}

}  // namespace bl
