#pragma once

#include "core/base/result.h"
#include "core/ports/device_fault.h"
#include "core/ports/receipt_document.h"

#include <utility>

/// What core and the screens need from a receipt printer, without knowing any.
namespace bl {

enum class DrawerPulse { None, Open };

/// How sure it is that a document came out.
enum class PrintProof {
    Sent,       ///< the printer has all of it; it cannot say more
    Confirmed,  ///< the printer said that it is done
};

/// What a document that failed can have left behind.
enum class PaperTrace {
    None,      ///< the device got nothing of it: printed again, it is no copy
    Possible,  ///< a part of it may be on paper, or all
};

/// What stands behind the evidence of the fault that noDrawer() gives.
inline constexpr const char* kNoDrawer = "no-drawer";

/// Unsupported: no drawer can hang on a printer of that model.
inline Error noDrawer(std::string printer)
{
    Error error = deviceError(DeviceFault::Unsupported, std::move(printer));
    error.detail.emplace_back(kNoDrawer);
    return error;
}

/// A printer that takes whole documents and blocks until the last byte is with the device: called
/// on a worker thread.
class ReceiptPrinter {
public:
    virtual ~ReceiptPrinter() = default;

    /// A drawer that is to open does so before the first line, also where the paper is out. A
    /// document without blocks is the pulse alone, which needs no paper: it fails with noDrawer()
    /// where there is no drawer to open. Fails with the fault OutcomeUnknown where nobody can know
    /// whether it came out, and with another one where nothing or only a part did. The sale stands
    /// in every case.
    virtual Result<PrintProof> print(const ReceiptDocument& document, DrawerPulse drawer) = 0;

    /// How far the last document got, also where it failed. Asked on the thread of print().
    virtual PaperTrace trace() const = 0;
};

}  // namespace bl
