#include "devices/payment/zvt_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/money/money.h"
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
    std::string_view name;
    bool password = false;  ///< begins with it
};

constexpr std::array kNames{
    MessageName{0x05, 0x01, "status enquiry", true},
    MessageName{0x06, 0x00, "registration", true},
    MessageName{0x06, 0x01, "authorisation"},
    MessageName{0x06, 0x02, "log-off"},
    MessageName{0x06, 0x0F, "completion"},
    MessageName{0x06, 0x1E, "abort"},
    MessageName{0x06, 0x20, "repeat receipt", true},
    MessageName{0x06, 0x30, "reversal", true},
    MessageName{0x06, 0x31, "refund", true},
    MessageName{0x06, 0x50, "end of day", true},
    MessageName{0x06, 0x70, "diagnosis"},
    MessageName{0x06, 0xB0, "abort request"},
    MessageName{0x06, 0xD1, "print line"},
    MessageName{0x06, 0xD3, "print block"},
    MessageName{0x04, 0x0F, "status information"},
    MessageName{0x04, 0xFF, "intermediate status"},
    MessageName{0x80, 0x00, "done"},
};

std::string codesOf(const Apdu& apdu)
{
    const std::array<std::uint8_t, 2> codes{apdu.classByte, apdu.instruction};
    return toHex(codes);
}

std::string describeMessage(const Apdu& apdu)
{
    const auto known = std::ranges::find_if(
        kNames, [&](const MessageName& one) { return apdu.is(one.classByte, one.instruction); });
    std::string line = codesOf(apdu);
    if (apdu.classByte == 0x84)
        return line + " refused";
    if (known == kNames.end())
        return line + " (" + std::to_string(apdu.data.size()) + " bytes)";
    line += ' ' + std::string(known->name);
    std::span<const std::uint8_t> data(apdu.data);
    if (known->password) {
        line += " ******";
        data = data.subspan(std::min<std::size_t>(3, data.size()));
    }
    // Lines for paper and screens hold text, which says more than its bytes.
    if (apdu.is(0x06, 0xD1) || apdu.is(0x06, 0xD3)) {
        const auto printed = apdu.instruction == 0xD1 ? readPrintLine(data) : readPrintBlock(data);
        for (const auto& text : printed.lines)
            line += " | " + payments::maskCardNumbers(text);
        return line;
    }
    if (apdu.is(0x04, 0xFF)) {
        const auto status = readIntermediate(data);
        return line + ' ' + codeWord(status.code) + ' ' + payments::maskCardNumbers(status.text);
    }
    const bool plain = apdu.is(0x06, 0x00) || apdu.is(0x06, 0x1E);
    const std::string raw = plain ? payments::maskCardNumbers(toHex(data)) : readFields(data).raw;
    return raw.empty() ? line : line + ' ' + raw;
}

/// The messages in some bytes, framed or plain. What is no whole message is counted, not shown:
/// half a card's number is not known for one.
std::string describeBytes(std::span<const std::uint8_t> bytes)
{
    std::string text;
    const auto add = [&](const std::string& line) {
        text += (text.empty() ? "" : "\n") + line;
    };
    const bool framed = !bytes.empty()
        && (bytes[0] == 0x10 || ((bytes[0] == kAck || bytes[0] == kNak) && bytes.size() == 1)
            || (bytes.size() > 1 && bytes[0] == kAck && bytes[1] == 0x10));
    if (framed) {
        FrameReader reader;
        for (const auto byte : bytes) {
            switch (reader.take(byte)) {
            case FrameReader::Event::Nothing: break;
            case FrameReader::Event::Ack: add("ACK"); break;
            case FrameReader::Event::Nak: add("NAK"); break;
            case FrameReader::Event::Damaged: add("damaged"); break;
            case FrameReader::Event::Message:
                if (const auto apdu = decode(reader.message()))
                    add(describeMessage(*apdu));
                else
                    add("damaged");
            }
        }
        if (reader.isInside())
            add("…");
        return text;
    }
    while (!bytes.empty()) {
        const auto length = messageLength(bytes);
        const auto apdu = length && *length <= bytes.size() ? decode(bytes.first(*length))
                                                            : std::optional<Apdu>{};
        if (!apdu) {
            add("… (" + std::to_string(bytes.size()) + " bytes)");
            break;
        }
        add(describeMessage(*apdu));
        bytes = bytes.subspan(*length);
    }
    return text;
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

std::string describeTrace(const TraceRing::Entry& entry)
{
    if (entry.direction == TraceRing::Direction::Note)
        return excerpt({reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size()});
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
