#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/printer_profile.h"
#include "devices/printer/receipt_line_drawing.h"
#include "devices/transport/cancellation.h"

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace bl::desktop {

/// How the receipt printer stands, for the status strip.
enum class PrinterState {
    NotConfigured,
    Ready,  ///< the last job, if any, came out
    Printing,
    Failed,  ///< the last job failed or nobody knows whether it came out
};

/// The glyphs that suit the program's language.
ReceiptFonts receiptFonts();

/// Prints receipts on a thread of its own, in order. Every call returns at once; what became of a
/// job arrives on the thread of this object.
class PrintWorker final : public QObject {
    Q_OBJECT
public:
    using Outcome = std::function<void(Result<void>)>;

    explicit PrintWorker(QObject* parent = nullptr);
    /// Lets the job that runs finish for a moment, then gives it up.
    ~PrintWorker() override;

    /// Later jobs go to the printer at `address` (`escpos+tcp://192.168.1.40:9100`, `cups:QUEUE` or
    /// `pdf:DIRECTORY`) of that profile (empty: the usual one); an empty address takes the printer
    /// away. Fails with DeviceAddressInvalid, or NotFound for a profile that does not exist; the
    /// printer is as before then.
    Result<void> usePrinter(const std::string& address, const std::string& profile);

    bool hasPrinter() const { return !m_address.empty(); }
    const std::string& address() const { return m_address; }
    /// What previews look like; the usual profile where no printer is configured.
    const PrinterProfile& profile() const { return m_profile; }
    PrinterState state() const { return m_state; }

    /// Jobs that came out since the program started.
    int printedCount() const { return m_printed; }
    /// Whether jobs wait or run.
    bool isBusy() const { return m_unfinished > 0; }

    /// Prints once; `outcome` is called unless `receiver` is gone by then. Fails with what
    /// ReceiptPrinter fails with, or NotFound {"printer"} where none is configured.
    void print(QObject* receiver, ReceiptDocument document, DrawerPulse drawer, Outcome outcome);

Q_SIGNALS:
    void stateChanged(bl::desktop::PrinterState state);

private:
    struct Job {
        std::shared_ptr<ReceiptPrinter> printer;
        ReceiptDocument document;
        DrawerPulse drawer = DrawerPulse::None;
        QPointer<QObject> receiver;
        Outcome outcome;
    };

    void run();
    void finish(const Job& job, const Result<void>& result);
    void setState(PrinterState state);

    std::string m_address;
    PrinterProfile m_profile;
    std::shared_ptr<ReceiptPrinter> m_printer;
    std::shared_ptr<Cancellation> m_cancellation;
    PrinterState m_state = PrinterState::NotConfigured;
    int m_unfinished = 0;
    int m_printed = 0;

    std::mutex m_mutex;  // guards what follows
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<Job> m_jobs;
    bool m_running = false;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace bl::desktop
