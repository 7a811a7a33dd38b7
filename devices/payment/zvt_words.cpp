#include "devices/payment/zvt_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/money/money.h"
#include "core/payments/card_masking.h"
#include "core/payments/payment_attempt.h"
#include "devices/payment/zvt_frame.h"

#include <unicode/ucurr.h>

#include <algorithm>

namespace bl::zvt {

namespace {

constexpr std::size_t kReceiptNumbers = 4;  ///< first and last one, in field 60
constexpr std::size_t kKindOfCard = 7;      ///< a count and a sum

struct MessageName {
    std::uint8_t classByte;
    std::uint8_t instruction;
    TraceWord word;
    bool password = false;  ///< begins with it
};

constexpr std::array kNames{
    MessageName{0x05, 0x01, TraceWord::StatusEnquiry, true},
    MessageName{0x06, 0x00, TraceWord::Registration, true},
    MessageName{0x06, 0x01, TraceWord::Authorisation},
    MessageName{0x06, 0x02, TraceWord::LogOff},
    MessageName{0x06, 0x0F, TraceWord::Completion},
    MessageName{0x06, 0x1E, TraceWord::Abort},
    MessageName{0x06, 0x20, TraceWord::RepeatReceipt, true},
    MessageName{0x06, 0x30, TraceWord::Reversal, true},
    MessageName{0x06, 0x31, TraceWord::Refund, true},
    MessageName{0x06, 0x50, TraceWord::EndOfDay, true},
    MessageName{0x06, 0x70, TraceWord::Diagnosis},
    MessageName{0x06, 0xB0, TraceWord::AbortRequest},
    MessageName{0x06, 0xD1, TraceWord::PrintLine},
    MessageName{0x06, 0xD3, TraceWord::PrintBlock},
    MessageName{0x04, 0x0F, TraceWord::StatusInformation},
    MessageName{0x04, 0xFF, TraceWord::IntermediateStatus},
    MessageName{0x80, 0x00, TraceWord::Done},
};

std::string codesOf(const Apdu& apdu)
{
    const std::array<std::uint8_t, 2> codes{apdu.classByte, apdu.instruction};
    return toHex(codes);
}

TraceLine describeMessage(const Apdu& apdu)
{
    const auto known = std::ranges::find_if(
        kNames, [&](const MessageName& one) { return apdu.is(one.classByte, one.instruction); });
    TraceLine line{{TraceWord::Verbatim, codesOf(apdu)}};
    const auto add = [&](std::string text) {
        if (!text.empty())
            line.push_back({TraceWord::Verbatim, std::move(text)});
    };
    if (apdu.classByte == 0x84) {
        line.push_back({TraceWord::Refused});
        return line;
    }
    if (known == kNames.end()) {
        line.push_back({TraceWord::HiddenBytes, std::to_string(apdu.data.size())});
        return line;
    }
    line.push_back({known->word});
    std::span<const std::uint8_t> data(apdu.data);
    if (known->password) {
        add("******");
        data = data.subspan(std::min<std::size_t>(3, data.size()));
    }
    // Lines for paper and screens hold text, which says more than its bytes.
    if (apdu.is(0x06, 0xD1) || apdu.is(0x06, 0xD3)) {
        const auto printed = apdu.instruction == 0xD1 ? readPrintLine(data) : readPrintBlock(data);
        for (const auto& text : printed.lines)
            add("| " + payments::maskCardNumbers(text));
        return line;
    }
    if (apdu.is(0x04, 0xFF)) {
        const auto status = readIntermediate(data);
        add(codeWord(status.code));
        add(payments::maskCardNumbers(status.text));
        return line;
    }
    // A configuration and a currency, or a code, stand in front of the fields.
    const std::size_t head = apdu.is(0x06, 0x00) ? 3 : apdu.is(0x06, 0x1E) ? 1 : 0;
    const auto front = data.first(std::min(head, data.size()));
    add(toHex(front) + readFields(data.subspan(front.size())).raw);
    return line;
}

/// The messages in some bytes, framed or plain. What is no whole message is counted, not shown:
/// half a card's number is not known for one.
std::vector<TraceLine> describeBytes(std::span<const std::uint8_t> bytes)
{
    std::vector<TraceLine> lines;
    const auto add = [&](TracePart part) {
        lines.push_back({std::move(part)});
    };
    const bool framed = !bytes.empty()
        && (bytes[0] == 0x10 || ((bytes[0] == kAck || bytes[0] == kNak) && bytes.size() == 1)
            || (bytes.size() > 1 && bytes[0] == kAck && bytes[1] == 0x10));
    if (framed) {
        FrameReader reader;
        for (const auto byte : bytes) {
            switch (reader.take(byte)) {
            case FrameReader::Event::Nothing: break;
            case FrameReader::Event::Ack: add({TraceWord::Verbatim, "ACK"}); break;
            case FrameReader::Event::Nak: add({TraceWord::Verbatim, "NAK"}); break;
            case FrameReader::Event::Damaged: add({TraceWord::Damaged}); break;
            case FrameReader::Event::Message:
                if (const auto apdu = decode(reader.message()))
                    lines.push_back(describeMessage(*apdu));
                else
                    add({TraceWord::Damaged});
            }
        }
        if (reader.isInside())
            add({TraceWord::Verbatim, "…"});
        return lines;
    }
    while (!bytes.empty()) {
        const auto length = messageLength(bytes);
        const auto apdu = length && *length <= bytes.size() ? decode(bytes.first(*length))
                                                            : std::optional<Apdu>{};
        if (!apdu) {
            add({TraceWord::HiddenBytes, std::to_string(bytes.size())});
            break;
        }
        lines.push_back(describeMessage(*apdu));
        bytes = bytes.subspan(*length);
    }
    return lines;
}

}  // namespace

std::string codeWord(std::uint8_t code)
{
    std::string word = toHex(std::span(&code, 1));
    std::ranges::transform(
        word, word.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word;
}

std::string promptWord(std::uint8_t code)
{
    return "zvt:" + codeWord(code);
}

Result<CurrencyCode> currencyCode(std::string_view code)
{
    const Error unknown{ErrorCode::UnknownCurrency, {excerpt(code)}};
    if (code.size() != 3 || !isListedCurrency(code))
        return unknown;
    const std::u16string wide(code.begin(), code.end());
    const auto number = static_cast<unsigned>(ucurr_getNumericCode(wide.c_str()));
    if (number == 0 || number > 999)
        return unknown;
    return CurrencyCode{static_cast<std::uint8_t>(number / 100),
        static_cast<std::uint8_t>(number / 10 % 10 << 4 | number % 10)};
}

int countOf(std::span<const std::uint8_t> totals)
{
    int count = 0;
    for (std::size_t at = kReceiptNumbers; at + kKindOfCard <= totals.size(); at += kKindOfCard)
        count += (totals[at] >> 4) * 10 + (totals[at] & 0x0F);
    return count;
}

std::vector<TraceLine> describeTrace(const TraceRing::Entry& entry)
{
    return describeBytes(entry.bytes);
}

std::string joinedText(const Fields& fields)
{
    std::string text = fields.text;
    for (const auto& line : fields.lines)
        text += (text.empty() ? "" : " | ") + line;
    return text;
}

payments::PaymentEvidence evidenceOf(const Fields& fields)
{
    payments::PaymentEvidence evidence;
    if (fields.result)
        evidence.result = codeWord(*fields.result);
    evidence.amount = fields.amount;
    evidence.trace = fields.trace;
    evidence.receipt = fields.receipt;
    evidence.terminal = fields.terminal;
    evidence.card = fields.card;
    evidence.cardName = fields.cardName;
    evidence.approval = fields.approval;
    evidence.time = fields.date + fields.time;
    evidence.text = joinedText(fields);
    evidence.raw = fields.raw;
    return evidence;
}

}  // namespace bl::zvt
