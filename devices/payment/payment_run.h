#pragma once

#include "core/base/clock.h"
#include "core/ports/payment_journal.h"
#include "core/ports/payment_terminal.h"

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bl {

/// Where a payment came to, and whether the journal has it.
struct PaymentEnd {
    payments::PaymentAttempt attempt;  ///< its newest form; the state in here counts
    payments::PaymentOutcome outcome;
    /// The last form could not be stored: the journal holds the one before until it is recorded
    /// once more. At the next start that is Unknown, and resolved then.
    std::optional<Error> notStored;
    /// What the device had left open before, and was asked for on the way; oldest first.
    std::vector<PaymentEnd> before;
};

/// Closes a terminal's day. Fails with DeviceFailed, with the fault OutcomeUnknown where it did not
/// answer.
Result<TerminalTotals> closeDay(PaymentTerminal& terminal, const std::string& device);

/// What came of closing a terminal's day.
struct DayEnd {
    std::vector<PaymentEnd> before;  ///< as of a payment
    Result<TerminalTotals> totals;
};

/// Carries out attempts on a terminal and keeps their journal: every state is stored before it is
/// acted on, whatever goes wrong after the request was sent makes it Unknown, and nothing is ever
/// tried again by itself. Used on the thread that drives the terminal.
class PaymentRun {
public:
    /// Hears what the other side wants the cashier to read.
    using Prompt = std::function<void(const std::string& text)>;

    /// All outlive it.
    PaymentRun(PaymentTerminal& terminal, PaymentJournal& journal, const WallClock& clock,
        Prompt prompt = {});

    /// Carries out an attempt that the journal holds as Created: charges, takes back or refunds.
    /// What this device left open before is asked for first, because its memory reaches back to one
    /// payment only.
    PaymentEnd carryOut(const payments::PaymentAttempt& attempt);

    /// Asks what became of an Unknown attempt, and charges nothing.
    PaymentEnd resolve(const payments::PaymentAttempt& attempt);

    /// As `resolve`, of all that this device left open, oldest first.
    std::vector<PaymentEnd> resolveAll(const std::string& device);

    /// Closes the device's day, after which it knows nothing of its payments any more: what it left
    /// open is asked for first. Fails with PaymentsLeftOpen where that does not settle all of it,
    /// and with DeviceFailed.
    DayEnd endOfDay(const std::string& device);

    /// What is carried out is not to be charged any more: not sent where it was not, or else the
    /// other side is asked, which may ignore it. From any thread.
    void giveUp();

    /// Ends it with what the cashier read off a terminal that is not connected. From any thread.
    void enterApproval(const payments::PaymentEvidence& read) { m_terminal.enterApproval(read); }

private:
    class Recorder;

    payments::PaymentOutcome drive(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress);
    PaymentEnd finish(payments::PaymentAttempt attempt, payments::PaymentOutcome outcome);

    PaymentTerminal& m_terminal;
    PaymentJournal& m_journal;
    const WallClock& m_clock;
    Prompt m_prompt;
    std::atomic<bool> m_givenUp = false;
};

}  // namespace bl
