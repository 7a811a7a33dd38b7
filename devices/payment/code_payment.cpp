#include "devices/payment/code_payment.h"

#include "core/payments/payment_code.h"
#include "core/ports/device_fault.h"

#include <algorithm>

namespace bl {

using payments::PaymentAttempt;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

using CodeClock = std::chrono::steady_clock;

PaymentOutcome codeNotSent(Error why)
{
    PaymentOutcome outcome;
    outcome.state = PaymentState::Aborted;
    outcome.fault = std::move(why);
    return outcome;
}

}  // namespace

CodePayment::CodePayment(PaymentGateway& gateway, const WallClock& clock, std::string code,
    std::shared_ptr<const Cancellation> cancellation, CodePaymentTiming timing)
    : m_gateway(gateway)
    , m_clock(clock)
    , m_code(std::move(code))
    , m_cancellation(std::move(cancellation))
    , m_timing(timing)
{
}

TerminalAbilities CodePayment::abilities() const
{
    TerminalAbilities abilities;
    abilities.endOfDay = false;
    return abilities;
}

/// Asks until the payment has an end, or closes it. Unknown where even that is not answered.
PaymentOutcome CodePayment::awaitEnd(const PaymentAttempt& attempt, PaymentOutcome said)
{
    const auto deadline = CodeClock::now() + m_timing.whole;
    auto wait = m_timing.firstWait;
    // An unknown answer is one that was lost: the next may come through.
    while (payments::isUnsettled(said.state)) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - CodeClock::now());
        if (m_abort || left.count() <= 0)
            return m_gateway.close(attempt);
        if (auto waited = m_signal.await(*m_cancellation, std::min(wait, left)); !waited) {
            // The program ends: the next start asks.
            said.state = PaymentState::Unknown;
            said.fault = waited.error();
            return said;
        }
        wait = std::min(2 * wait, m_timing.longestWait);
        if (!m_abort)
            said = m_gateway.query(attempt);
    }
    return said.state == PaymentState::Aborted ? closedUnlessDone(attempt, std::move(said)) : said;
}

/// A request that the gateway has not heard of may still be on its way: only a charge that is
/// closed there, or a refund after a while, is surely not done any more.
PaymentOutcome CodePayment::closedUnlessDone(const PaymentAttempt& attempt, PaymentOutcome said)
{
    if (said.state != PaymentState::Aborted && said.state != PaymentState::Interacting)
        return said;
    if (attempt.kind == payments::PaymentKind::Authorisation)
        return m_gateway.close(attempt);
    const auto age = m_clock.now() - attempt.createdAt;
    if (said.state == PaymentState::Aborted && age < m_timing.whole) {
        said.state = PaymentState::Unknown;
        said.fault = deviceError(DeviceFault::OutcomeUnknown, attempt.device, "not heard of yet");
    }
    return said;
}

PaymentOutcome CodePayment::authorise(const PaymentAttempt& attempt, PaymentProgress& progress)
{
    const auto wallet = payments::walletOf(m_code);
    if (!wallet || payments::tenderOf(*wallet) != attempt.tender)
        return codeNotSent(deviceError(
            DeviceFault::Unsupported, attempt.device, payments::maskPaymentCode(m_code)));
    if (auto stored = progress.sending(); !stored)
        return codeNotSent(stored.error());
    auto said = m_gateway.charge(attempt, m_code);
    if (said.state == PaymentState::Interacting)
        progress.interacting(said.evidence.text);
    return awaitEnd(attempt, std::move(said));
}

PaymentOutcome CodePayment::reverse(
    const PaymentAttempt& reversal, const PaymentAttempt& original, PaymentProgress& progress)
{
    if (auto stored = progress.sending(); !stored)
        return codeNotSent(stored.error());
    return m_gateway.refund(reversal, original);
}

PaymentOutcome CodePayment::refund(
    const PaymentAttempt& attempt, const PaymentAttempt* original, PaymentProgress& progress)
{
    return original
        ? reverse(attempt, *original, progress)
        : codeNotSent(deviceError(DeviceFault::Unsupported, attempt.device, "no original"));
}

PaymentOutcome CodePayment::resolve(const PaymentAttempt& attempt)
{
    return closedUnlessDone(attempt, m_gateway.query(attempt));
}

Result<TerminalTotals> CodePayment::endOfDay()
{
    return deviceError(DeviceFault::Unsupported, "codes");
}

void CodePayment::requestAbort()
{
    m_abort = true;
    m_signal.wake();
}

}  // namespace bl
