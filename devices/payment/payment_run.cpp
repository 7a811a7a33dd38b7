#include "devices/payment/payment_run.h"

#include "core/base/text.h"
#include "core/payments/card_masking.h"
#include "core/ports/device_fault.h"

#include <exception>

namespace bl {

using payments::PaymentAttempt;
using payments::PaymentEvidence;
using payments::PaymentKind;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

/// A terminal counts its traces around in some months at the earliest.
constexpr std::chrono::hours kTraceAge{24 * 60};
constexpr std::size_t kMaxText = 2000;
constexpr std::size_t kMaxRaw = 8000;

/// What comes from outside is bounded and is text before it is stored. The message itself was
/// masked by who took it apart: here, digits of its neighbouring fields would pass for a card's
/// number.
PaymentEvidence cleaned(PaymentEvidence said)
{
    for (const auto field : {&PaymentEvidence::result, &PaymentEvidence::trace,
             &PaymentEvidence::receipt, &PaymentEvidence::terminal, &PaymentEvidence::card,
             &PaymentEvidence::cardName, &PaymentEvidence::approval, &PaymentEvidence::time})
        said.*field = excerpt(payments::maskCardNumbers(said.*field));
    said.text = excerpt(payments::maskCardNumbers(said.text), kMaxText);
    said.raw = excerpt(said.raw, kMaxRaw);
    return said;
}

PaymentOutcome unknownBecause(Error why)
{
    PaymentOutcome outcome;
    outcome.state = PaymentState::Unknown;
    outcome.fault = std::move(why);
    return outcome;
}

}  // namespace

/// Stores how far an attempt has come.
class PaymentRun::Recorder final : public PaymentProgress {
public:
    Recorder(PaymentRun& run, PaymentAttempt attempt)
        : m_run(run)
        , m_attempt(std::move(attempt))
    {
    }

    Result<void> sending() override
    {
        // Also what was given up while the device was still asked for something else.
        if (m_run.m_givenUp) {
            m_refusal = deviceError(DeviceFault::Cancelled, m_attempt.device);
            return *m_refusal;
        }
        BL_CHECK(advance(PaymentState::Sent));
        return {};
    }

    void interacting(const std::string& text) override
    {
        // Where this cannot be stored, it is still Sent there, which says the same to whoever
        // looks after it.
        if (m_attempt.state == PaymentState::Sent)
            (void)advance(PaymentState::Interacting);
        if (m_run.m_prompt)
            m_run.m_prompt(payments::maskCardNumbers(excerpt(text, kMaxText)));
    }

    const PaymentAttempt& attempt() const { return m_attempt; }
    const std::optional<Error>& refusal() const { return m_refusal; }

private:
    Result<void> advance(PaymentState state)
    {
        PaymentAttempt next = m_attempt;
        next.state = state;
        next.changedAt = m_run.m_clock.now();
        if (auto stored = m_run.m_journal.record(next); !stored) {
            m_refusal = stored.error();
            return stored;
        }
        m_attempt = std::move(next);
        return {};
    }

    PaymentRun& m_run;
    PaymentAttempt m_attempt;
    std::optional<Error> m_refusal;
};

PaymentRun::PaymentRun(
    PaymentTerminal& terminal, PaymentJournal& journal, const WallClock& clock, Prompt prompt)
    : m_terminal(terminal)
    , m_journal(journal)
    , m_clock(clock)
    , m_prompt(std::move(prompt))
{
}

PaymentOutcome PaymentRun::drive(const PaymentAttempt& attempt, PaymentProgress& progress)
{
    if (attempt.kind == PaymentKind::Authorisation)
        return m_terminal.authorise(attempt, progress);
    if (attempt.kind == PaymentKind::Refund && !attempt.original)
        return m_terminal.refund(attempt, nullptr, progress);
    auto original = m_journal.find(attempt.original.value_or(payments::PaymentId{}));
    if (!original)
        return unknownBecause(original.error());
    if (!*original)
        return unknownBecause(Error{ErrorCode::PaymentMismatch, {attempt.id.toString()}});
    return attempt.kind == PaymentKind::Reversal
        ? m_terminal.reverse(attempt, **original, progress)
        : m_terminal.refund(attempt, &**original, progress);
}

PaymentEnd PaymentRun::carryOut(const PaymentAttempt& attempt)
{
    auto before = resolveAll(attempt.device);
    Recorder recorder(*this, attempt);
    PaymentOutcome outcome;
    try {
        outcome = drive(attempt, recorder);
    } catch (const std::exception& problem) {
        outcome = unknownBecause(
            deviceError(DeviceFault::ProtocolError, attempt.device, excerpt(problem.what())));
    }
    if (recorder.attempt().state == PaymentState::Created) {
        // Not a byte went out, whatever else there is to say.
        outcome.state = PaymentState::Aborted;
        if (recorder.refusal())
            outcome.fault = recorder.refusal();
    } else if (payments::isUnsettled(outcome.state)) {
        outcome.state = PaymentState::Unknown;
    }
    auto end = finish(recorder.attempt(), std::move(outcome));
    end.before = std::move(before);
    return end;
}

void PaymentRun::giveUp()
{
    m_givenUp = true;
    m_terminal.requestAbort();
}

PaymentEnd PaymentRun::finish(PaymentAttempt attempt, PaymentOutcome outcome)
{
    outcome.evidence = cleaned(std::move(outcome.evidence));
    PaymentEnd end;
    end.attempt = payments::settled(std::move(attempt), outcome, m_clock.now());
    end.outcome = std::move(outcome);
    if (auto stored = m_journal.record(end.attempt); !stored)
        end.notStored = stored.error();
    return end;
}

PaymentEnd PaymentRun::resolve(const PaymentAttempt& attempt)
{
    PaymentEnd end{attempt, {}, {}, {}};
    auto stored = m_journal.find(attempt.id);
    if (!stored || !*stored) {
        end.outcome.fault =
            stored ? Error{ErrorCode::NotFound, {attempt.id.toString()}} : stored.error();
        return end;
    }
    end.attempt = **stored;
    if (end.attempt.state != PaymentState::Unknown) {
        end.outcome.state = end.attempt.state;
        end.outcome.evidence = end.attempt.evidence;
        return end;
    }
    PaymentOutcome outcome;
    try {
        outcome = m_terminal.resolve(end.attempt);
    } catch (const std::exception& problem) {
        outcome = unknownBecause(
            deviceError(DeviceFault::ProtocolError, attempt.device, excerpt(problem.what())));
    }
    const std::string& trace = outcome.evidence.trace;
    const bool answers =
        outcome.state == PaymentState::Approved || outcome.state == PaymentState::Declined;
    if (answers && !trace.empty()) {
        const auto owner =
            m_journal.findByTrace(attempt.device, trace, attempt.createdAt - kTraceAge);
        // What another payment was is no answer about this one.
        if (!owner || (*owner && **owner != attempt.id))
            outcome = unknownBecause(owner
                    ? deviceError(DeviceFault::OutcomeUnknown, attempt.device, "trace " + trace)
                    : owner.error());
    }
    if (payments::isUnsettled(outcome.state))
        outcome.state = PaymentState::Unknown;
    return finish(std::move(end.attempt), std::move(outcome));
}

std::vector<PaymentEnd> PaymentRun::resolveAll(const std::string& device)
{
    std::vector<PaymentEnd> ends;
    const auto open = m_journal.unsettled(device);
    if (!open)
        return ends;
    for (const auto& attempt : *open) {
        if (attempt.state == PaymentState::Unknown)
            ends.push_back(resolve(attempt));
    }
    return ends;
}

Result<TerminalTotals> closeDay(PaymentTerminal& terminal, const std::string& device)
{
    auto totals = [&]() -> Result<TerminalTotals> {
        try {
            return terminal.endOfDay();
        } catch (const std::exception& problem) {
            return deviceError(DeviceFault::ProtocolError, device, excerpt(problem.what()));
        }
    }();
    if (totals)
        return totals;
    // What it was asked for and does not answer may have been done.
    const auto fault = faultOf(totals.error());
    const bool silent = totals.error().code == ErrorCode::Cancelled
        || fault == DeviceFault::LinkLost || fault == DeviceFault::Timeout;
    return silent ? deviceError(DeviceFault::OutcomeUnknown, device) : totals.error();
}

DayEnd PaymentRun::endOfDay(const std::string& device)
{
    DayEnd end{resolveAll(device), Error{ErrorCode::PaymentsLeftOpen, {device}}};
    const auto open = m_journal.unsettled(device);
    if (!open)
        end.totals = open.error();
    else if (open->empty())
        end.totals = closeDay(m_terminal, device);
    else
        end.totals = Error{ErrorCode::PaymentsLeftOpen, {device, std::to_string(open->size())}};
    return end;
}

}  // namespace bl
