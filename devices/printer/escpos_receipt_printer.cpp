#include "devices/printer/escpos_receipt_printer.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace bl {

namespace {

using escpos::PrinterCondition;
using escpos::StatusQuery;
using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Small enough that a printer which takes data at all takes one such piece within the stall
/// timeout.
constexpr std::size_t kPieceBytes = 1024;
constexpr int kLongestPause = 8;
/// A device that babbles must not keep the slot from its jobs.
constexpr int kAnswersAtOnce = 64;

std::optional<DeviceFault> faultOf(PrinterCondition condition)
{
    switch (condition) {
    case PrinterCondition::Ready: return std::nullopt;
    case PrinterCondition::PaperOut: return DeviceFault::NoPaper;
    case PrinterCondition::CoverOpen: return DeviceFault::CoverOpen;
    case PrinterCondition::CutterJam: return DeviceFault::CutterJam;
    case PrinterCondition::Fault: return DeviceFault::Busy;
    }
    return std::nullopt;
}

milliseconds until(SteadyClock::time_point deadline)
{
    return std::max(
        std::chrono::ceil<milliseconds>(deadline - SteadyClock::now()), milliseconds{0});
}

}  // namespace

EscPosReceiptPrinter::EscPosReceiptPrinter(std::string address, PrinterProfile profile, Line line,
    std::unique_ptr<Transport> transport, std::shared_ptr<const LineRasterizer> rasterizer,
    Timing timing)
    : m_address(std::move(address))
    , m_profile(std::move(profile))
    , m_line(line)
    , m_transport(std::move(transport))
    , m_rasterizer(std::move(rasterizer))
    , m_timing(timing)
    , m_watch(
          m_profile.jobDone, static_cast<unsigned>(SteadyClock::now().time_since_epoch().count()))
{
}

Error EscPosReceiptPrinter::failed(DeviceFault fault) const
{
    return deviceError(fault, m_address);
}

Error EscPosReceiptPrinter::failed(const Error& cause) const
{
    if (cause.code == ErrorCode::Cancelled)
        return deviceError(DeviceFault::LinkLost, m_address, "given up");
    return {ErrorCode::DeviceFailed, {cause.detail[0], m_address, cause.detail[2]}};
}

Error EscPosReceiptPrinter::beforeFirstByte(const Error& cause) const
{
    return cause.code == ErrorCode::Cancelled ? cause : failed(cause);
}

Error EscPosReceiptPrinter::unknown() const
{
    return deviceError(DeviceFault::OutcomeUnknown, m_address);
}

Result<void> EscPosReceiptPrinter::connect()
{
    if (m_transport->isOpen())
        return {};
    m_answers.reset();
    m_asked.clear();
    m_talks = m_justAsked = false;
    m_nextProbe = SteadyClock::now() + m_timing.probe;
    if (const auto opened = m_transport->open(m_timing.connect); !opened)
        return beforeFirstByte(opened.error());
    return {};
}

void EscPosReceiptPrinter::release()
{
    if (m_line == Line::PerJob)
        m_transport->close(Transport::Ending::Orderly);
}

Result<void> EscPosReceiptPrinter::open()
{
    BL_CHECK(connect());
    auto ready = m_profile.status ? identify() : Result<void>{};
    if (ready && m_line == Line::Kept && m_profile.status)
        ready = m_transport->write(escpos::encodeAutomaticStatus(), m_timing.status);
    if (!ready) {
        close();
        return beforeFirstByte(ready.error());
    }
    // A shared printer's line stays open for a job that waits; attend() ends it.
    m_justAsked = m_profile.status;
    return {};
}

Result<void> EscPosReceiptPrinter::identify()
{
    // A printer without paper is there all the same: its fault stands in the reading.
    if (const auto status = checkStatus(); !status && !m_reading.fault)
        return status;
    if (!m_reading.identity.empty())
        return {};
    std::string identity;
    for (const auto query : {escpos::IdentityQuery::Maker, escpos::IdentityQuery::Model}) {
        BL_CHECK(m_transport->write(escpos::encodeIdentityQuery(query), m_timing.status));
        const auto deadline = SteadyClock::now() + m_timing.status;
        for (;;) {
            BL_TRY(const auto answer, next(until(deadline)));
            if (!answer)
                return {};  // most simple printers know nothing of themselves
            if (const auto* said = std::get_if<escpos::IdentityAnswer>(&*answer)) {
                identity += (identity.empty() ? "" : " ") + said->text;
                break;
            }
        }
    }
    m_reading.identity = identity;
    m_reading.flags.simulated = identity == "Branchline devsim";
    return {};
}

void EscPosReceiptPrinter::close()
{
    m_transport->close(Transport::Ending::Abandoned);
}

Result<void> EscPosReceiptPrinter::attend(milliseconds limit)
{
    m_justAsked = false;
    if (m_line == Line::PerJob) {
        m_transport->close(Transport::Ending::Orderly);
        BL_CHECK(m_transport->await(std::min(limit, until(m_nextProbe))));
        // A job that ended the wait asks by itself.
        if (SteadyClock::now() < m_nextProbe)
            return {};
        BL_CHECK(connect());
        const auto status = m_profile.status ? checkStatus() : Result<void>{};
        m_transport->close(Transport::Ending::Orderly);
        return status || m_reading.fault ? Result<void>{} : status;
    }
    // A job that failed ended its connection; the next one begins with the same questions.
    if (!m_transport->isOpen())
        return open();
    BL_CHECK(m_transport->await(limit));
    return takeWaiting();
}

Result<PrintProof> EscPosReceiptPrinter::print(const ReceiptDocument& document, DrawerPulse drawer)
{
    m_paperTrace = PaperTrace::None;
    const bool pulseAlone = document.blocks.empty();
    if (pulseAlone && drawer == DrawerPulse::Open && !m_profile.drawer)
        return noDrawer(m_address);
    BL_TRY(const auto job, escpos::encodeJob(document, m_profile, drawer, *m_rasterizer));
    BL_CHECK(connect());
    if (const auto ready = checkBeforeJob(); !ready) {
        const bool opens = drawer == DrawerPulse::Open && m_profile.drawer && m_reading.fault;
        const auto pulsed = opens ? pulseInSpite() : Result<PrintProof>{ready.error()};
        m_transport->close(Transport::Ending::Orderly);
        return pulseAlone ? pulsed : Result<PrintProof>{ready.error()};
    }
    auto outcome = send(job);
    if (outcome)
        release();
    else
        // Data that still waits in this computer after a failure must not come out next to a later
        // copy.
        m_transport->close(Transport::Ending::Abandoned);
    return outcome;
}

/// The change has to be paid out whether or not there is paper.
Result<PrintProof> EscPosReceiptPrinter::pulseInSpite()
{
    if (const auto sent = m_transport->write(escpos::encodeUrgentPulse(), m_timing.status); !sent)
        return failed(sent.error());
    if (!m_transport->flush(m_timing.status))
        return unknown();
    return PrintProof::Sent;
}

Result<void> EscPosReceiptPrinter::checkBeforeJob()
{
    if (std::exchange(m_justAsked, false))
        return m_reading.fault ? Result<void>(failed(*m_reading.fault)) : Result<void>{};
    m_talks = false;
    return m_profile.status ? checkStatus() : Result<void>{};
}

Result<void> EscPosReceiptPrinter::takeWaiting()
{
    for (int said = 0; said < kAnswersAtOnce; ++said) {
        BL_TRY(const auto answer, next(milliseconds{0}));
        if (!answer)
            break;
    }
    return {};
}

Result<void> EscPosReceiptPrinter::checkStatus()
{
    // What comes late of what was asked before is no answer to what is asked now.
    if (const auto taken = takeWaiting(); !taken)
        return beforeFirstByte(taken.error());
    m_asked.clear();
    for (const auto query : {StatusQuery::Offline, StatusQuery::Paper, StatusQuery::Printer}) {
        if (query == StatusQuery::Printer && !m_profile.drawerSwitch)
            continue;
        const auto answer = ask(query);
        if (!answer)
            return beforeFirstByte(answer.error());
        if (!*answer) {
            m_reading.fault.reset();
            return {};  // unknown is not offline: many printers and print servers answer nothing
        }
        escpos::StatusReading said = **answer;
        if (query == StatusQuery::Printer) {
            m_reading.flags.drawerOpen = said.drawerHigh;
            break;
        }
        if (said.condition == PrinterCondition::Fault) {
            const auto cause = ask(StatusQuery::Error);
            if (cause && *cause && (*cause)->condition != PrinterCondition::Ready)
                said.condition = (*cause)->condition;
        }
        m_reading.flags.coverOpen = said.condition == PrinterCondition::CoverOpen;
        m_reading.flags.paperOut = said.condition == PrinterCondition::PaperOut;
        if (query == StatusQuery::Paper)
            m_reading.flags.paperNearEnd = said.paperNearEnd;
        m_reading.fault = faultOf(said.condition);
        if (m_reading.fault)
            return failed(*m_reading.fault);
    }
    return {};
}

void EscPosReceiptPrinter::take(const escpos::Answer& answer)
{
    if (const auto* status = std::get_if<escpos::AutomaticStatus>(&answer)) {
        m_reading.flags.paperNearEnd = status->paperNearEnd;
        m_reading.flags.drawerOpen = m_profile.drawerSwitch && status->drawerHigh;
        m_reading.flags.coverOpen = status->condition == PrinterCondition::CoverOpen;
        m_reading.flags.paperOut = status->condition == PrinterCondition::PaperOut;
        m_reading.fault = faultOf(status->condition);
    }
    m_watch.take(answer);
}

Result<std::optional<escpos::Answer>> EscPosReceiptPrinter::next(milliseconds timeout)
{
    const auto deadline = SteadyClock::now() + timeout;
    for (bool late = false;;) {
        if (auto answer = m_answers.next()) {
            m_talks = true;
            take(*answer);
            return answer;
        }
        // A device that babbles is as good as silent.
        if (late)
            return std::optional<escpos::Answer>{};
        std::array<std::uint8_t, 64> bytes{};
        BL_TRY(const std::size_t count, m_transport->read(bytes, until(deadline)));
        if (count == 0)
            return std::optional<escpos::Answer>{};
        m_answers.feed(std::span(bytes).first(count));
        late = timeout.count() > 0 && SteadyClock::now() >= deadline;
    }
}

Result<std::optional<escpos::StatusReading>> EscPosReceiptPrinter::ask(StatusQuery query)
{
    BL_CHECK(m_transport->write(escpos::encodeStatusQuery(query), m_timing.status));
    m_asked.push_back(query);
    const auto deadline = SteadyClock::now() + m_timing.status;
    for (;;) {
        BL_TRY(const auto answer, next(until(deadline)));
        if (!answer)
            return std::optional<escpos::StatusReading>{};
        const auto* status = std::get_if<escpos::StatusAnswer>(&*answer);
        if (!status || m_asked.empty())
            continue;
        const auto answered = m_asked.front();
        m_asked.pop_front();
        if (answered == query)
            return std::optional{escpos::readStatus(query, *status)};
    }
}

Result<PrintProof> EscPosReceiptPrinter::send(const std::vector<std::uint8_t>& job)
{
    m_paperTrace = PaperTrace::Possible;
    std::span<const std::uint8_t> rest(job);
    while (!rest.empty()) {
        const auto piece = rest.first(std::min(rest.size(), kPieceBytes));
        // The cut comes last, so a job that was not sent to its end cannot have come out whole.
        if (const auto written = m_transport->write(piece, m_timing.stall); !written)
            return failed(written.error());
        rest = rest.subspan(piece.size());
    }
    if (m_profile.jobDone != JobDone::None)
        return awaitDone(patience(job.size()));
    if (!m_transport->flush(m_timing.stall))
        return unknown();
    return PrintProof::Sent;
}

Result<PrintProof> EscPosReceiptPrinter::finished()
{
    // What is open now and does not come soon will never: it must not cost the next jobs time.
    const auto deadline = SteadyClock::now() + m_timing.poll;
    while (m_watch.isOpen()) {
        const auto answer = next(until(deadline));
        if (!answer || !*answer)
            break;
    }
    m_watch.forget();
    if (const auto fault = faultOf(*m_watch.done()))
        return failed(*fault);
    return PrintProof::Confirmed;
}

/// What is asked ahead of the data stands behind them where the line is slow: one that answered
/// before the job is at work on it.
milliseconds EscPosReceiptPrinter::patience(std::size_t bytes) const
{
    if (!m_talks)
        return m_timing.silence;
    return std::min(
        m_timing.silence + m_timing.byte * static_cast<milliseconds::rep>(bytes), m_timing.whole);
}

Result<PrintProof> EscPosReceiptPrinter::awaitDone(milliseconds silence)
{
    if (!takeWaiting())
        return unknown();
    // It told by itself while it was sent the job.
    if (m_reading.fault)
        return failed(*m_reading.fault);
    m_watch.begin();
    if (!m_transport->write(m_watch.ask(), m_timing.stall))
        return unknown();
    const auto start = SteadyClock::now();
    auto lastSign = start;
    // Questions that nobody answers pile up on a slow line and would hold up the next job.
    auto pause = m_timing.poll;
    while (SteadyClock::now() - start < m_timing.whole && SteadyClock::now() - lastSign < silence) {
        const auto said = next(pause);
        if (!said)
            return unknown();
        if (*said)
            lastSign = SteadyClock::now();
        pause = *said ? m_timing.poll : std::min(2 * pause, kLongestPause * m_timing.poll);
        if (m_watch.done())
            return finished();
        while (m_watch.wantsAnother())
            if (!m_transport->write(m_watch.ask(), m_timing.stall))
                return unknown();
        if (*said) {
            if (std::holds_alternative<escpos::AutomaticStatus>(**said) && m_reading.fault)
                return failed(*m_reading.fault);
            continue;
        }
        // A printer that ran out of paper in the middle waits with the rest of its data and says so
        // only when asked ahead of them; one that still prints answers that it is ready.
        for (const auto ahead : {StatusQuery::Offline, StatusQuery::Paper}) {
            const auto answer = ask(ahead);
            if (!answer)
                return unknown();
            if (m_watch.done())
                return finished();
            if (!*answer)
                break;
            lastSign = SteadyClock::now();
            if (const auto fault = faultOf((*answer)->condition)) {
                m_reading.fault = fault;
                return failed(*fault);
            }
        }
    }
    return unknown();
}

}  // namespace bl
