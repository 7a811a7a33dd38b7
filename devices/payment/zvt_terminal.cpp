#include "devices/payment/zvt_terminal.h"

#include "core/base/hex.h"
#include "devices/payment/last_transaction.h"
#include "devices/payment/zvt_words.h"

#include <algorithm>

namespace bl {

using payments::PaymentAttempt;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

using ZvtClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Receipts are printed here, and the terminal tells what happens in between.
constexpr std::uint8_t kConfiguration = 0x8E;

constexpr std::uint8_t kApproved = 0x00;
constexpr std::uint8_t kAbortedByCustomer = 0x6C;
constexpr std::uint8_t kWrongCurrency = 0x6F;
constexpr std::uint8_t kNotPossible = 0x83;
constexpr std::uint8_t kBusy = 0x9C;

void addLines(std::string& slip, const std::vector<std::string>& lines)
{
    for (const auto& line : lines)
        slip += line + '\n';
}

PaymentOutcome notSent(Error why)
{
    PaymentOutcome outcome;
    outcome.state = PaymentState::Aborted;
    outcome.fault = std::move(why);
    return outcome;
}

}  // namespace

ZvtTerminal::ZvtTerminal(std::string address, std::unique_ptr<Transport> transport,
    zvt::ZvtLink::Framing framing, ZvtSettings settings, ZvtTiming timing)
    : m_address(std::move(address))
    , m_link(m_address, std::move(transport), framing, timing.link)
    , m_settings(settings)
    , m_timing(timing)
{
}

Result<void> ZvtTerminal::open()
{
    BL_CHECK(m_link.open());
    auto registered = registerHere();
    if (!registered)
        m_link.close();
    return registered;
}

void ZvtTerminal::close()
{
    // A log-off that nobody waits for: whoever closes may be in a hurry.
    if (m_link.isOpen() && !m_busy)
        (void)m_link.send(zvt::logOff());
    m_link.close();
}

Result<void> ZvtTerminal::registerHere()
{
    const auto done =
        talk(zvt::registration(m_settings.password, kConfiguration, m_settings.currency), Texts{});
    if (done.end == Talk::End::Completed) {
        m_reading = {};
        if (!done.last.terminal.empty())
            m_reading.identity = "ZVT " + done.last.terminal;
        return {};
    }
    if (done.end == Talk::End::Lost || done.code == kBusy)
        return faultOfTalk(done);
    const auto fault =
        done.code == kWrongCurrency ? DeviceFault::Unsupported : DeviceFault::AuthFailed;
    return deviceError(fault, m_address, zvt::codeWord(done.code));
}

Result<void> ZvtTerminal::attend(milliseconds limit)
{
    const auto gone = [this] {
        return deviceError(DeviceFault::LinkLost, m_address, "closed");
    };
    if (!m_link.isOpen())
        return gone();
    BL_TRY(auto apdu, m_link.receive(limit));
    if (!apdu)
        return {};
    m_lastHeard = ZvtClock::now();
    const bool answer = apdu->is(0x80, 0x00) || apdu->classByte == 0x84;
    const bool news = apdu->classByte == 0x04 || apdu->is(0x06, 0xD1) || apdu->is(0x06, 0xD3)
        || apdu->is(0x06, 0x0F) || apdu->is(0x06, 0x1E);
    return answer ? Result<void>{}
                  : m_link.send(news ? zvt::acknowledge() : zvt::refuse(kNotPossible));
}

/// Sends a command and hears it out.
ZvtTerminal::Talk ZvtTerminal::talk(const zvt::Apdu& command, const Texts& texts)
{
    Talk talk;
    if (auto sent = m_link.send(command); !sent) {
        talk.error = sent.error();
        return talk;
    }
    if (!awaitReply(talk))
        return talk;
    if (texts)
        texts({});
    const auto end = ZvtClock::now() + m_timing.whole;
    auto quietUntil = ZvtClock::now() + m_timing.silence;
    for (;;) {
        if (m_abort.exchange(false)) {
            if (auto sent = m_link.send(zvt::abortRequest()); !sent) {
                talk.error = sent.error();
                return talk;
            }
        }
        const auto now = ZvtClock::now();
        const auto until = std::min(quietUntil, end);
        if (now >= until) {
            talk.error = deviceError(DeviceFault::Timeout, m_address);
            m_link.close();
            return talk;
        }
        auto apdu = m_link.receive(std::chrono::ceil<milliseconds>(until - now));
        if (!apdu) {
            talk.error = apdu.error();
            return talk;
        }
        if (!*apdu)
            continue;
        m_lastHeard = ZvtClock::now();
        quietUntil = m_lastHeard + m_timing.silence;
        take(**apdu, talk, texts);
        if (answered(**apdu, talk))
            return talk;
    }
}

/// Whether the terminal took the command.
bool ZvtTerminal::awaitReply(Talk& talk)
{
    const auto deadline = ZvtClock::now() + m_timing.reply;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - ZvtClock::now());
        if (left.count() <= 0) {
            talk.error = deviceError(DeviceFault::Timeout, m_address, "no reply");
            m_link.close();
            return false;
        }
        auto apdu = m_link.receive(left);
        if (!apdu) {
            talk.error = apdu.error();
            return false;
        }
        if (!*apdu)
            continue;
        m_lastHeard = ZvtClock::now();
        if ((*apdu)->is(0x80, 0x00))
            return true;
        if ((*apdu)->classByte == 0x84) {
            talk.end = Talk::End::Refused;
            talk.code = (*apdu)->instruction;
            return false;
        }
        // What it had to say before.
        if (auto sent = m_link.send(zvt::acknowledge()); !sent) {
            talk.error = sent.error();
            return false;
        }
    }
}

/// Takes what a message says into the talk.
void ZvtTerminal::take(const zvt::Apdu& apdu, Talk& talk, const Texts& texts)
{
    if (apdu.is(0x04, 0x0F)) {
        talk.status = zvt::readFields(apdu.data);
    } else if (apdu.is(0x04, 0xFF)) {
        const auto status = zvt::readIntermediate(apdu.data);
        if (texts)
            texts(status.text.empty() ? zvt::promptWord(status.code) : status.text);
    } else if (apdu.is(0x06, 0xD1)) {
        // A line alone does not say whose paper it is for.
        addLines(talk.merchantSlip, zvt::readPrintLine(apdu.data).lines);
    } else if (apdu.is(0x06, 0xD3)) {
        const auto printed = zvt::readPrintBlock(apdu.data);
        addLines(printed.kind == zvt::SlipKind::Customer ? talk.customerSlip : talk.merchantSlip,
            printed.lines);
    } else if (apdu.is(0x06, 0x0F)) {
        talk.end = Talk::End::Completed;
        talk.last = zvt::readFields(apdu.data);
    } else if (apdu.is(0x06, 0x1E)) {
        talk.end = Talk::End::Aborted;
        talk.code = apdu.data.empty() ? 0xFF : apdu.data[0];
        if (!apdu.data.empty())
            talk.last = zvt::readFields(std::span(apdu.data).subspan(1));
    }
}

/// Acknowledges a message; whether the talk is over.
bool ZvtTerminal::answered(const zvt::Apdu& apdu, Talk& talk)
{
    if (apdu.is(0x80, 0x00) || apdu.classByte == 0x84)
        return false;
    const bool over = talk.end == Talk::End::Completed || talk.end == Talk::End::Aborted;
    auto sent = m_link.send(zvt::acknowledge());
    // It has said all; that our last word went astray is its own affair.
    if (over)
        return true;
    if (sent)
        return false;
    talk.error = sent.error();
    return true;
}

Error ZvtTerminal::faultOfTalk(const Talk& talk) const
{
    if (talk.error)
        return *talk.error;
    if (talk.code == kBusy)
        return deviceError(DeviceFault::Busy, m_address, zvt::codeWord(talk.code));
    if (talk.code == kAbortedByCustomer)
        return deviceError(DeviceFault::Cancelled, m_address, zvt::codeWord(talk.code));
    if (talk.end == Talk::End::Refused)
        return deviceError(DeviceFault::Unsupported, m_address, zvt::codeWord(talk.code));
    return deviceError(DeviceFault::Declined, m_address, zvt::codeWord(talk.code));
}

PaymentOutcome ZvtTerminal::outcomeOf(const Talk& talk) const
{
    PaymentOutcome outcome;
    outcome.customerSlip = talk.customerSlip;
    outcome.merchantSlip = talk.merchantSlip;
    if (talk.status)
        outcome.evidence = zvt::evidenceOf(*talk.status);
    const bool saysApproved = talk.status && talk.status->result == kApproved;
    const bool saysNot = talk.status && talk.status->result && !saysApproved;
    switch (talk.end) {
    case Talk::End::Completed:
        if (saysApproved) {
            outcome.state = PaymentState::Approved;
        } else if (saysNot) {
            outcome.state = PaymentState::Declined;
            outcome.fault = deviceError(DeviceFault::Declined, m_address, outcome.evidence.result);
        } else {
            outcome.fault = deviceError(DeviceFault::OutcomeUnknown, m_address, "no result");
        }
        break;
    case Talk::End::Aborted:
        if (saysApproved) {
            // It contradicts itself: its memory is asked.
            outcome.fault =
                deviceError(DeviceFault::OutcomeUnknown, m_address, zvt::codeWord(talk.code));
            break;
        }
        outcome.state =
            talk.code == kAbortedByCustomer ? PaymentState::Aborted : PaymentState::Declined;
        outcome.evidence.result = zvt::codeWord(talk.code);
        outcome.fault = faultOfTalk(talk);
        break;
    case Talk::End::Refused:
        outcome.state = PaymentState::Aborted;
        outcome.evidence.result = zvt::codeWord(talk.code);
        outcome.fault = faultOfTalk(talk);
        break;
    case Talk::End::Lost: outcome.fault = talk.error; break;
    }
    return outcome;
}

/// A line that was silent for long may be dead without a sign. That comes out before the money is
/// asked for, so that it is an error and no unknown payment.
Result<void> ZvtTerminal::probe()
{
    if (!m_link.isOpen())
        return deviceError(DeviceFault::LinkLost, m_address, "closed");
    if (ZvtClock::now() - m_lastHeard < m_timing.idle)
        return {};
    const auto done = talk(zvt::statusEnquiry(m_settings.password), Texts{});
    // Whatever it answers, it is there.
    if (done.end == Talk::End::Lost)
        return faultOfTalk(done);
    return {};
}

PaymentOutcome ZvtTerminal::charge(const zvt::Apdu& command, PaymentProgress& progress)
{
    m_abort = false;
    if (auto alive = probe(); !alive)
        return notSent(alive.error());
    // From here on it is heard that somebody gives up; before, sending() says so.
    m_busy = true;
    if (auto stored = progress.sending(); !stored) {
        m_busy = false;
        return notSent(stored.error());
    }
    const auto done = talk(command, [&](const std::string& text) { progress.interacting(text); });
    m_busy = false;
    auto outcome = outcomeOf(done);
    // What it says later on this line would pass for an answer to something else.
    if (outcome.state == PaymentState::Unknown)
        m_link.close();
    return outcome;
}

PaymentOutcome ZvtTerminal::authorise(const PaymentAttempt& attempt, PaymentProgress& progress)
{
    return charge(zvt::authorisation(attempt.amount, m_settings.currency), progress);
}

PaymentOutcome ZvtTerminal::reverse(
    const PaymentAttempt&, const PaymentAttempt& original, PaymentProgress& progress)
{
    const std::string& receipt = original.evidence.receipt;
    const bool isNumber = !receipt.empty() && receipt.size() <= 4
        && std::ranges::all_of(receipt, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return notSent(deviceError(DeviceFault::Unsupported, m_address, "no receipt number"));
    return charge(zvt::reversal(m_settings.password, receipt), progress);
}

PaymentOutcome ZvtTerminal::refund(
    const PaymentAttempt& attempt, const PaymentAttempt*, PaymentProgress& progress)
{
    return charge(zvt::refund(m_settings.password, attempt.amount, m_settings.currency), progress);
}

PaymentOutcome ZvtTerminal::resolve(const PaymentAttempt& attempt)
{
    PaymentOutcome outcome;
    auto ready = m_link.isOpen() ? probe() : open();
    if (!ready) {
        outcome.fault = ready.error();
        return outcome;
    }
    const auto done = talk(zvt::repeatReceipt(m_settings.password), Texts{});
    if (done.end != Talk::End::Completed || !done.status || !done.status->result) {
        outcome.fault = done.end == Talk::End::Completed
            ? deviceError(DeviceFault::OutcomeUnknown, m_address, "no result")
            : faultOfTalk(done);
        std::string text = done.merchantSlip + done.customerSlip;
        std::ranges::replace(text, '\n', '|');
        outcome.evidence.text = std::move(text);
        return outcome;
    }
    const LastTransaction last{done.status->result == kApproved, zvt::evidenceOf(*done.status),
        localTime(done.status->date, done.status->time, attempt.createdAt)};
    outcome = judgeLastTransaction(attempt, last);
    // The paper of another payment is of no use to this one's customer.
    if (outcome.state != PaymentState::Approved && outcome.state != PaymentState::Declined)
        return outcome;
    outcome.customerSlip = done.customerSlip;
    outcome.merchantSlip = done.merchantSlip;
    return outcome;
}

Result<TerminalTotals> ZvtTerminal::endOfDay()
{
    BL_CHECK(probe());
    const auto done = talk(zvt::endOfDay(m_settings.password), Texts{});
    if (done.end != Talk::End::Completed)
        return faultOfTalk(done);
    TerminalTotals totals;
    if (done.status) {
        totals.amount = done.status->amount.value_or(Money{});
        totals.trace = done.status->trace;
        totals.count = zvt::countOf(done.status->totals);
    }
    totals.slip = done.merchantSlip + done.customerSlip;
    return totals;
}

Result<std::string> ZvtTerminal::diagnose()
{
    if (!m_link.isOpen())
        BL_CHECK(open());
    const auto done = talk(zvt::diagnosis(), Texts{});
    if (done.end != Talk::End::Completed)
        return faultOfTalk(done);
    std::string said = m_reading.identity;
    for (const auto& part :
        {done.status ? zvt::joinedText(*done.status) : std::string{}, done.merchantSlip}) {
        if (!part.empty())
            said += '\n' + part;
    }
    return said;
}

void ZvtTerminal::requestAbort()
{
    m_abort = m_busy.load();
    m_link.wake();
}

}  // namespace bl
