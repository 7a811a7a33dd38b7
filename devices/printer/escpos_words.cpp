#include "devices/printer/escpos_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"
#include "devices/printer/escpos_answers.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace bl::escpos {

namespace {

struct CommandWord {
    std::array<std::uint8_t, 2> head;
    std::size_t arguments;  ///< bytes behind the head
    TraceWord word;
};

constexpr std::array kCommandWords{
    CommandWord{{0x1B, 0x40}, 0, TraceWord::Init},
    CommandWord{{0x1B, 0x61}, 1, TraceWord::Align},
    CommandWord{{0x1B, 0x45}, 1, TraceWord::Bold},
    CommandWord{{0x1D, 0x21}, 1, TraceWord::Size},
    CommandWord{{0x1C, 0x21}, 1, TraceWord::ChineseSize},
    CommandWord{{0x1C, 0x26}, 0, TraceWord::ChineseOn},
    CommandWord{{0x1C, 0x2E}, 0, TraceWord::ChineseOff},
    CommandWord{{0x1B, 0x74}, 1, TraceWord::CodePage},
    CommandWord{{0x1B, 0x64}, 1, TraceWord::Feed},
    CommandWord{{0x1B, 0x33}, 1, TraceWord::LineHeight},
    CommandWord{{0x1B, 0x32}, 0, TraceWord::UsualLineHeight},
    CommandWord{{0x1B, 0x70}, 3, TraceWord::Drawer},
    CommandWord{{0x10, 0x14}, 3, TraceWord::DrawerNow},
    CommandWord{{0x10, 0x04}, 1, TraceWord::AsksStatus},
    CommandWord{{0x1D, 0x61}, 1, TraceWord::TellChanges},
    CommandWord{{0x1D, 0x72}, 1, TraceWord::AsksDone},
    CommandWord{{0x1D, 0x49}, 1, TraceWord::AsksIdentity},
    CommandWord{{0x1D, 0x68}, 1, TraceWord::BarcodeHeight},
    CommandWord{{0x1D, 0x77}, 1, TraceWord::BarcodeWidth},
    CommandWord{{0x1D, 0x48}, 1, TraceWord::BarcodeText},
};

/// A run of text as UTF-8; counted where it is none.
TracePart textPart(std::span<const std::uint8_t> bytes)
{
    std::vector<char> text(bytes.size() * 4 + 1);
    UErrorCode problem = U_ZERO_ERROR;
    const auto length = ucnv_convert("UTF-8", "GB18030", text.data(),
        static_cast<std::int32_t>(text.size()), reinterpret_cast<const char*>(bytes.data()),
        static_cast<std::int32_t>(bytes.size()), &problem);
    if (U_FAILURE(problem))
        return {TraceWord::TextBytes, std::to_string(bytes.size())};
    const std::string shown = payments::maskCardNumbers(
        excerpt({text.data(), static_cast<std::size_t>(length)}, bytes.size() * 4));
    return {TraceWord::Verbatim, '"' + shown + '"'};
}

struct Word {
    TracePart part;
    std::size_t length = 0;
};

/// Commands whose length stands in them. `rest` is what is there of it.
std::optional<Word> longCommand(std::span<const std::uint8_t> bytes)
{
    const auto number = [&](std::size_t at) -> std::size_t {
        return at + 1 < bytes.size() ? bytes[at] + 256U * bytes[at + 1] : 0U;
    };
    if (bytes.size() < 3 || bytes[0] != 0x1D)
        return std::nullopt;
    if (bytes[1] == 0x56) {
        const std::size_t length = bytes[2] >= 0x41 ? 4 : 3;
        return Word{{TraceWord::Cut}, length};
    }
    if (bytes[1] == 0x76 && bytes[2] == 0x30 && bytes.size() >= 8) {
        const std::size_t across = number(4);
        const std::size_t down = number(6);
        return Word{{TraceWord::Picture, std::to_string(across * 8) + " x " + std::to_string(down)},
            8 + across * down};
    }
    if (bytes[1] == 0x28 && bytes.size() >= 5)
        return Word{{bytes[2] == 0x6B          ? TraceWord::QrCode
                            : bytes[2] == 0x48 ? TraceWord::Mark
                                               : TraceWord::Command},
            5 + number(3)};
    if (bytes[1] == 0x6B && bytes.size() >= 4)
        return Word{{TraceWord::Barcode}, std::size_t{4} + bytes[3]};
    return std::nullopt;
}

std::optional<Word> command(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() >= 2) {
        const auto known = std::ranges::find_if(kCommandWords, [&](const CommandWord& one) {
            return one.head[0] == bytes[0] && one.head[1] == bytes[1];
        });
        if (known != kCommandWords.end()) {
            const auto length = std::min(bytes.size(), 2 + known->arguments);
            const auto arguments = bytes.subspan(2, length - 2);
            return Word{{known->word, toHex(arguments)}, length};
        }
    }
    auto word = longCommand(bytes);
    if (word)
        word->length = std::min(word->length, bytes.size());
    return word;
}

bool isText(std::uint8_t byte)
{
    return byte >= 0x20 && byte != 0x7F;
}

TraceWord wordOf(PrinterCondition condition)
{
    switch (condition) {
    case PrinterCondition::Ready: return TraceWord::Ready;
    case PrinterCondition::PaperOut: return TraceWord::PaperOut;
    case PrinterCondition::CoverOpen: return TraceWord::CoverOpen;
    case PrinterCondition::CutterJam: return TraceWord::CutterJam;
    case PrinterCondition::Fault: break;
    }
    return TraceWord::Fault;
}

struct AnswerWords {
    TraceLine operator()(const StatusAnswer& answer) const
    {
        return {{TraceWord::Status, hex(answer.bits)}};
    }
    TraceLine operator()(const SensorAnswer& answer) const
    {
        return {{TraceWord::SensorAnswer, hex(answer.bits)}};
    }
    TraceLine operator()(const AutomaticStatus& answer) const
    {
        TraceLine line{{TraceWord::Changed}, {wordOf(answer.condition)}};
        if (answer.paperNearEnd)
            line.push_back({TraceWord::PaperNearEnd});
        if (answer.drawerHigh)
            line.push_back({TraceWord::DrawerHigh});
        return line;
    }
    TraceLine operator()(const MarkAnswer& answer) const
    {
        return {{TraceWord::MarkAnswer, excerpt({answer.mark.data(), answer.mark.size()})}};
    }
    TraceLine operator()(const IdentityAnswer& answer) const
    {
        return {{TraceWord::Identity, excerpt(answer.text)}};
    }

    static std::string hex(std::uint8_t bits) { return toHex(std::span(&bits, 1)); }
};

}  // namespace

std::vector<TraceLine> describeSent(std::span<const std::uint8_t> bytes)
{
    std::vector<TraceLine> lines;
    while (!bytes.empty()) {
        if (auto word = command(bytes)) {
            lines.push_back({std::move(word->part)});
            bytes = bytes.subspan(word->length);
            continue;
        }
        const auto textEnd = std::ranges::find_if_not(bytes, isText);
        auto length = static_cast<std::size_t>(textEnd - bytes.begin());
        if (length > 0) {
            lines.push_back({textPart(bytes.first(length))});
        } else {
            const bool feed = bytes[0] == '\n' || bytes[0] == '\r';
            length = 1;
            if (!feed)
                lines.push_back({{TraceWord::UnknownBytes, "1"}});
        }
        bytes = bytes.subspan(length);
    }
    return lines;
}

std::vector<TraceLine> describeReceived(std::span<const std::uint8_t> bytes)
{
    AnswerReader reader;
    reader.feed(bytes);
    std::vector<TraceLine> lines;
    while (const auto answer = reader.next())
        lines.push_back(std::visit(AnswerWords{}, *answer));
    if (lines.empty())
        lines.push_back({{TraceWord::HiddenBytes, std::to_string(bytes.size())}});
    return lines;
}

}  // namespace bl::escpos
