#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/escpos_codec.h"
#include "devices/printer/escpos_done_watch.h"
#include "devices/printer/line_rasterizer.h"
#include "devices/printer/printer_profile.h"
#include "devices/slot/device_driver.h"
#include "devices/transport/transport.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl {

/// A receipt printer that speaks ESC/POS. It prints a document at most once: it never tries again
/// by itself. Where `line` is PerJob (a network printer, which other registers want too) it
/// connects for each job and asks for the state now and then; where it is Kept the printer tells
/// changes by itself.
///
/// print() fails with the fault OutcomeUnknown where all was sent and nobody can tell, with another
/// one where nothing or only a part came out, and with NotRepresentable or Cancelled before the
/// first byte.
class EscPosReceiptPrinter final : public ReceiptPrinter, public DeviceDriver {
public:
    enum class Line { Kept, PerJob };

    struct Timing {
        std::chrono::milliseconds connect{3000};
        std::chrono::milliseconds status{
            1000};  ///< a printer that is silent for longer has an unknown state
        std::chrono::milliseconds poll{1000};    ///< how often one that is not done is asked why
        std::chrono::milliseconds stall{10000};  ///< how long a printer may take no data at all
        std::chrono::milliseconds silence{
            5000};  ///< how long it may answer nothing when asked whether it is done
        std::chrono::milliseconds byte{
            40};  ///< what the slowest line takes for one: a printer that answered before the job
                  ///< may be silent for so long more for each
        std::chrono::milliseconds whole{
            120000};  ///< how long a printer that answers may take to finish
        std::chrono::milliseconds probe{15000};  ///< how often a shared one is asked for its state
    };

    EscPosReceiptPrinter(std::string address, PrinterProfile profile, Line line,
        std::unique_ptr<Transport> transport, std::shared_ptr<const LineRasterizer> rasterizer,
        Timing timing);

    Result<PrintProof> print(const ReceiptDocument& document, DrawerPulse drawer) override;
    PaperTrace trace() const override { return m_paperTrace; }

    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override { m_transport->wake(); }
    void close() override;
    DeviceReading reading() const override { return m_reading; }

private:
    Error failed(DeviceFault fault) const;
    Error failed(const Error& cause) const;
    Error unknown() const;
    Result<void> connect();
    void release();
    Result<void> checkBeforeJob();
    Result<void> checkStatus();
    Error beforeFirstByte(const Error& cause) const;
    Result<PrintProof> pulseInSpite();
    Result<void> identify();
    void take(const escpos::Answer& answer);
    /// The next answer; nothing where none came in time.
    Result<std::optional<escpos::Answer>> next(std::chrono::milliseconds timeout);
    /// Takes what the printer has said by now.
    Result<void> takeWaiting();
    Result<std::optional<escpos::StatusReading>> ask(escpos::StatusQuery query);
    Result<PrintProof> send(const std::vector<std::uint8_t>& job);
    Result<PrintProof> awaitDone(std::chrono::milliseconds silence);
    Result<PrintProof> finished();
    /// How long the printer may be silent behind a job of so many bytes.
    std::chrono::milliseconds patience(std::size_t bytes) const;

    std::string m_address;
    PrinterProfile m_profile;
    Line m_line;
    std::unique_ptr<Transport> m_transport;
    std::shared_ptr<const LineRasterizer> m_rasterizer;
    Timing m_timing;
    escpos::AnswerReader m_answers;
    DeviceReading m_reading;
    std::chrono::steady_clock::time_point m_nextProbe{};
    /// What it was asked and has not answered yet: answers come in that order, and none says what
    /// it answers.
    std::deque<escpos::StatusQuery> m_asked;
    bool m_justAsked = false;  ///< for its state, since nothing else was done
    bool m_talks = false;      ///< it has answered since the job began
    escpos::DoneWatch m_watch;
    PaperTrace m_paperTrace = PaperTrace::None;
};

}  // namespace bl
