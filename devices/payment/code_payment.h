#pragma once

#include "core/base/clock.h"
#include "core/ports/payment_gateway.h"
#include "core/ports/payment_terminal.h"
#include "devices/transport/cancellation.h"
#include "devices/transport/wake_signal.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace bl {

struct CodePaymentTiming {
    std::chrono::milliseconds firstWait{1'000};  ///< before the gateway is asked what became of it
    std::chrono::milliseconds longestWait{5'000};
    std::chrono::milliseconds whole{60'000};  ///< for the customer to confirm, and for requests
};

/// Charges one code that a customer's phone shows, as if it were a terminal: asks for the charge,
/// asks what became of it at growing intervals, and closes it where nobody confirms. Made for one
/// payment; without a code it resolves, reverses and refunds.
class CodePayment : public PaymentTerminal {
public:
    /// The gateway and the clock outlive it.
    CodePayment(PaymentGateway& gateway, const WallClock& clock, std::string code,
        std::shared_ptr<const Cancellation> cancellation, CodePaymentTiming timing = {});

    TerminalAbilities abilities() const override;

    /// Aborted with the fault Unsupported where the code is of another wallet than the tender.
    payments::PaymentOutcome authorise(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress) override;
    payments::PaymentOutcome reverse(const payments::PaymentAttempt& reversal,
        const payments::PaymentAttempt& original, PaymentProgress& progress) override;
    /// Aborted with the fault Unsupported without an original.
    payments::PaymentOutcome refund(const payments::PaymentAttempt& attempt,
        const payments::PaymentAttempt* original, PaymentProgress& progress) override;

    /// What the gateway says. A charge that is open, or unknown to it, is closed there, so that it
    /// has an end. A refund cannot be closed: one that the gateway has not heard of stays Unknown
    /// for as long as a charge may take, because its request may still be on its way.
    payments::PaymentOutcome resolve(const payments::PaymentAttempt& attempt) override;
    Result<TerminalTotals> endOfDay() override;
    Result<std::string> diagnose() override { return std::string{}; }

    /// The payment is closed at the gateway, unless the customer was faster.
    void requestAbort() override;
    void enterApproval(const payments::PaymentEvidence&) override {}

private:
    payments::PaymentOutcome closedUnlessDone(
        const payments::PaymentAttempt& attempt, payments::PaymentOutcome said);
    payments::PaymentOutcome awaitEnd(
        const payments::PaymentAttempt& attempt, payments::PaymentOutcome said);

    PaymentGateway& m_gateway;
    const WallClock& m_clock;
    std::string m_code;
    std::shared_ptr<const Cancellation> m_cancellation;
    CodePaymentTiming m_timing;
    WakeSignal m_signal;
    std::atomic<bool> m_abort = false;
};

}  // namespace bl
