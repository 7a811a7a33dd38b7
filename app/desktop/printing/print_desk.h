#pragma once

#include "app/desktop/devices/device_desk.h"
#include "core/ports/receipt_printer.h"
#include "devices/printer/printer_profile.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <string>

namespace bl::desktop {

/// How the receipt printer stands, for the status strip.
enum class PrinterState {
    NotConfigured,
    Ready,
    Printing,
    Failed,  ///< it is not there, or cannot print
};

/// Prints on the register's receipt printer, in order. Every call returns at once; what became of a
/// job arrives on the thread of this object.
class PrintDesk final : public QObject {
    Q_OBJECT
public:
    using Outcome = std::function<void(const Result<PrintProof>&, PaperTrace)>;

    /// The devices outlive it.
    explicit PrintDesk(DeviceDesk& devices, QObject* parent = nullptr);
    ~PrintDesk() override;

    /// Later jobs go to the printer at `address` (`escpos+tcp://192.168.1.40:9100`, `cups:QUEUE`,
    /// `pdf:DIRECTORY`) of that profile (empty: the usual one); an empty address takes the printer
    /// away. Fails with DeviceAddressInvalid, or NotFound for a profile that does not exist; the
    /// printer is as before then.
    Result<void> usePrinter(const std::string& address, const std::string& profile);

    /// The same for this run alone: what is kept for the next start stays as it is.
    Result<void> usePrinterForNow(const std::string& address);

    bool hasPrinter() const { return !address().empty(); }
    std::string address() const;
    /// What previews look like; the usual profile where no printer is configured.
    PrinterProfile profile() const;
    PrinterState state() const { return m_state; }
    /// Why it stands as it does, where it failed.
    std::optional<DeviceFault> fault() const;

    /// Jobs that came out since the program started.
    int printedCount() const { return m_printed; }
    /// Whether jobs wait or run.
    bool isBusy() const { return m_unfinished > 0; }

    /// Prints once; `outcome` is called unless `receiver` is gone by then. Fails with what
    /// ReceiptPrinter fails with, or the fault NotConfigured where there is no printer.
    void print(QObject* receiver, ReceiptDocument document, DrawerPulse drawer, Outcome outcome);

Q_SIGNALS:
    void stateChanged(bl::desktop::PrinterState state);

private:
    SlotSettings slot() const;
    Result<SlotSettings> slotWith(const std::string& address, const std::string& profile) const;
    void refresh();

    DeviceDesk& m_devices;
    PrinterState m_state = PrinterState::NotConfigured;
    int m_unfinished = 0;
    int m_printed = 0;
};

}  // namespace bl::desktop
