#include "devices/slot/trace_words.h"
#include "tests/support/catch.h"

namespace bl {

namespace {

TraceRing::Entry entry(TraceRing::Direction direction, std::string_view bytes)
{
    return {{}, direction, {bytes.begin(), bytes.end()}};
}

std::string valuesOf(const std::vector<TraceLine>& lines)
{
    std::string text;
    for (const auto& line : lines) {
        for (const auto& part : line)
            text += part.value + ' ';
        text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("A job for a printer is told command by command", "[devices][trace]")
{
    const std::string job = "\x1b@\x1c&\x1b"
                            "a\x01\xc4\xe3\xba\xc3 59.00\n\x1b"
                            "d\x03\x1dV\x41\x03";

    using enum TraceWord;
    CHECK(describeTrace("escpos", entry(TraceRing::Direction::ToDevice, job))
        == std::vector<TraceLine>{{{Init}}, {{ChineseOn}}, {{Align, "01"}},
            {{Verbatim, "\"你好 59.00\""}}, {{Feed, "03"}}, {{Cut}}});
}

TEST_CASE("A command that breaks off is told as far as it is there", "[devices][trace]")
{
    for (const std::string& part :
        {std::string("\x1dv0\0\x48\0\xff", 7), std::string("\x1d(k"), std::string("\x1b"),
            std::string("\x1dkI\x20"
                        "ab")}) {
        const auto said = describeTrace("escpos", entry(TraceRing::Direction::ToDevice, part));
        CHECK_FALSE(said.empty());
    }
}

TEST_CASE("A printer's answers are told in words", "[devices][trace]")
{
    const auto identity = entry(TraceRing::Direction::FromDevice, std::string("_EPSON\0", 7));
    CHECK(describeTrace("escpos", identity)
        == std::vector<TraceLine>{{{TraceWord::Identity, "EPSON"}}});
    const auto changed = entry(TraceRing::Direction::FromDevice, std::string("\x1c\0\x0f\0", 4));
    CHECK(describeTrace("escpos", changed)
        == std::vector<TraceLine>{{{TraceWord::Changed}, {TraceWord::PaperOut},
            {TraceWord::PaperNearEnd}, {TraceWord::DrawerHigh}}});
}

TEST_CASE("No card number is in a trace, whatever line it came over", "[devices][trace]")
{
    for (const char* driver :
        {"escpos", "rfid", "scanner", "stripe", "toledo", "lrc", "nexo", "codes"}) {
        for (const auto direction :
            {TraceRing::Direction::ToDevice, TraceRing::Direction::FromDevice}) {
            const auto said = valuesOf(
                describeTrace(driver, entry(direction, ";4761739001010010=25121010000\r")));
            INFO(driver << ": " << said);
            CHECK(said.find("4761739001010010") == std::string::npos);
        }
    }
    const auto half =
        valuesOf(describeTrace("stripe", entry(TraceRing::Direction::FromDevice, ";47617390010")));
    CHECK(half.find("4761") == std::string::npos);
}

TEST_CASE("What nobody decodes is told as it is", "[devices][trace]")
{
    using enum TraceWord;
    CHECK(describeTrace("tspl", entry(TraceRing::Direction::ToDevice, "SIZE 40 mm\r\n"))
        == std::vector<TraceLine>{{{Verbatim, "SIZE 40 mm"}}});
    CHECK(describeTrace("tspl", entry(TraceRing::Direction::ToDevice, "\x1b!?"))
        == std::vector<TraceLine>{{{Verbatim, "1b213f"}}});
    CHECK(describeTrace("led8", entry(TraceRing::Direction::ToDevice, "\x1b@\x0c"))
        == std::vector<TraceLine>{{{Verbatim, "<ESC>@<FF>"}}});
    CHECK(describeTrace("led8", entry(TraceRing::Direction::Note, "open"))
        == std::vector<TraceLine>{{{Opened}}});
}

}  // namespace bl
