#pragma once

#include "core/payments/payment_attempt.h"

#include <string>
#include <vector>

namespace bl {

/// Hears of a payment that is under way, on the thread that drives the terminal.
class PaymentProgress {
public:
    virtual ~PaymentProgress() = default;

    /// Called before the first byte goes out that could lead to a charge, and stores that. An error
    /// means that it could not be stored: then nothing is sent.
    virtual Result<void> sending() = 0;

    /// The other side has the request and works on it; `text` is what it wants the cashier to read
    /// ("Insert card"), perhaps empty.
    virtual void interacting(const std::string& text) = 0;
};

/// What the terminal took since its last end of day.
struct TerminalTotals {
    Money amount;
    int count = 0;
    std::string trace;
    std::string slip;  ///< the terminal's own report, for paper

    friend bool operator==(const TerminalTotals&, const TerminalTotals&) = default;
};

/// What a terminal can do beside charging.
struct TerminalAbilities {
    bool reversal = true;
    bool refund = true;
    bool endOfDay = true;
    bool resolve = true;           ///< whether it can say what became of a lost payment
    bool asksForApproval = false;  ///< somebody has to enter what it shows: enterApproval()

    friend bool operator==(const TerminalAbilities&, const TerminalAbilities&) = default;
};

/// A device that charges cards. Calls block until the other side has answered or nobody can say
/// what it did; one thread uses it at a time. No call charges twice, and none tries again by
/// itself.
class PaymentTerminal {
public:
    virtual ~PaymentTerminal() = default;

    virtual TerminalAbilities abilities() const = 0;

    /// Charges `attempt.amount`. Aborted where nothing was sent.
    virtual payments::PaymentOutcome authorise(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress) = 0;

    /// Takes an approved authorisation back.
    virtual payments::PaymentOutcome reverse(const payments::PaymentAttempt& reversal,
        const payments::PaymentAttempt& original, PaymentProgress& progress) = 0;

    /// Pays out, of a known payment or (`original` is null) of none. Aborted with the fault
    /// Unsupported where the terminal cannot.
    virtual payments::PaymentOutcome refund(const payments::PaymentAttempt& attempt,
        const payments::PaymentAttempt* original, PaymentProgress& progress) = 0;

    /// What became of an attempt whose answer was lost, without charging anything. Unknown where
    /// the terminal cannot say; a person decides then.
    virtual payments::PaymentOutcome resolve(const payments::PaymentAttempt& attempt) = 0;

    /// Closes the terminal's day. Fails with DeviceFailed.
    virtual Result<TerminalTotals> endOfDay() = 0;

    /// Asks how it is, without money: what it says of itself. Fails with DeviceFailed.
    virtual Result<std::string> diagnose() = 0;

    /// Asks to give up the payment under way; the other side may ignore it. From any thread.
    virtual void requestAbort() = 0;

    /// Ends the payment under way with what the cashier read off a terminal that is not connected
    /// to this computer; others do nothing. From any thread.
    virtual void enterApproval(const payments::PaymentEvidence& read) = 0;
};

}  // namespace bl
