#include "devices/display/display_codec.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace bl {

namespace {

constexpr std::uint8_t kEscByte = 0x1B;
constexpr std::size_t kLedDigits = 8;

bool isPlainAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// One- and two-byte characters of GB18030; displays have no others. Nothing where one is missing.
std::optional<std::string> toDisplayGb(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open("gb18030", &status), &ucnv_close);
    ucnv_setFromUCallBack(
        converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const auto source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string bytes;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < source.length();
         i = source.moveIndex32(i, 1)) {
        const icu::UnicodeString one(source.char32At(i));
        std::array<char, 8> out{};
        const auto length = ucnv_fromUChars(converter.get(), out.data(),
            static_cast<std::int32_t>(out.size()), one.getBuffer(), one.length(), &status);
        const bool control =
            length == 1 && (static_cast<unsigned char>(out[0]) < 0x20 || out[0] == 0x7F);
        if (U_FAILURE(status) || length > 2 || control)
            return std::nullopt;
        bytes.append(out.data(), static_cast<std::size_t>(length));
    }
    if (U_FAILURE(status))
        return std::nullopt;
    return bytes;
}

/// No byte above 0x7E and no control byte; what stands for a text may lack nothing else.
std::string plainPart(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c >= 0x20 && c < 0x7F)
            plain += c;
    }
    return plain;
}

std::string encodedText(const DisplayContent::Text& text, DisplayEncoding encoding)
{
    if (isPlainAscii(text.text))
        return text.text;
    if (encoding == DisplayEncoding::Gb18030) {
        if (auto bytes = toDisplayGb(text.text))
            return *std::move(bytes);
    }
    return plainPart(text.latin);
}

/// At most that many columns; never half a character of two bytes.
std::string cutTo(std::string_view bytes, std::size_t columns)
{
    std::size_t end = 0;
    while (end < bytes.size()) {
        const std::size_t step = static_cast<unsigned char>(bytes[end]) > 0x80 ? 2 : 1;
        if (end + step > columns || end + step > bytes.size())
            break;
        end += step;
    }
    return std::string(bytes.substr(0, end));
}

/// Left and right in one line: the right one is an amount and stays whole.
std::string spread(std::string_view left, std::string_view right)
{
    const std::string amount = plainPart(right).substr(0, kDisplayColumns);
    const std::size_t room = kDisplayColumns - amount.size();
    std::string line = cutTo(left, amount.empty() ? room : room - std::min<std::size_t>(room, 1));
    line.append(room - line.size(), ' ');
    return line + amount;
}

std::string centred(std::string_view bytes)
{
    const std::string text = cutTo(bytes, kDisplayColumns);
    std::string line((kDisplayColumns - text.size()) / 2, ' ');
    line += text;
    line.append(kDisplayColumns - line.size(), ' ');
    return line;
}

void append(std::vector<std::uint8_t>& bytes, std::string_view text)
{
    bytes.insert(bytes.end(), text.begin(), text.end());
}

/// What eight digits can show; strokes where it is more.
std::string ledDigits(std::string_view amount)
{
    std::string shown;
    std::size_t digits = 0;
    for (const char c : amount) {
        if ((c >= '0' && c <= '9') || c == '-')
            ++digits;
        else if (c != '.')
            continue;
        shown += c;
    }
    return digits > kLedDigits ? std::string(kLedDigits, '-') : shown;
}

/// Eight digits show one amount.
const std::string& ledAmount(const DisplayContent& content)
{
    switch (content.kind) {
    case DisplayContent::Kind::Line: return content.unitPrice;
    case DisplayContent::Kind::Received: return content.detail;
    case DisplayContent::Kind::Idle:
    case DisplayContent::Kind::Total:
    case DisplayContent::Kind::Change: break;
    }
    return content.amount;
}

char lampOf(DisplayContent::Kind kind)
{
    switch (kind) {
    case DisplayContent::Kind::Idle: return '0';
    case DisplayContent::Kind::Line: return '1';
    case DisplayContent::Kind::Total: return '2';
    case DisplayContent::Kind::Received: return '3';
    case DisplayContent::Kind::Change: return '4';
    }
    return '0';
}

}  // namespace

std::array<std::string, 2> displayLines(const DisplayContent& content, DisplayEncoding encoding)
{
    const auto heading = encodedText(content.heading, encoding);
    const auto caption = encodedText(content.caption, encoding);
    switch (content.kind) {
    case DisplayContent::Kind::Idle: return {centred(heading), centred(caption)};
    case DisplayContent::Kind::Line:
        return {spread(heading, {}), spread(plainPart(content.detail), content.amount)};
    case DisplayContent::Kind::Total:
    case DisplayContent::Kind::Received:
    case DisplayContent::Kind::Change:
        return {spread(heading, content.detail), spread(caption, content.amount)};
    }
    return {};
}

std::vector<std::string> lostTexts(const DisplayContent& content, DisplayEncoding encoding)
{
    const auto lines = displayLines(content, encoding);
    std::vector<std::string> lost;
    const auto look = [&](const DisplayContent::Text& text, const std::string& line) {
        const std::string shown = encodedText(text, encoding);
        const bool blank = shown.find_first_not_of(' ') == std::string::npos;
        if (!text.text.empty() && (blank || line.find(shown) == std::string::npos))
            lost.push_back(text.text);
    };
    look(content.heading, lines[0]);
    // What was just added stands there with its price.
    if (content.kind != DisplayContent::Kind::Line)
        look(content.caption, lines[1]);
    return lost;
}

std::vector<std::uint8_t> cd5220Bytes(const DisplayContent& content, DisplayEncoding encoding)
{
    const auto lines = displayLines(content, encoding);
    std::vector<std::uint8_t> bytes;
    constexpr std::string_view kLineLetters = "AB";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        bytes.insert(bytes.end(), {kEscByte, 'Q', static_cast<std::uint8_t>(kLineLetters[i])});
        append(bytes, lines[i]);
        bytes.push_back('\r');
    }
    return bytes;
}

std::vector<std::uint8_t> cd5220Reset()
{
    return {kEscByte, '@', 0x0C};
}

std::vector<std::uint8_t> led8Bytes(const DisplayContent& content)
{
    const std::string& amount = ledAmount(content);
    std::vector<std::uint8_t> bytes{kEscByte, 's', static_cast<std::uint8_t>(lampOf(content.kind))};
    bytes.insert(bytes.end(), {kEscByte, 'Q', 'A'});
    append(bytes, amount.empty() ? "0" : ledDigits(amount));
    bytes.push_back('\r');
    return bytes;
}

std::vector<std::uint8_t> led8Reset()
{
    return {kEscByte, '@', 0x0C};
}

}  // namespace bl
