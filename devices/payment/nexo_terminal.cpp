#include "devices/payment/nexo_terminal.h"

#include "core/base/clock.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"

#include <algorithm>
#include <array>

namespace bl {

using nexo::Answer;
using nexo::Category;
using payments::PaymentAttempt;
using payments::PaymentKind;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

using NexoClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kLongestEvidence = 8'000;

PaymentOutcome nexoNotSent(Error why)
{
    PaymentOutcome outcome;
    outcome.state = PaymentState::Aborted;
    outcome.fault = std::move(why);
    return outcome;
}

DeviceFault faultOfCondition(const std::string& condition)
{
    if (condition == "Busy" || condition == "InProgress")
        return DeviceFault::Busy;
    if (condition == "Aborted" || condition == "Cancel")
        return DeviceFault::Cancelled;
    if (condition == "NotAllowed" || condition == "LoggedOut")
        return DeviceFault::AuthFailed;
    if (condition == "MessageFormat" || condition == "UnavailableService")
        return DeviceFault::Unsupported;
    return DeviceFault::Declined;
}

}  // namespace

NexoTerminal::NexoTerminal(std::string address, const HttpPlace& place, NexoSettings settings,
    const DriverSurroundings& surroundings, NexoTiming timing)
    : m_address(std::move(address))
    , m_line(m_address, place, settings.caFile, surroundings.cancellation, surroundings.trace)
    , m_settings(std::move(settings))
    , m_timing(timing)
{
}

nexo::Header NexoTerminal::header(Category category)
{
    std::array<std::uint8_t, 5> digits{};
    m_random.fill(digits);
    return {m_settings.poi, m_settings.sale, toHex(digits), category};
}

nexo::Header NexoTerminal::header(const PaymentAttempt& attempt) const
{
    return {
        m_settings.poi, m_settings.sale, nexo::serviceIdOf(attempt.id), nexo::categoryOf(attempt)};
}

sync::HttpRequest NexoTerminal::post(std::string body) const
{
    sync::HttpRequest request{"POST", m_line.target({}), {}, std::move(body)};
    request.headers.add("Content-Type", "application/json");
    if (!m_settings.key.empty())
        request.headers.add("X-API-Key", m_settings.key);
    return request;
}

Result<std::string> NexoTerminal::bodyOf(Result<sync::HttpResponse> answer)
{
    if (!answer)
        return answer.error();
    m_lastHeard = NexoClock::now();
    if (answer->status == 200)
        return std::move(answer->body);
    const bool refused = answer->status == 401 || answer->status == 403;
    return deviceError(refused ? DeviceFault::AuthFailed : DeviceFault::ProtocolError, m_address,
        "HTTP " + std::to_string(answer->status));
}

Result<Answer> NexoTerminal::read(
    const Result<std::string>& body, const nexo::Header& header, const PaymentAttempt* about)
{
    if (!body)
        return body.error();
    auto answer = nexo::readAnswer(*body, header, m_settings.currency, about);
    if (!answer)
        return deviceError(DeviceFault::ProtocolError, m_address, describe(answer.error()));
    answer->evidence.raw = excerpt(payments::maskCardNumbers(*body), kLongestEvidence);
    return answer;
}

Result<Answer> NexoTerminal::askQuickly(
    const std::string& message, const nexo::Header& header, const PaymentAttempt* about)
{
    return read(bodyOf(m_line.ask(post(message), m_timing.quick)), header, about);
}

Error NexoTerminal::faultOfAnswer(const Answer& answer) const
{
    if (answer.result == Answer::Result::Unclear)
        return deviceError(DeviceFault::OutcomeUnknown, m_address, answer.condition);
    return deviceError(faultOfCondition(answer.condition), m_address,
        answer.condition + (answer.text.empty() ? "" : ": " + answer.text));
}

Result<void> NexoTerminal::open()
{
    const auto asked = header(Category::Login);
    const auto answer = askQuickly(nexo::login(asked, SystemWallClock().now()), asked);
    if (!answer) {
        if (isFault(answer.error(), DeviceFault::LinkLost))
            return deviceError(DeviceFault::NotFound, m_address,
                answer.error().detail.size() > 2 ? answer.error().detail[2] : std::string{});
        return answer.error();
    }
    if (answer->result != Answer::Result::Success) {
        const auto fault = faultOfCondition(answer->condition);
        return deviceError(fault == DeviceFault::Declined ? DeviceFault::AuthFailed : fault,
            m_address, answer->condition);
    }
    m_reading = {};
    m_reading.identity =
        "nexo " + m_settings.poi + (answer->identity.empty() ? "" : " " + answer->identity);
    m_open = true;
    return {};
}

/// A terminal that was not heard for long is tried before the money is asked for, so that its
/// absence is an error and no unknown payment.
Result<void> NexoTerminal::probe()
{
    if (!m_open)
        return deviceError(DeviceFault::LinkLost, m_address, "closed");
    if (NexoClock::now() - m_lastHeard < m_timing.idle)
        return {};
    const auto asked = header(Category::Diagnosis);
    const auto answer = askQuickly(nexo::diagnosis(asked), asked);
    // Whatever it answers, it is there.
    if (!answer)
        return answer.error();
    return {};
}

/// Sends a payment and waits for its end, passing on that it is to be given up.
Result<sync::HttpResponse> NexoTerminal::hearOut(
    const PaymentAttempt& attempt, const std::string& message)
{
    BL_TRY(const auto exchange, m_line.begin(post(message), m_timing.payment));
    const auto deadline = NexoClock::now() + m_timing.payment + m_timing.quick;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - NexoClock::now());
        BL_TRY(const bool done, m_line.await(*exchange, std::max(left, milliseconds{0})));
        if (done || left.count() <= 0)
            return m_line.take(*exchange);
        if (m_abort.exchange(false)) {
            // It is a request. What comes of it, the payment's own answer says.
            const auto asked = header(Category::Abort);
            (void)m_line.ask(post(nexo::abort(asked, attempt)), m_timing.quick);
        }
    }
}

PaymentOutcome NexoTerminal::charge(
    const PaymentAttempt& attempt, const std::string& message, PaymentProgress& progress)
{
    m_abort = false;
    if (auto alive = probe(); !alive)
        return nexoNotSent(alive.error());
    // From here on it is heard that somebody gives up; before, sending() says so.
    m_busy = true;
    if (auto stored = progress.sending(); !stored) {
        m_busy = false;
        return nexoNotSent(stored.error());
    }
    auto said = hearOut(attempt, message);
    m_busy = false;
    return outcomeOf(attempt, read(bodyOf(std::move(said)), header(attempt)));
}

PaymentOutcome NexoTerminal::outcomeOf(
    const PaymentAttempt& attempt, const Result<Answer>& answer) const
{
    PaymentOutcome outcome;
    if (!answer) {
        outcome.fault = answer.error();
        return outcome;
    }
    outcome.evidence = answer->evidence;
    outcome.customerSlip = answer->customerSlip;
    outcome.merchantSlip = answer->merchantSlip;
    if (answer->result == Answer::Result::Success) {
        outcome.state = PaymentState::Approved;
        // A reversal that names no amount is one of the whole.
        if (attempt.kind == PaymentKind::Reversal && !outcome.evidence.amount)
            outcome.evidence.amount = attempt.amount;
        return outcome;
    }
    outcome.fault = faultOfAnswer(*answer);
    if (answer->result == Answer::Result::Failure && answer->condition != "InProgress")
        outcome.state = isFault(*outcome.fault, DeviceFault::Declined) ? PaymentState::Declined
                                                                       : PaymentState::Aborted;
    return outcome;
}

PaymentOutcome NexoTerminal::authorise(const PaymentAttempt& attempt, PaymentProgress& progress)
{
    return charge(attempt, nexo::payment(header(attempt), attempt, m_settings.currency), progress);
}

PaymentOutcome NexoTerminal::reverse(
    const PaymentAttempt& reversal, const PaymentAttempt& original, PaymentProgress& progress)
{
    if (original.evidence.trace.empty())
        return nexoNotSent(
            deviceError(DeviceFault::Unsupported, m_address, "no transaction of the terminal"));
    return charge(reversal,
        nexo::reversal(header(reversal), reversal, original, m_settings.currency), progress);
}

PaymentOutcome NexoTerminal::refund(
    const PaymentAttempt& attempt, const PaymentAttempt* original, PaymentProgress& progress)
{
    return original ? reverse(attempt, *original, progress) : authorise(attempt, progress);
}

PaymentOutcome NexoTerminal::resolve(const PaymentAttempt& attempt)
{
    const auto deadline = NexoClock::now() + m_timing.resolve;
    for (;;) {
        const auto asked = header(Category::TransactionStatus);
        const auto answer = askQuickly(nexo::transactionStatus(asked, attempt), asked, &attempt);
        const bool failed = answer && answer->result == Answer::Result::Failure;
        const bool repeats = answer && !answer->evidence.result.empty();
        if (answer && answer->condition == "InProgress" && NexoClock::now() < deadline) {
            if (auto waited = m_line.attend(m_timing.poll); waited)
                continue;
        }
        if (!failed || repeats)
            return outcomeOf(attempt, answer);
        PaymentOutcome outcome;
        outcome.fault = faultOfAnswer(*answer);
        outcome.evidence.raw = answer->evidence.raw;
        // It has never heard of it.
        if (answer->condition == "NotFound") {
            outcome.state = PaymentState::Aborted;
            outcome.fault = deviceError(DeviceFault::Cancelled, m_address, answer->condition);
        }
        return outcome;
    }
}

Result<TerminalTotals> NexoTerminal::endOfDay()
{
    BL_CHECK(probe());
    const auto asked = header(Category::Reconciliation);
    // Terminals settle with their host before they answer.
    BL_TRY(const auto answer,
        read(bodyOf(m_line.ask(post(nexo::reconciliation(asked)), m_timing.payment)), asked));
    if (answer.result != Answer::Result::Success)
        return faultOfAnswer(answer);
    return answer.totals;
}

Result<std::string> NexoTerminal::diagnose()
{
    if (!m_open)
        BL_CHECK(open());
    const auto asked = header(Category::Diagnosis);
    BL_TRY(const auto answer, askQuickly(nexo::diagnosis(asked), asked));
    if (answer.result != Answer::Result::Success)
        return faultOfAnswer(answer);
    return m_reading.identity + '\n' + answer.status;
}

void NexoTerminal::requestAbort()
{
    m_abort = m_busy.load();
    m_line.wake();
}

}  // namespace bl
