#include "devices/slot/line_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"
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

TracePart weightPart(const ScaleFrames::Frame& frame)
{
    if (const auto* damaged = std::get_if<ScaleFrames::Damaged>(&frame))
        return {TraceWord::Damaged, damaged->why};
    const auto& weight = std::get<WeightSeen>(frame);
    if (weight.overload)
        return {TraceWord::Overload};
    if (weight.belowZero)
        return {TraceWord::BelowZero};
    return {weight.stable ? TraceWord::AtRest : TraceWord::Moving, std::to_string(weight.grams)};
}

void addWeights(TraceLine& line, std::string_view driver, const TraceRing::Entry& entry)
{
    if (entry.direction == TraceRing::Direction::ToDevice) {
        line.push_back({TraceWord::AsksWeight});
        return;
    }
    // Each entry stands alone, so that a weight that was cut in two is not decoded. The trace does
    // not know the unit that is set up; what says its own is decoded.
    std::unique_ptr<ScaleFrames> frames;
    if (driver == "toledo")
        frames = toledoFrames(WeightUnit::Kilogram);
    else if (driver == "nci")
        frames = nciFrames(WeightUnit::Kilogram);
    else
        return;
    for (const auto& frame : frames->take(entry.bytes, entry.at))
        line.push_back(weightPart(frame));
}

std::optional<TracePart> apduPart(const TraceRing::Entry& entry)
{
    const auto& bytes = entry.bytes;
    if (entry.direction == TraceRing::Direction::FromDevice) {
        if (bytes.size() < 2)
            return TracePart{TraceWord::NoAnswer};
        const bool done = bytes[bytes.size() - 2] == 0x90 && bytes.back() == 0x00;
        return TracePart{done ? TraceWord::Done : TraceWord::Refused};
    }
    if (bytes.size() < 4)
        return std::nullopt;
    switch (bytes[1]) {
    case 0xCA: return TracePart{TraceWord::AsksChip};
    case 0x82: return TracePart{TraceWord::LoadsKey};
    case 0x86:
        if (bytes.size() > 7)
            return TracePart{TraceWord::OpensBlock, std::to_string(bytes[7])};
        break;
    case 0xB0: return TracePart{TraceWord::ReadsBlock, std::to_string(bytes[3])};
    case 0xD6: return TracePart{TraceWord::WritesBlock, std::to_string(bytes[3])};
    default: break;
    }
    return std::nullopt;
}

std::optional<TracePart> codePart(const TraceRing::Entry& entry)
{
    const auto scan =
        readScan({reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size()});
    if (!scan || scan->symbology.empty())
        return std::nullopt;
    return TracePart{TraceWord::Symbology, scan->symbology};
}

}  // namespace

TraceLine describeLine(std::string_view driver, const TraceRing::Entry& entry)
{
    const bool card = driver == "pcsc";
    TraceLine line{{TraceWord::Verbatim,
        payments::maskCardNumbers(card ? toHex(entry.bytes) : readable(entry.bytes))}};
    if (driver == "toledo" || driver == "nci" || driver == "continuous") {
        addWeights(line, driver, entry);
        return line;
    }
    const auto meant = card   ? apduPart(entry)
        : driver == "scanner" ? codePart(entry)
                              : std::optional<TracePart>{};
    if (meant)
        line.push_back(*meant);
    return line;
}

}  // namespace bl
