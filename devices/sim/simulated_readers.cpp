#include "devices/sim/simulated_readers.h"

#include "core/base/hex.h"
#include "devices/sim/display_text.h"

#include <array>
#include <cstdio>

namespace bl::sim {

namespace {

Result<std::string> optionalText(const Json& command, const char* key, std::string otherwise)
{
    if (!command.contains(key))
        return otherwise;
    return textAt(command, key);
}

bool isDecimal(const std::string& text)
{
    return text.find_first_not_of("0123456789") == std::string::npos;
}

/// ISO/IEC 7811-6: the bits of each column of the stripe, start and end sentinel included.
char stripeCheck(const std::string& framed, int bits)
{
    const int base = bits == 6 ? ' ' : '0';
    int result = 0;
    for (int bit = 0; bit < bits; ++bit) {
        int ones = 0;
        for (const char c : framed)
            ones += ((c - base) >> bit) & 1;
        result |= (ones % 2) << bit;
    }
    return static_cast<char>(base + result);
}

}  // namespace

Result<std::string> SimulatedScanner::frame(const Json& command, Checksum)
{
    BL_TRY(std::string code, textAt(command, "scan"));
    BL_TRY(const std::string aim, optionalText(command, "aim", ""));
    BL_TRY(const std::string end, optionalText(command, "end", "cr"));
    BL_TRY(const std::string encoding, optionalText(command, "encoding", "utf8"));
    if (encoding == "gb18030")
        code = toGb18030(code);
    code = aim + code;
    if (end == "cr")
        code += '\r';
    else if (end == "lf")
        code += '\n';
    else if (end == "tab")
        code += '\t';
    else if (end != "none")
        return Error{ErrorCode::InvalidArgument, {"end: cr, lf, tab or none"}};
    return code;
}

std::string SimulatedScanner::noise() const
{
    return std::string("\x00\x02\x7F\r", 4);
}

Result<std::string> SimulatedRfid::frame(const Json& command, Checksum checksum)
{
    BL_TRY(const std::string card, textAt(command, "card"));
    if (card.size() != 10 || (isDecimal(card) && !command.contains("chip")))
        return card + '\r';
    std::string lower;
    for (const char c : card)
        lower += c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
    const auto chip = fromHex(lower);
    if (!chip)
        return Error{ErrorCode::InvalidArgument, {"card: hexadecimal or decimal digits"}};
    unsigned sum = checksum == Checksum::Right ? 0 : 1;
    for (const std::uint8_t byte : *chip)
        sum ^= byte;
    std::array<char, 3> tail{};
    std::snprintf(tail.data(), tail.size(), "%02X", sum & 0xFFU);
    return '\x02' + card + tail.data() + "\r\n\x03";
}

std::string SimulatedRfid::noise() const
{
    return "\xFE\x01#\x7F";
}

Result<std::string> SimulatedStripe::frame(const Json& command, Checksum checksum)
{
    struct Track {
        const char* name;
        char start;
        char startOnCard;
        int bits;
    };
    constexpr std::array kLayout{
        Track{"track1", '%', '%', 6}, Track{"track2", ';', ';', 4}, Track{"track3", '+', ';', 4}};
    const bool checked = command.contains("lrc");
    std::string said;
    for (const auto& track : kLayout) {
        if (!command.contains(track.name))
            continue;
        BL_TRY(const std::string data, textAt(command, track.name));
        said += track.start + data + '?';
        if (!checked)
            continue;
        const char check = stripeCheck(track.startOnCard + data + '?', track.bits);
        said += checksum == Checksum::Right ? check : static_cast<char>(check ^ 1);
    }
    if (said.empty())
        return Error{ErrorCode::InvalidArgument, {"track1, track2 or track3"}};
    return said + '\r';
}

std::string SimulatedStripe::noise() const
{
    return "\x7F#";
}

}  // namespace bl::sim
