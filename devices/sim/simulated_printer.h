#pragma once

#include "devices/sim/escpos_decoder.h"
#include "devices/sim/paper_strip.h"
#include "devices/sim/simulator_host.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <variant>
#include <vector>

namespace bl::sim {

/// What is wrong with a simulated printer.
struct PrinterFaults {
    bool paperOut = false;
    bool paperNearEnd = false;
    bool coverOpen = false;
    bool drawerOpen = false;                ///< what the drawer's switch says
    bool cutterJam = false;                 ///< the next cut does not succeed
    bool lateDone = false;                  ///< says of a job that it is done when the next begins
    std::optional<int> paperOutAfterLines;  ///< the paper ends in the middle of a receipt
    LineFaults line;

    friend bool operator==(const PrinterFaults&, const PrinterFaults&) = default;
};

enum class PaperEnd { Cut, Torn };  ///< Torn: the job's connection ended without a cut

struct ReceiptPrinted {
    PaperStrip strip;
    PaperEnd end = PaperEnd::Cut;
};
struct DrawerOpened {
    DrawerKick kick;
};
struct StrayBytes {
    std::vector<std::uint8_t> bytes;
};  ///< no command that the printer knows
using PrinterEvent = std::variant<ReceiptPrinted, DrawerOpened, StrayBytes>;

/// The printer behind the socket: bytes in, answers and events out. Without paper or with its cover
/// open it stops and keeps what comes, and answers only what is asked ahead of the data; it goes on
/// when the fault is gone.
class SimulatedPrinter {
public:
    struct Reaction {
        std::vector<std::uint8_t> answers;
        std::vector<PrinterEvent> events;
    };

    SimulatedPrinter(PaperShape shape, int paperMm);

    Reaction receive(std::span<const std::uint8_t> bytes);
    Reaction setFaults(const PrinterFaults& faults);
    const PrinterFaults& faults() const { return m_faults; }

    /// The computer has hung up: paper without a cut is torn off, unless the printer still has data
    /// to print.
    Reaction disconnect();

private:
    bool isStopped() const { return m_faults.paperOut || m_faults.coverOpen || m_jammed; }
    void answer(std::initializer_list<int> bytes, Reaction& reaction) const;
    void answerAhead(std::span<const std::uint8_t> bytes, Reaction& reaction);
    void answerStatus(int kind, Reaction& reaction) const;
    void answerAutomatic(Reaction& reaction) const;
    void answerDone(std::initializer_list<int> bytes, Reaction& reaction);
    void process(Reaction& reaction);
    void handle(Decoded decoded, std::size_t position, Reaction& reaction);
    void cut(Reaction& reaction);
    void print(PaperItem item, Reaction& reaction);
    void finish(PaperEnd end, Reaction& reaction);

    EscPosDecoder m_decoder;
    PaperStrip m_strip;
    PrinterFaults m_faults;
    bool m_automatic = false;
    std::size_t m_received = 0;         ///< bytes since it was switched on
    std::vector<std::uint8_t> m_ahead;  ///< the last bytes, where a status request may have begun
    std::set<std::size_t>
        m_answered;  ///< stream positions of requests that were answered ahead of the data
    std::vector<std::uint8_t> m_late;  ///< what waits for the next job to begin
    bool m_connected = false;
    bool m_jammed = false;
};

}  // namespace bl::sim
