#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/line_rasterizer.h"
#include "devices/printer/printer_profile.h"
#include "devices/transport/cancellation.h"

#include <memory>
#include <string_view>

namespace bl {

/// The printer at an address such as `escpos+tcp://192.168.1.40:9100`. Nothing is connected before
/// the first job. Fails with DeviceAddressInvalid. Requesting the cancellation makes the job that
/// runs and all later ones give up.
Result<std::unique_ptr<ReceiptPrinter>> createReceiptPrinter(std::string_view address,
    const PrinterProfile& profile, std::shared_ptr<const LineRasterizer> rasterizer,
    std::shared_ptr<const Cancellation> cancellation);

}  // namespace bl
