#include "devices/payment/manual_payment_terminal.h"

namespace bl {

using payments::PaymentAttempt;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

/// Only bounds a wait that a wake-up ends.
constexpr std::chrono::hours kLongWait{1};

}  // namespace

ManualPaymentTerminal::ManualPaymentTerminal(std::string address, DriverSurroundings surroundings)
    : m_address(std::move(address))
    , m_surroundings(std::move(surroundings))
{
}

Result<void> ManualPaymentTerminal::attend(std::chrono::milliseconds limit)
{
    return m_signal.await(*m_surroundings.cancellation, limit);
}

TerminalAbilities ManualPaymentTerminal::abilities() const
{
    TerminalAbilities abilities;
    abilities.endOfDay = false;
    abilities.resolve = false;
    abilities.asksForApproval = true;
    return abilities;
}

bool ManualPaymentTerminal::isAnswered()
{
    const std::lock_guard lock(m_mutex);
    return m_entered || m_abort;
}

PaymentOutcome ManualPaymentTerminal::awaitCashier(
    const PaymentAttempt& attempt, PaymentProgress& progress)
{
    PaymentOutcome outcome;
    {
        const std::lock_guard lock(m_mutex);
        m_entered.reset();
        m_abort = false;
        m_waits = true;
    }
    if (auto stored = progress.sending(); !stored) {
        const std::lock_guard lock(m_mutex);
        m_waits = false;
        outcome.state = PaymentState::Aborted;
        outcome.fault = stored.error();
        return outcome;
    }
    progress.interacting({});
    Result<void> waiting;
    while (waiting && !isAnswered())
        waiting = m_signal.await(*m_surroundings.cancellation, kLongWait);
    const std::lock_guard lock(m_mutex);
    m_waits = false;
    if (m_entered) {
        outcome.state = PaymentState::Approved;
        outcome.evidence = std::move(*m_entered);
        outcome.evidence.amount = attempt.amount;
    } else if (m_abort) {
        outcome.state = PaymentState::Aborted;
        outcome.fault = deviceError(DeviceFault::Cancelled, m_address);
    } else {
        outcome.fault = waiting.error();
    }
    return outcome;
}

PaymentOutcome ManualPaymentTerminal::authorise(
    const PaymentAttempt& attempt, PaymentProgress& progress)
{
    return awaitCashier(attempt, progress);
}

PaymentOutcome ManualPaymentTerminal::reverse(
    const PaymentAttempt& reversal, const PaymentAttempt&, PaymentProgress& progress)
{
    return awaitCashier(reversal, progress);
}

PaymentOutcome ManualPaymentTerminal::refund(
    const PaymentAttempt& attempt, const PaymentAttempt*, PaymentProgress& progress)
{
    return awaitCashier(attempt, progress);
}

PaymentOutcome ManualPaymentTerminal::resolve(const PaymentAttempt&)
{
    PaymentOutcome outcome;
    outcome.fault = deviceError(DeviceFault::OutcomeUnknown, m_address);
    return outcome;
}

Result<TerminalTotals> ManualPaymentTerminal::endOfDay()
{
    return deviceError(DeviceFault::Unsupported, m_address);
}

Result<std::string> ManualPaymentTerminal::diagnose()
{
    return std::string{};
}

void ManualPaymentTerminal::requestAbort()
{
    {
        const std::lock_guard lock(m_mutex);
        m_abort = m_waits;
    }
    m_signal.wake();
}

void ManualPaymentTerminal::enterApproval(const payments::PaymentEvidence& read)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waits)
            m_entered = read;
    }
    m_signal.wake();
}

}  // namespace bl
