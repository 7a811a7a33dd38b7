#include "core/base/hex.h"
#include "core/payments/card_masking.h"
#include "devices/payment/zvt_codec.h"

#include <algorithm>
#include <functional>

namespace bl::zvt {

namespace {

using Data = std::span<const std::uint8_t>;

/// How long a field's value is.
enum class Extent : std::uint8_t {
    Fixed,
    Two,    ///< two digits in front, `Fx Fy`
    Three,  ///< three digits, `Fx Fy Fz`
    Tlv,    ///< a container with BER lengths
};

/// What a value is, and so what of it may be seen.
enum class Content : std::uint8_t {
    Figures,  ///< an amount, a number, a time: all
    Text,     ///< but for a card's number in it
    Card,     ///< a card's number: its first six and last four digits
    Secret,   ///< of a stripe, or of the card's holder: nothing
    Tagged,   ///< each value by itself
    Unknown,  ///< but for what may be a card's number, in digits or in letters
};

struct FieldShape {
    std::uint8_t number;
    Extent extent;
    std::uint8_t size = 0;  ///< of a fixed one
    Content content = Content::Figures;
};

constexpr std::array kShapes{
    FieldShape{0x01, Extent::Fixed, 1},
    FieldShape{0x02, Extent::Fixed, 1},
    FieldShape{0x03, Extent::Fixed, 1},
    FieldShape{0x04, Extent::Fixed, 6},
    FieldShape{0x05, Extent::Fixed, 1},
    FieldShape{0x06, Extent::Tlv, 0, Content::Tagged},
    FieldShape{0x0B, Extent::Fixed, 3},
    FieldShape{0x0C, Extent::Fixed, 3},
    FieldShape{0x0D, Extent::Fixed, 2},
    FieldShape{0x0E, Extent::Fixed, 2, Content::Secret},
    FieldShape{0x17, Extent::Fixed, 2},
    FieldShape{0x19, Extent::Fixed, 1},
    FieldShape{0x22, Extent::Two, 0, Content::Card},
    FieldShape{0x23, Extent::Two, 0, Content::Secret},
    FieldShape{0x24, Extent::Three, 0, Content::Secret},
    FieldShape{0x27, Extent::Fixed, 1},
    FieldShape{0x29, Extent::Fixed, 4},
    FieldShape{0x2A, Extent::Fixed, 15, Content::Text},
    FieldShape{0x2D, Extent::Two, 0, Content::Secret},
    FieldShape{0x2E, Extent::Three, 0, Content::Secret},
    FieldShape{0x37, Extent::Fixed, 3},
    FieldShape{0x3A, Extent::Fixed, 2, Content::Secret},
    FieldShape{0x3B, Extent::Fixed, 8, Content::Text},
    FieldShape{0x3C, Extent::Three, 0, Content::Text},
    FieldShape{0x3D, Extent::Fixed, 3, Content::Secret},
    FieldShape{0x49, Extent::Fixed, 2},
    FieldShape{0x60, Extent::Three},
    FieldShape{0x87, Extent::Fixed, 2},
    FieldShape{0x88, Extent::Fixed, 3},
    FieldShape{0x8A, Extent::Fixed, 1},
    FieldShape{0x8B, Extent::Two, 0, Content::Text},
    FieldShape{0x8C, Extent::Fixed, 1},
    FieldShape{0x92, Extent::Three, 0, Content::Secret},
    FieldShape{0x9A, Extent::Three, 0, Content::Unknown},
    FieldShape{0xA0, Extent::Fixed, 1},
    FieldShape{0xA7, Extent::Two, 0, Content::Secret},
    FieldShape{0xAA, Extent::Fixed, 3},
    FieldShape{0xAF, Extent::Three, 0, Content::Unknown},
    FieldShape{0xBA, Extent::Fixed, 5},
    FieldShape{0xD0, Extent::Fixed, 1},
    FieldShape{0xD1, Extent::Two, 0, Content::Secret},
    FieldShape{0xD2, Extent::Fixed, 1},
    FieldShape{0xD3, Extent::Fixed, 1},
    FieldShape{0xF1, Extent::Two, 0, Content::Text},
    FieldShape{0xF2, Extent::Two, 0, Content::Text},
    FieldShape{0xF3, Extent::Two, 0, Content::Text},
    FieldShape{0xF4, Extent::Two, 0, Content::Text},
    FieldShape{0xF5, Extent::Two, 0, Content::Text},
    FieldShape{0xF6, Extent::Two, 0, Content::Text},
    FieldShape{0xF7, Extent::Two, 0, Content::Text},
    FieldShape{0xF8, Extent::Two, 0, Content::Text},
};

/// Containers in containers deeper than any terminal builds end the reading.
constexpr int kDeepest = 6;

/// Takes the length in front of a value off the data.
std::optional<std::size_t> takeDigitsLength(Data& data, std::size_t digits)
{
    if (data.size() < digits)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const std::uint8_t byte = data[i];
        if ((byte & 0xF0) != 0xF0 || (byte & 0x0F) > 9)
            return std::nullopt;
        length = length * 10 + (byte & 0x0F);
    }
    data = data.subspan(digits);
    return length;
}

std::optional<std::size_t> takeBerLength(Data& data)
{
    if (data.empty())
        return std::nullopt;
    std::size_t length = data[0];
    std::size_t bytes = 1;
    if (length >= 0x80) {
        const std::size_t more = length & 0x7F;
        if (more == 0 || more > 2 || data.size() < 1 + more)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < more; ++i)
            length = length << 8 | data[1 + i];
        bytes += more;
    }
    data = data.subspan(bytes);
    return length;
}

std::optional<unsigned> takeTag(Data& data)
{
    if (data.empty())
        return std::nullopt;
    unsigned tag = data[0];
    std::size_t bytes = 1;
    if ((tag & 0x1F) == 0x1F) {
        do {
            if (bytes == data.size() || bytes == 3)
                return std::nullopt;
            tag = tag << 8 | data[bytes];
        } while (data[bytes++] & 0x80);
    }
    data = data.subspan(bytes);
    return tag;
}

using TagVisitor = std::function<void(unsigned tag, Data value)>;

/// Every primitive value of a container, in order.
void visitTags(Data data, const TagVisitor& visit, int depth = 0)
{
    while (!data.empty()) {
        const unsigned first = data[0];
        const auto tag = takeTag(data);
        const auto length = tag ? takeBerLength(data) : std::nullopt;
        if (!length || *length > data.size())
            return;
        const auto value = data.first(*length);
        data = data.subspan(*length);
        const bool constructed = (first & 0x20) != 0;
        if (!constructed)
            visit(*tag, value);
        else if (depth < kDeepest)
            visitTags(value, visit, depth + 1);
    }
}

constexpr unsigned kTagTextLine = 0x07;
constexpr unsigned kTagReceiptKind = 0x1F07;

std::optional<std::size_t> takeExtent(const FieldShape& shape, Data& data)
{
    switch (shape.extent) {
    case Extent::Fixed: return shape.size;
    case Extent::Two: return takeDigitsLength(data, 2);
    case Extent::Three: return takeDigitsLength(data, 3);
    case Extent::Tlv: return takeBerLength(data);
    }
    return std::nullopt;
}

std::string digitsOf(Data bcd)
{
    std::string digits;
    for (const auto byte : bcd) {
        for (const int nibble : {byte >> 4, byte & 0x0F}) {
            if (nibble > 9)
                return {};
            digits += static_cast<char>('0' + nibble);
        }
    }
    return digits;
}

std::optional<Money> amountOf(Data bcd)
{
    const std::string digits = digitsOf(bcd);
    if (digits.empty())
        return std::nullopt;
    std::int64_t minor = 0;
    for (const char c : digits)
        minor = minor * 10 + (c - '0');
    return Money::minor(minor);
}

std::string trimmedBlanks(std::string text)
{
    const auto last = text.find_last_not_of(' ');
    text.erase(last == std::string::npos ? 0 : last + 1);
    return text;
}

void take(Fields& fields, std::uint8_t number, Data value)
{
    switch (number) {
    case 0x04: fields.amount = amountOf(value); break;
    case 0x06:
        visitTags(value, [&](unsigned tag, Data text) {
            if (tag == kTagTextLine)
                fields.lines.push_back(textOf(text));
        });
        break;
    case 0x0B: fields.trace = digitsOf(value); break;
    case 0x0C: fields.time = digitsOf(value); break;
    case 0x0D: fields.date = digitsOf(value); break;
    case 0x19: fields.statusByte = value[0]; break;
    case 0x22: fields.card = payments::maskCardNumber(cardDigits(value)); break;
    case 0x27: fields.result = value[0]; break;
    case 0x29: fields.terminal = digitsOf(value); break;
    case 0x3B: fields.approval = trimmedBlanks(textOf(value)); break;
    case 0x3C: fields.text = trimmedBlanks(textOf(value)); break;
    case 0x49: fields.currency = digitsOf(value); break;
    case 0x60: fields.totals.assign(value.begin(), value.end()); break;
    case 0x87: fields.receipt = digitsOf(value); break;
    case 0x8A: fields.cardType = value[0]; break;
    case 0x8B: fields.cardName = trimmedBlanks(textOf(value)); break;
    default: break;
    }
}

/// Text without the card's number that may be in it.
Bytes withoutCards(Data text)
{
    std::string letters;
    for (const auto byte : text)
        letters += byte < 0x80 ? static_cast<char>(byte) : '?';
    const std::string masked = payments::maskCardNumbers(letters);
    Bytes shown(text.begin(), text.end());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (masked[i] != letters[i])
            shown[i] = '*';
    }
    return shown;
}

std::string shownTags(Data data, int depth);

/// A value as it may be seen, hexadecimal.
std::string shownHex(Content content, Data value, int depth = 0)
{
    switch (content) {
    case Content::Figures: return toHex(value);
    case Content::Text: return toHex(withoutCards(value));
    case Content::Card: return payments::maskCardNumber(cardDigits(value));
    case Content::Secret: return std::string(2 * value.size(), '*');
    case Content::Tagged: return shownTags(value, depth);
    case Content::Unknown: break;
    }
    return payments::maskCardNumbers(toHex(withoutCards(value)));
}

Content contentOfTag(unsigned tag, bool constructed)
{
    if (constructed)
        return Content::Tagged;
    switch (tag) {
    case kTagTextLine: return Content::Text;
    case 0x5A: return Content::Card;
    case 0x56:
    case 0x57:
    case 0x9F6B: return Content::Secret;
    default: return Content::Unknown;
    }
}

/// A container as it may be seen; what is no value is shown as something unknown.
std::string shownTags(Data data, int depth)
{
    std::string shown;
    while (!data.empty() && depth < kDeepest) {
        Data rest = data;
        const auto tag = takeTag(rest);
        const auto length = tag ? takeBerLength(rest) : std::nullopt;
        if (!length || *length > rest.size())
            break;
        const bool constructed = (data[0] & 0x20) != 0;
        shown += toHex(data.first(data.size() - rest.size()))
            + shownHex(contentOfTag(*tag, constructed), rest.first(*length), depth + 1);
        data = rest.subspan(*length);
    }
    return shown + shownHex(Content::Unknown, data);
}

}  // namespace

Fields readFields(Data data)
{
    Fields fields;
    while (!data.empty()) {
        const auto shape = std::ranges::find(kShapes, data[0], &FieldShape::number);
        if (shape == kShapes.end())
            break;
        Data rest = data.subspan(1);
        const auto length = takeExtent(*shape, rest);
        if (!length || *length > rest.size())
            break;
        const Data value = rest.first(*length);
        const Data head = data.first(data.size() - rest.size());
        take(fields, shape->number, value);
        // Each value by itself: digits of two fields beside each other are no card's number.
        fields.raw += toHex(head) + shownHex(shape->content, value);
        data = rest.subspan(*length);
    }
    fields.raw += shownHex(Content::Unknown, data);
    return fields;
}

IntermediateStatus readIntermediate(Data data)
{
    IntermediateStatus status;
    if (data.empty())
        return status;
    status.code = data[0];
    data = data.subspan(1);
    // A time-out in minutes may stand before the container.
    if (!data.empty() && data[0] != 0x06)
        data = data.subspan(1);
    for (const auto& line : readFields(data).lines) {
        if (!status.text.empty())
            status.text += ' ';
        status.text += trimmedBlanks(line);
    }
    return status;
}

PrintedLines readPrintLine(Data data)
{
    PrintedLines printed;
    if (data.empty())
        return printed;
    // The first byte is an attribute.
    printed.lines.push_back(trimmedBlanks(textOf(data.subspan(1))));
    return printed;
}

PrintedLines readPrintBlock(Data data)
{
    PrintedLines printed;
    if (data.empty() || data[0] != 0x06)
        return printed;
    Data rest = data.subspan(1);
    const auto length = takeBerLength(rest);
    if (!length || *length > rest.size())
        return printed;
    visitTags(rest.first(*length), [&](unsigned tag, Data value) {
        if (tag == kTagTextLine)
            printed.lines.push_back(trimmedBlanks(textOf(value)));
        else if (tag == kTagReceiptKind && !value.empty() && value[0] == 1)
            printed.kind = SlipKind::Merchant;
        else if (tag == kTagReceiptKind && !value.empty() && value[0] == 2)
            printed.kind = SlipKind::Customer;
    });
    return printed;
}

}  // namespace bl::zvt
