#include "devices/printer/escpos_words.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/payments/payment_attempt.h"
#include "devices/printer/escpos_answers.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace bl::escpos {

namespace {

struct CommandWord {
    std::array<std::uint8_t, 2> head;
    std::size_t arguments;  ///< bytes behind the head
    std::string_view name;
};

constexpr std::array kCommandWords{
    CommandWord{{0x1B, 0x40}, 0, "init"},
    CommandWord{{0x1B, 0x61}, 1, "align"},
    CommandWord{{0x1B, 0x45}, 1, "bold"},
    CommandWord{{0x1D, 0x21}, 1, "size"},
    CommandWord{{0x1C, 0x21}, 1, "size of Chinese"},
    CommandWord{{0x1C, 0x26}, 0, "Chinese on"},
    CommandWord{{0x1C, 0x2E}, 0, "Chinese off"},
    CommandWord{{0x1B, 0x74}, 1, "code page"},
    CommandWord{{0x1B, 0x64}, 1, "feed"},
    CommandWord{{0x1B, 0x33}, 1, "line height"},
    CommandWord{{0x1B, 0x32}, 0, "usual line height"},
    CommandWord{{0x1B, 0x70}, 3, "drawer"},
    CommandWord{{0x10, 0x14}, 3, "drawer now"},
    CommandWord{{0x10, 0x04}, 1, "status?"},
    CommandWord{{0x1D, 0x61}, 1, "tell changes"},
    CommandWord{{0x1D, 0x72}, 1, "done?"},
    CommandWord{{0x1D, 0x49}, 1, "who?"},
    CommandWord{{0x1D, 0x68}, 1, "bar code height"},
    CommandWord{{0x1D, 0x77}, 1, "bar code width"},
    CommandWord{{0x1D, 0x48}, 1, "bar code text"},
};

std::string counted(std::string_view what, std::size_t bytes)
{
    return std::string(what) + " (" + std::to_string(bytes) + " bytes)";
}

/// A run of text as UTF-8; counted where it is none.
std::string textLine(std::span<const std::uint8_t> bytes)
{
    std::vector<char> text(bytes.size() * 4 + 1);
    UErrorCode problem = U_ZERO_ERROR;
    const auto length = ucnv_convert("UTF-8", "GB18030", text.data(),
        static_cast<std::int32_t>(text.size()), reinterpret_cast<const char*>(bytes.data()),
        static_cast<std::int32_t>(bytes.size()), &problem);
    if (U_FAILURE(problem))
        return counted("text", bytes.size());
    return '"'
        + payments::maskCardNumbers(
            excerpt({text.data(), static_cast<std::size_t>(length)}, bytes.size() * 4))
        + '"';
}

struct Word {
    std::string line;
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
        return Word{"cut", length};
    }
    if (bytes[1] == 0x76 && bytes[2] == 0x30 && bytes.size() >= 8) {
        const std::size_t across = number(4);
        const std::size_t down = number(6);
        return Word{"picture " + std::to_string(across * 8) + " x " + std::to_string(down),
            8 + across * down};
    }
    if (bytes[1] == 0x28 && bytes.size() >= 5)
        return Word{bytes[2] == 0x6B ? "QR code"
                : bytes[2] == 0x48   ? "mark"
                                     : "command",
            5 + number(3)};
    if (bytes[1] == 0x6B && bytes.size() >= 4)
        return Word{"bar code", std::size_t{4} + bytes[3]};
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
            return Word{
                std::string(known->name) + (arguments.empty() ? "" : ' ' + toHex(arguments)),
                length};
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

struct AnswerWords {
    std::string operator()(const StatusAnswer& answer) const
    {
        return "status " + hex(answer.bits);
    }
    std::string operator()(const SensorAnswer& answer) const { return "done " + hex(answer.bits); }
    std::string operator()(const AutomaticStatus& answer) const
    {
        constexpr std::array kWords{"ready", "paper out", "cover open", "cutter jam", "fault"};
        std::string line = "changed: ";
        line += kWords[static_cast<std::size_t>(answer.condition)];
        if (answer.paperNearEnd)
            line += ", paper nearly out";
        return line + (answer.drawerHigh ? ", drawer line high" : "");
    }
    std::string operator()(const MarkAnswer& answer) const
    {
        return "done with " + excerpt({answer.mark.data(), answer.mark.size()});
    }
    std::string operator()(const IdentityAnswer& answer) const
    {
        return "is " + excerpt(answer.text);
    }

    static std::string hex(std::uint8_t bits) { return toHex(std::span(&bits, 1)); }
};

}  // namespace

std::string describeSent(std::span<const std::uint8_t> bytes)
{
    std::string lines;
    const auto add = [&](const std::string& line) {
        lines += (lines.empty() ? "" : "\n") + line;
    };
    while (!bytes.empty()) {
        if (const auto word = command(bytes)) {
            add(word->line);
            bytes = bytes.subspan(word->length);
            continue;
        }
        const auto textEnd = std::ranges::find_if_not(bytes, isText);
        auto length = static_cast<std::size_t>(textEnd - bytes.begin());
        if (length > 0) {
            add(textLine(bytes.first(length)));
        } else {
            const bool feed = bytes[0] == '\n' || bytes[0] == '\r';
            length = 1;
            if (!feed)
                add(counted("?", 1));
        }
        bytes = bytes.subspan(length);
    }
    return lines;
}

std::string describeReceived(std::span<const std::uint8_t> bytes)
{
    AnswerReader reader;
    reader.feed(bytes);
    std::string lines;
    while (const auto answer = reader.next())
        lines += (lines.empty() ? "" : "\n") + std::visit(AnswerWords{}, *answer);
    return lines.empty() ? counted("…", bytes.size()) : lines;
}

}  // namespace bl::escpos
