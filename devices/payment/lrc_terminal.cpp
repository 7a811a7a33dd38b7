#include "devices/payment/lrc_terminal.h"

#include "devices/payment/last_transaction.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace bl {

using payments::PaymentAttempt;
using payments::PaymentOutcome;
using payments::PaymentState;

namespace {

using LrcClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kTries = 3;

PaymentOutcome lrcNotSent(Error why)
{
    PaymentOutcome outcome;
    outcome.state = PaymentState::Aborted;
    outcome.fault = std::move(why);
    return outcome;
}

/// The day of a payment as terminals want it back: YYYYMMDD.
std::string dayOf(const PaymentAttempt& attempt)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(attempt.createdAt));
    std::tm local{};
    ::localtime_r(&seconds, &local);
    std::array<char, 16> text{};
    (void)std::strftime(text.data(), text.size(), "%Y%m%d", &local);
    std::string day = text.data();
    // Its own clock counts, where it told.
    const std::string& told = attempt.evidence.time;
    return told.size() >= 4 ? day.substr(0, 4) + told.substr(0, 4) : day;
}

}  // namespace

LrcTerminal::LrcTerminal(std::string address, std::unique_ptr<Transport> transport,
    const lrc::Profile& profile, std::function<void(DeviceEvent)> emit, LrcTiming timing)
    : LineDriver(std::move(transport), std::move(address), std::move(emit))
    , m_profile(profile)
    , m_timing(timing)
    , m_reader(profile.length)
{
}

void LrcTerminal::forget()
{
    m_reader.reset();
    m_heard.clear();
}

Result<void> LrcTerminal::received(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    m_lastHeard = at;
    for (const auto byte : bytes) {
        const auto event = m_reader.take(byte);
        if (event != Event::Nothing)
            m_heard.push_back({event, event == Event::Frame ? m_reader.data() : lrc::Bytes{}});
    }
    return {};
}

Result<LrcTerminal::Event> LrcTerminal::nextEvent(milliseconds limit)
{
    const auto deadline = LrcClock::now() + limit;
    while (m_heard.empty()) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - LrcClock::now());
        if (left.count() <= 0)
            return Event::Nothing;
        BL_CHECK(listen(left));
    }
    const auto heard = std::move(m_heard.front());
    m_heard.pop_front();
    if (heard.event == Event::Frame)
        m_data = heard.data;
    return heard.event;
}

Result<void> LrcTerminal::write(std::span<const std::uint8_t> bytes)
{
    return line().write(bytes, m_timing.write);
}

/// Until the terminal says that it came through. It is repeated only where the terminal says that
/// it did not: silence may be an acknowledgement that was lost.
Result<void> LrcTerminal::sendRequest(const lrc::Bytes& framed, Taken& taken)
{
    for (int tries = 0; tries < kTries; ++tries) {
        taken = Taken::Yes;
        BL_CHECK(write(framed));
        BL_TRY(const Event event, nextEvent(m_timing.acknowledge));
        if (event == Event::Ack)
            return {};
        if (event != Event::Nak)
            return event == Event::Nothing
                ? deviceError(DeviceFault::Timeout, name(), "no acknowledgement")
                : deviceError(DeviceFault::ProtocolError, name(), "no acknowledgement");
        taken = Taken::No;
    }
    return deviceError(DeviceFault::ProtocolError, name(), "NAK");
}

Result<lrc::Bytes> LrcTerminal::awaitAnswer()
{
    const auto deadline = LrcClock::now() + m_timing.answer;
    int damaged = 0;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - LrcClock::now());
        BL_TRY(const Event event, nextEvent(std::max(left, milliseconds{0})));
        if (event == Event::Nothing)
            return deviceError(DeviceFault::Timeout, name());
        if (event == Event::Frame) {
            const std::uint8_t ack = lrc::kAck;
            // It has said all; that our last word went astray is its own affair.
            (void)write(std::span(&ack, 1));
            return m_data;
        }
        if (event != Event::Damaged)
            continue;
        if (++damaged == kTries)
            return deviceError(DeviceFault::ProtocolError, name(), "damaged");
        const std::uint8_t nak = lrc::kNak;
        BL_CHECK(write(std::span(&nak, 1)));
    }
}

/// Sends a request and hears its answer. A link that failed is closed: what comes later on it would
/// pass for an answer to something else.
LrcTerminal::Talk LrcTerminal::talk(const lrc::Values& values, PaymentProgress* progress)
{
    Talk talk;
    m_heard.clear();
    const auto framed = lrc::frame(m_profile.length, lrc::requestData(m_profile, values));
    if (auto sent = sendRequest(framed, talk.taken); !sent) {
        talk.error = sent.error();
        close();
        return talk;
    }
    if (progress)
        progress->interacting({});
    const auto data = awaitAnswer();
    if (!data) {
        talk.error = data.error();
        close();
        return talk;
    }
    talk.answer = lrc::readAnswer(m_profile, *data);
    if (!talk.answer) {
        talk.error = deviceError(DeviceFault::ProtocolError, name(), "short answer");
        close();
    }
    return talk;
}

bool LrcTerminal::is(const std::vector<std::string>& results, const lrc::Answer& answer) const
{
    return std::ranges::find(results, answer.result) != results.end();
}

Error LrcTerminal::faultOfAnswer(const lrc::Answer& answer) const
{
    auto fault = DeviceFault::Declined;
    if (is(m_profile.busy, answer))
        fault = DeviceFault::Busy;
    else if (is(m_profile.cancelled, answer))
        fault = DeviceFault::Cancelled;
    return deviceError(fault, name(),
        answer.result + (answer.evidence.text.empty() ? "" : " " + answer.evidence.text));
}

Result<void> LrcTerminal::opened()
{
    const auto said = talk({{"command", m_profile.status}});
    if (said.error)
        return *said.error;
    if (!is(m_profile.approved, *said.answer))
        return faultOfAnswer(*said.answer);
    setIdentity("LRC " + m_profile.name + ' ' + said.answer->evidence.terminal);
    return {};
}

Result<void> LrcTerminal::probe()
{
    if (!line().isOpen())
        return deviceError(DeviceFault::LinkLost, name(), "closed");
    if (LrcClock::now() - m_lastHeard < m_timing.idle)
        return {};
    const auto said = talk({{"command", m_profile.status}});
    return said.error ? Result<void>{*said.error} : Result<void>{};
}

PaymentOutcome LrcTerminal::charge(const lrc::Values& values, PaymentProgress& progress)
{
    // Cut, it would be another amount.
    const auto room = std::ranges::find(m_profile.request, "amount", &lrc::Field::name);
    if (room == m_profile.request.end() || values.at("amount").size() > room->length)
        return lrcNotSent(deviceError(DeviceFault::Unsupported, name(), "amount"));
    if (auto alive = probe(); !alive)
        return lrcNotSent(alive.error());
    if (auto stored = progress.sending(); !stored)
        return lrcNotSent(stored.error());
    const auto said = talk(values, &progress);
    PaymentOutcome outcome;
    if (said.error) {
        outcome.fault = said.error;
        // It said three times that it did not understand.
        if (said.taken == Taken::No)
            outcome.state = PaymentState::Aborted;
        return outcome;
    }
    outcome.evidence = said.answer->evidence;
    if (is(m_profile.approved, *said.answer)) {
        outcome.state = PaymentState::Approved;
        return outcome;
    }
    outcome.fault = faultOfAnswer(*said.answer);
    outcome.state = isFault(*outcome.fault, DeviceFault::Declined) ? PaymentState::Declined
                                                                   : PaymentState::Aborted;
    return outcome;
}

PaymentOutcome LrcTerminal::authorise(const PaymentAttempt& attempt, PaymentProgress& progress)
{
    return charge(
        {{"command", m_profile.charge}, {"amount", std::to_string(attempt.amount.minor())}},
        progress);
}

PaymentOutcome LrcTerminal::reverse(
    const PaymentAttempt& reversal, const PaymentAttempt& original, PaymentProgress& progress)
{
    if (original.evidence.trace.empty())
        return lrcNotSent(deviceError(DeviceFault::Unsupported, name(), "no trace"));
    return charge(
        {{"command", m_profile.reversal}, {"amount", std::to_string(reversal.amount.minor())},
            {"originalDate", dayOf(original)}, {"originalReference", original.evidence.receipt},
            {"originalTrace", original.evidence.trace}},
        progress);
}

PaymentOutcome LrcTerminal::refund(
    const PaymentAttempt& attempt, const PaymentAttempt* original, PaymentProgress& progress)
{
    if (!original)
        return lrcNotSent(deviceError(DeviceFault::Unsupported, name(), "no original"));
    return charge(
        {{"command", m_profile.refund}, {"amount", std::to_string(attempt.amount.minor())},
            {"originalDate", dayOf(*original)}, {"originalReference", original->evidence.receipt},
            {"originalTrace", original->evidence.trace}},
        progress);
}

PaymentOutcome LrcTerminal::resolve(const PaymentAttempt& attempt)
{
    PaymentOutcome outcome;
    auto ready = line().isOpen() ? probe() : open();
    if (!ready) {
        outcome.fault = ready.error();
        return outcome;
    }
    const auto said = talk({{"command", m_profile.last}});
    if (said.error) {
        outcome.fault = said.error;
        return outcome;
    }
    // A terminal that is busy, or remembers nothing, has no trace in its answer.
    return judgeLastTransaction(attempt,
        {is(m_profile.approved, *said.answer), said.answer->evidence,
            localTime(said.answer->date, said.answer->time, attempt.createdAt)});
}

Result<TerminalTotals> LrcTerminal::endOfDay()
{
    BL_CHECK(probe());
    const auto said = talk({{"command", m_profile.settle}});
    if (said.error)
        return *said.error;
    if (!is(m_profile.approved, *said.answer))
        return faultOfAnswer(*said.answer);
    TerminalTotals totals;
    totals.amount = said.answer->evidence.amount.value_or(Money{});
    totals.trace = said.answer->evidence.trace;
    totals.slip = said.answer->evidence.text;
    return totals;
}

Result<std::string> LrcTerminal::diagnose()
{
    if (!line().isOpen())
        BL_CHECK(open());
    const auto said = talk({{"command", m_profile.status}});
    if (said.error)
        return *said.error;
    return reading().identity + '\n' + said.answer->result + ' ' + said.answer->evidence.text;
}

}  // namespace bl
