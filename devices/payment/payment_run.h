#pragma once

#include "core/base/clock.h"
#include "core/ports/payment_journal.h"
#include "core/ports/payment_terminal.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bl {

/// Where a payment came to, and whether the journal has it.
struct PaymentEnd {
    payments::PaymentAttempt attempt;  ///< its newest form; the state in here counts
    payments::PaymentOutcome outcome;
    /// The last form could not be stored: the journal holds the one before, which is Unknown at the
    /// next start and resolved then.
    std::optional<Error> notStored;
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

private:
    class Recorder;

    payments::PaymentOutcome drive(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress);
    PaymentEnd finish(payments::PaymentAttempt attempt, payments::PaymentOutcome outcome);

    PaymentTerminal& m_terminal;
    PaymentJournal& m_journal;
    const WallClock& m_clock;
    Prompt m_prompt;
};

}  // namespace bl
