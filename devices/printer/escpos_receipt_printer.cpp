#include "devices/printer/escpos_receipt_printer.h"

#include <algorithm>
#include <array>
#include <span>

namespace bl {

namespace {

using escpos::PrinterCondition;
using escpos::StatusQuery;
using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Small enough that a printer which takes data at all takes one such piece within the stall
/// timeout.
constexpr std::size_t kPieceBytes = 1024;

DeviceFault faultOf(PrinterCondition condition)
{
    switch (condition) {
    case PrinterCondition::Ready: break;
    case PrinterCondition::PaperOut: return DeviceFault::NoPaper;
    case PrinterCondition::CoverOpen: return DeviceFault::CoverOpen;
    case PrinterCondition::CutterJam: return DeviceFault::CutterJam;
    case PrinterCondition::Fault: break;
    }
    return DeviceFault::Busy;
}

/// Waits for a byte that `wanted` accepts and passes over others, such as an answer that came too
/// late.
template <typename Wanted>
Result<std::optional<std::uint8_t>> awaitByte(
    Transport& transport, milliseconds timeout, Wanted wanted)
{
    const auto deadline = SteadyClock::now() + timeout;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - SteadyClock::now());
        std::array<std::uint8_t, 1> byte{};
        BL_TRY(const std::size_t count, transport.read(byte, std::max(left, milliseconds{0})));
        if (count == 0)
            return std::optional<std::uint8_t>{};
        if (wanted(byte[0]))
            return std::optional<std::uint8_t>{byte[0]};
        if (left.count() <= 0)
            return std::optional<std::uint8_t>{};  // a device that babbles is as good as silent
    }
}

}  // namespace

EscPosReceiptPrinter::EscPosReceiptPrinter(std::string address, PrinterProfile profile,
    std::unique_ptr<Transport> transport, std::shared_ptr<const LineRasterizer> rasterizer,
    Timing timing)
    : m_address(std::move(address))
    , m_profile(std::move(profile))
    , m_transport(std::move(transport))
    , m_rasterizer(std::move(rasterizer))
    , m_timing(timing)
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

Error EscPosReceiptPrinter::unknown() const
{
    return deviceError(DeviceFault::OutcomeUnknown, m_address);
}

Error EscPosReceiptPrinter::beforeFirstByte(const Error& cause) const
{
    return cause.code == ErrorCode::Cancelled ? cause : failed(cause);
}

Result<void> EscPosReceiptPrinter::print(const ReceiptDocument& document, DrawerPulse drawer)
{
    BL_TRY(const auto job, escpos::encodeJob(document, m_profile, drawer, *m_rasterizer));
    if (const auto opened = m_transport->open(m_timing.connect); !opened)
        return beforeFirstByte(opened.error());
    if (const auto status = checkStatus(); !status) {
        m_transport->close(Transport::Ending::Orderly);
        return status;
    }
    auto outcome = send(job);
    // Data that still waits in this computer after a failure must not come out next to a later
    // copy.
    m_transport->close(outcome ? Transport::Ending::Orderly : Transport::Ending::Abandoned);
    return outcome;
}

Result<void> EscPosReceiptPrinter::checkStatus()
{
    for (const auto query : {StatusQuery::Offline, StatusQuery::Paper}) {
        const auto answer = ask(query);
        if (!answer)
            return beforeFirstByte(answer.error());
        if (!*answer)
            return {};  // unknown is not offline: many printers and print servers answer nothing
        PrinterCondition condition = **answer;
        if (condition == PrinterCondition::Fault) {
            const auto cause = ask(StatusQuery::Error);
            if (cause && *cause && **cause != PrinterCondition::Ready)
                condition = **cause;
        }
        if (condition != PrinterCondition::Ready)
            return failed(faultOf(condition));
    }
    return {};
}

Result<std::optional<PrinterCondition>> EscPosReceiptPrinter::ask(StatusQuery query)
{
    BL_CHECK(m_transport->write(escpos::encodeStatusQuery(query), m_timing.status));
    BL_TRY(const auto byte, awaitByte(*m_transport, m_timing.status, escpos::isStatusAnswer));
    if (!byte)
        return std::optional<PrinterCondition>{};
    return std::optional{escpos::readStatus(query, *byte)};
}

Result<void> EscPosReceiptPrinter::send(const std::vector<std::uint8_t>& job)
{
    std::span<const std::uint8_t> rest(job);
    while (!rest.empty()) {
        const auto piece = rest.first(std::min(rest.size(), kPieceBytes));
        // The cut comes last, so a job that was not sent to its end cannot have come out whole.
        if (const auto written = m_transport->write(piece, m_timing.stall); !written)
            return failed(written.error());
        rest = rest.subspan(piece.size());
    }
    if (m_profile.jobDone)
        return awaitDone();
    if (!m_transport->flush(m_timing.stall))
        return unknown();
    return {};
}

Result<void> EscPosReceiptPrinter::finished(std::uint8_t answer) const
{
    const auto condition = escpos::readJobDone(answer);
    if (condition != PrinterCondition::Ready)
        return failed(faultOf(condition));
    return {};
}

Result<void> EscPosReceiptPrinter::awaitDone()
{
    if (!m_transport->write(escpos::encodeJobDoneQuery(), m_timing.stall))
        return unknown();
    const auto start = SteadyClock::now();
    auto lastSign = start;
    while (SteadyClock::now() - start < m_timing.whole
        && SteadyClock::now() - lastSign < m_timing.silence) {
        const auto done = awaitByte(*m_transport, m_timing.poll, escpos::isJobDoneAnswer);
        if (!done)
            return unknown();
        if (*done)
            return finished(**done);
        // A printer that ran out of paper in the middle waits with the rest of its data and says so
        // only when asked ahead of them; one that still prints answers that it is ready.
        for (const auto query : {StatusQuery::Offline, StatusQuery::Paper}) {
            if (!m_transport->write(escpos::encodeStatusQuery(query), m_timing.status))
                return unknown();
            const auto answer =
                awaitByte(*m_transport, m_timing.status, [](std::uint8_t) { return true; });
            if (!answer)
                return unknown();
            if (!*answer)
                break;
            lastSign = SteadyClock::now();
            if (escpos::isJobDoneAnswer(**answer))
                return finished(**answer);
            if (!escpos::isStatusAnswer(**answer))
                break;
            const auto condition = escpos::readStatus(query, **answer);
            if (condition != PrinterCondition::Ready)
                return failed(faultOf(condition));
        }
    }
    return unknown();
}

}  // namespace bl
