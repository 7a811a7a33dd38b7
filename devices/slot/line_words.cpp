#include "devices/slot/line_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/payment_attempt.h"
#include "devices/scale/scale_frames.h"
#include "devices/scanner/scan_burst.h"

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace bl {

namespace {

constexpr std::array<std::pair<char, std::string_view>, 9> kControlNames{
    {{0x02, "<STX>"}, {0x03, "<ETX>"}, {0x09, "<TAB>"}, {0x0A, "<LF>"}, {0x0C, "<FF>"},
        {0x0D, "<CR>"}, {0x1B, "<ESC>"}, {0x1D, "<GS>"}, {0x7F, "<DEL>"}}};

/// Text as it is, control bytes by name, whatever else as hexadecimal.
std::string readable(const std::vector<std::uint8_t>& bytes)
{
    const std::string raw(bytes.begin(), bytes.end());
    const bool utf8 = isUtf8(raw);
    std::string text;
    for (const char c : raw) {
        const auto value = static_cast<unsigned char>(c);
        std::string_view name;
        for (const auto& [control, known] : kControlNames) {
            if (control == c)
                name = known;
        }
        if (!name.empty())
            text += name;
        else if ((value >= 0x20 && value < 0x80) || (value >= 0x80 && utf8))
            text += c;
        else
            text.append("<").append(toHex(std::array{static_cast<std::uint8_t>(value)})) += '>';
    }
    return text;
}

std::string weightWords(ScaleFrames& frames, const TraceRing::Entry& entry)
{
    std::string words;
    for (const auto& frame : frames.take(entry.bytes, entry.at)) {
        if (const auto* damaged = std::get_if<ScaleFrames::Damaged>(&frame)) {
            words += "; damaged: " + damaged->why;
            continue;
        }
        const auto& weight = std::get<WeightSeen>(frame);
        if (weight.overload)
            words += "; overload";
        else
            words += "; " + std::to_string(weight.grams) + " g"
                + (weight.stable ? ", at rest" : ", moving");
    }
    return words;
}

std::string scaleWords(std::string_view driver, const TraceRing::Entry& entry)
{
    if (entry.direction == TraceRing::Direction::ToDevice)
        return "; asks for the weight";
    // Each entry stands alone, so that a weight that was cut in two is not decoded. The trace does
    // not know the unit that is set up; what says its own is decoded.
    std::unique_ptr<ScaleFrames> frames;
    if (driver == "toledo")
        frames = toledoFrames(WeightUnit::Kilogram);
    else if (driver == "nci")
        frames = nciFrames(WeightUnit::Kilogram);
    else
        return {};
    return weightWords(*frames, entry);
}

std::string apduWords(const TraceRing::Entry& entry)
{
    const auto& bytes = entry.bytes;
    if (entry.direction == TraceRing::Direction::FromDevice) {
        if (bytes.size() < 2)
            return "; no answer";
        const bool done = bytes[bytes.size() - 2] == 0x90 && bytes.back() == 0x00;
        return done ? "; done" : "; refused";
    }
    if (bytes.size() < 4)
        return {};
    switch (bytes[1]) {
    case 0xCA: return "; asks for the chip's identifier";
    case 0x82: return "; loads a key";
    case 0x86: return bytes.size() > 7 ? "; opens block " + std::to_string(bytes[7]) : "";
    case 0xB0: return "; reads block " + std::to_string(bytes[3]);
    case 0xD6: return "; writes block " + std::to_string(bytes[3]);
    default: return {};
    }
}

std::string codeWords(const TraceRing::Entry& entry)
{
    const auto scan =
        readScan({reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size()});
    if (!scan || scan->symbology.empty())
        return {};
    return "; symbology " + scan->symbology;
}

}  // namespace

std::string describeLine(std::string_view driver, const TraceRing::Entry& entry)
{
    if (entry.direction == TraceRing::Direction::Note)
        return {entry.bytes.begin(), entry.bytes.end()};
    if (driver == "pcsc")
        return toHex(entry.bytes) + apduWords(entry);
    std::string words = readable(entry.bytes);
    if (driver == "toledo" || driver == "nci" || driver == "continuous")
        words += scaleWords(driver, entry);
    else if (driver == "scanner")
        words += codeWords(entry);
    return payments::maskCardNumbers(words);
}

}  // namespace bl
