#include "devices/slot/trace_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"
#include "devices/payment/lrc_codec.h"
#include "devices/payment/zvt_words.h"
#include "devices/printer/escpos_words.h"
#include "devices/slot/line_words.h"
#include "devices/transport/http_line.h"

#include <algorithm>

namespace bl {

namespace {

constexpr std::size_t kShownBytes = 256;

bool isPlainLine(std::uint8_t byte)
{
    return (byte >= 0x20 && byte < 0x7F) || byte == '\r' || byte == '\n' || byte == '\t';
}

/// Languages of text are shown as text, others in hexadecimal.
std::string describeBytes(std::span<const std::uint8_t> bytes)
{
    const auto shown = bytes.first(std::min(bytes.size(), kShownBytes));
    const bool plain = !shown.empty() && std::ranges::all_of(shown, isPlainLine);
    std::string line =
        plain ? trimmed({reinterpret_cast<const char*>(shown.data()), shown.size()}) : toHex(shown);
    line = payments::maskCardNumbers(plain ? excerpt(line, kShownBytes) : line);
    return shown.size() < bytes.size() ? line + " …" : line;
}

/// What the line itself noted; or why it failed, as the system says it.
TracePart notePart(const std::vector<std::uint8_t>& bytes)
{
    const std::string note(bytes.begin(), bytes.end());
    if (note == "open")
        return {TraceWord::Opened};
    if (note == "connected")
        return {TraceWord::Connected};
    if (note == "closed")
        return {TraceWord::Closed};
    return {TraceWord::Verbatim, excerpt(note)};
}

}  // namespace

std::vector<TraceLine> describeTrace(std::string_view driver, const TraceRing::Entry& entry)
{
    const bool sent = entry.direction == TraceRing::Direction::ToDevice;
    if (entry.direction == TraceRing::Direction::Note)
        return {{notePart(entry.bytes)}};
    if (driver == "zvt")
        return zvt::describeTrace(entry);
    if (driver == "escpos")
        return sent ? escpos::describeSent(entry.bytes) : escpos::describeReceived(entry.bytes);
    if (driver == "nexo" || driver == "codes")
        return {{{TraceWord::Verbatim, describeHttpTrace(entry)}}};
    if (driver == "lrc")
        return lrc::describeTrace(entry);
    // A part of a swipe has a part of a number, which is not known for one.
    if (driver == "stripe")
        return {{{TraceWord::HiddenBytes, std::to_string(entry.bytes.size())}}};
    if (driver == "tspl")
        return {{{TraceWord::Verbatim, describeBytes(entry.bytes)}}};
    return {describeLine(driver, entry)};
}

}  // namespace bl
