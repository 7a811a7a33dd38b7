#include "devices/label/tspl_label_printer.h"

#include "devices/label/label_painter.h"
#include "devices/slot/driver_factory.h"
#include "devices/transport/transport_factory.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace bl {

namespace {

using TsplClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kTsplPieceBytes = 1024;
/// As many labels as a printer is given before it has to say that it printed them: its memory is
/// small, and whoever waits wants to hear of trouble.
constexpr int kLabelsAtOnce = 50;

/// Dots a millimetre, as the makers count them.
std::optional<int> dotsOf(const std::string& dpi)
{
    if (dpi.empty() || dpi == "203")
        return 8;
    if (dpi == "300")
        return 12;
    return dpi == "600" ? std::optional(24) : std::nullopt;
}

std::optional<tspl::Direction> directionOf(const std::string& top)
{
    if (top.empty() || top == "last")
        return tspl::Direction::TopLast;
    return top == "first" ? std::optional(tspl::Direction::TopFirst) : std::nullopt;
}

milliseconds leftUntil(TsplClock::time_point deadline)
{
    return std::max(std::chrono::ceil<milliseconds>(deadline - TsplClock::now()), milliseconds{0});
}

}  // namespace

TsplLabelPrinter::TsplLabelPrinter(std::string address, Shape shape, Line line,
    std::unique_ptr<Transport> transport, ReceiptFonts fonts, Timing timing)
    : m_address(std::move(address))
    , m_shape(shape)
    , m_line(line)
    , m_transport(std::move(transport))
    , m_fonts(std::move(fonts))
    , m_timing(timing)
{
}

Error TsplLabelPrinter::failed(DeviceFault fault) const
{
    return deviceError(fault, m_address);
}

Error TsplLabelPrinter::failed(const Error& cause) const
{
    if (cause.code == ErrorCode::Cancelled)
        return cause;
    return {ErrorCode::DeviceFailed, {cause.detail[0], m_address, cause.detail[2]}};
}

Result<std::vector<std::uint8_t>> TsplLabelPrinter::encode(const LabelJob& job) const
{
    BL_CHECK(checkLabel(job.label, m_shape.dotsPerMm));
    LabelDocument drawn = job.label;
    std::erase_if(drawn.elements, [](const LabelElement& element) {
        const auto* barcode = std::get_if<LabelBarcode>(&element);
        return barcode && tspl::drawsItself(*barcode);
    });
    BL_TRY(const Bitmap picture, labelBitmap(drawn, m_shape.dotsPerMm, m_fonts));
    return tspl::encodeLabel(job.label, picture, m_shape.dotsPerMm, m_shape.direction, job.copies);
}

Result<void> TsplLabelPrinter::connect()
{
    if (m_transport->isOpen())
        return {};
    m_answers = false;
    if (const auto opened = m_transport->open(m_timing.connect); !opened)
        return failed(opened.error());
    return {};
}

void TsplLabelPrinter::release()
{
    if (m_line == Line::PerJob)
        m_transport->close(Transport::Ending::Orderly);
}

Result<void> TsplLabelPrinter::open()
{
    BL_CHECK(connect());
    if (const auto status = ask(); !status) {
        close();
        return status.error();
    }
    release();
    return {};
}

void TsplLabelPrinter::close()
{
    m_transport->close(Transport::Ending::Abandoned);
}

Result<void> TsplLabelPrinter::attend(milliseconds limit)
{
    BL_CHECK(m_transport->await(std::min(limit, leftUntil(m_nextProbe))));
    if (TsplClock::now() < m_nextProbe)
        return {};
    BL_CHECK(connect());
    BL_TRY([[maybe_unused]] const auto status, ask());
    release();
    return {};
}

Result<std::optional<tspl::Status>> TsplLabelPrinter::ask()
{
    std::array<std::uint8_t, 64> bytes{};
    // What came unasked is no answer to this question.
    for (std::size_t stale = 1; stale > 0;) {
        const auto read = m_transport->read(bytes, milliseconds{0});
        if (!read)
            return failed(read.error());
        stale = *read;
    }
    m_nextProbe = TsplClock::now() + m_timing.probe;
    if (const auto sent = m_transport->write(tspl::encodeStatusQuery(), m_timing.status); !sent)
        return failed(sent.error());
    const auto count = m_transport->read(bytes, m_timing.status);
    if (!count)
        return failed(count.error());
    if (*count == 0) {
        m_reading = {};  // unknown is not offline
        return std::optional<tspl::Status>{};
    }
    m_answers = true;
    const auto status = tspl::readStatus(bytes[*count - 1]);
    m_reading.fault = status.fault;
    m_reading.flags.paperOut = status.fault == DeviceFault::NoPaper;
    m_reading.flags.coverOpen = status.fault == DeviceFault::CoverOpen;
    return std::optional(status);
}

Result<PrintProof> TsplLabelPrinter::print(const std::vector<LabelJob>& jobs)
{
    std::vector<std::vector<std::uint8_t>> encoded;
    for (const auto& job : jobs) {
        BL_TRY(auto bytes, encode(job));
        encoded.push_back(std::move(bytes));
    }
    BL_CHECK(connect());
    auto outcome = printAll(encoded, jobs);
    if (outcome)
        release();
    else
        // What still waits in this computer must not come out beside a later try.
        m_transport->close(Transport::Ending::Abandoned);
    return outcome;
}

Result<PrintProof> TsplLabelPrinter::printAll(
    const std::vector<std::vector<std::uint8_t>>& encoded, const std::vector<LabelJob>& jobs)
{
    BL_TRY(const auto before, ask());
    if (before && before->fault)
        return failed(*before->fault);
    auto proof = PrintProof::Confirmed;
    int waiting = 0;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        std::span<const std::uint8_t> rest(encoded[i]);
        while (!rest.empty()) {
            const auto piece = rest.first(std::min(rest.size(), kTsplPieceBytes));
            if (const auto sent = m_transport->write(piece, m_timing.stall); !sent)
                return failed(sent.error());
            rest = rest.subspan(piece.size());
        }
        waiting += jobs[i].copies;
        if (waiting < kLabelsAtOnce && i + 1 < jobs.size())
            continue;
        BL_TRY(const auto part, awaitDone(std::exchange(waiting, 0)));
        if (part == PrintProof::Sent)
            proof = part;
    }
    return proof;
}

Result<PrintProof> TsplLabelPrinter::awaitDone(int labels)
{
    const auto unknown = [this] {
        return failed(DeviceFault::OutcomeUnknown);
    };
    if (const auto flushed = m_transport->flush(m_timing.stall); !flushed)
        return flushed.error().code == ErrorCode::Cancelled ? flushed.error() : unknown();
    if (!m_answers)
        return PrintProof::Sent;
    const auto start = TsplClock::now();
    const auto last = start + labels * m_timing.each;
    auto quiet = start + m_timing.start;  // when a printer that does not print has printed
    bool printed = false;
    while (TsplClock::now() < last) {
        const auto said = ask();
        if (!said)
            return said.error().code == ErrorCode::Cancelled ? said.error() : unknown();
        if (!*said)
            return unknown();
        if ((*said)->fault)
            return failed(*(*said)->fault);
        if ((*said)->printing)
            printed = true;
        else if (printed)
            return PrintProof::Confirmed;
        else if (TsplClock::now() >= quiet)
            return PrintProof::Sent;
        BL_CHECK(m_transport->await(m_timing.poll));
    }
    return unknown();
}

Result<MadeDriver> makeTsplPrinter(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    const auto dots = dotsOf(address.option("dpi"));
    const auto direction = directionOf(address.option("top"));
    if (!dots || !direction)
        return Error{ErrorCode::DeviceAddressInvalid, {settings.address}};
    const auto line = std::holds_alternative<TcpPlace>(address.place)
        ? TsplLabelPrinter::Line::PerJob
        : TsplLabelPrinter::Line::Kept;
    auto driver = std::make_unique<TsplLabelPrinter>(address.toString(),
        TsplLabelPrinter::Shape{*dots, *direction}, line,
        createTransport(address, surroundings.cancellation, surroundings.trace), options.fonts,
        TsplLabelPrinter::Timing{});
    LabelPrinter* const role = driver.get();
    return MadeDriver{std::move(driver), role};
}

}  // namespace bl
