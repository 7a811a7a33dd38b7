#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/escpos_codec.h"
#include "devices/printer/line_rasterizer.h"
#include "devices/printer/printer_profile.h"
#include "devices/transport/transport.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl {

/// A receipt printer that speaks ESC/POS. It connects for each job and prints a document at most
/// once: it never tries again by itself. One thread uses it at a time.
///
/// print() fails with the fault OutcomeUnknown where all was sent and nobody can tell, with another
/// one where nothing or only a part came out, and with NotRepresentable or Cancelled before the
/// first byte.
class EscPosReceiptPrinter final : public ReceiptPrinter {
public:
    struct Timing {
        std::chrono::milliseconds connect{3000};
        std::chrono::milliseconds status{
            1000};  ///< a printer that is silent for longer has an unknown state
        std::chrono::milliseconds poll{1000};    ///< how often one that is not done is asked why
        std::chrono::milliseconds stall{10000};  ///< how long a printer may take no data at all
        std::chrono::milliseconds silence{
            5000};  ///< how long it may answer nothing when asked whether it is done
        std::chrono::milliseconds whole{
            120000};  ///< how long a printer that answers may take to finish
    };

    EscPosReceiptPrinter(std::string address, PrinterProfile profile,
        std::unique_ptr<Transport> transport, std::shared_ptr<const LineRasterizer> rasterizer,
        Timing timing);

    Result<void> print(const ReceiptDocument& document, DrawerPulse drawer) override;

private:
    Error failed(DeviceFault fault) const;
    Error failed(const Error& cause) const;
    Error beforeFirstByte(const Error& cause) const;
    Error unknown() const;
    Result<void> checkStatus();
    Result<std::optional<escpos::PrinterCondition>> ask(escpos::StatusQuery query);
    Result<void> send(const std::vector<std::uint8_t>& job);
    Result<void> awaitDone();
    Result<void> finished(std::uint8_t answer) const;

    std::string m_address;
    PrinterProfile m_profile;
    std::unique_ptr<Transport> m_transport;
    std::shared_ptr<const LineRasterizer> m_rasterizer;
    Timing m_timing;
};

}  // namespace bl
