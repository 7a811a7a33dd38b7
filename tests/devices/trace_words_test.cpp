#include "devices/slot/trace_words.h"
#include "tests/support/catch.h"

namespace bl {

namespace {

TraceRing::Entry entry(TraceRing::Direction direction, std::string_view bytes)
{
    return {{}, direction, {bytes.begin(), bytes.end()}};
}

}  // namespace

TEST_CASE("A job for a printer is told command by command", "[devices][trace]")
{
    const std::string job = "\x1b@\x1c&\x1b"
                            "a\x01\xc4\xe3\xba\xc3 59.00\n\x1b"
                            "d\x03\x1dV\x41\x03";

    CHECK(describeTrace("escpos", entry(TraceRing::Direction::ToDevice, job))
        == "init\nChinese on\nalign 01\n\"你好 59.00\"\nfeed 03\ncut");
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
    CHECK(describeTrace("escpos", identity) == "is EPSON");
}

TEST_CASE("No card number is in a trace, whatever line it came over", "[devices][trace]")
{
    for (const char* driver :
        {"escpos", "rfid", "scanner", "stripe", "toledo", "lrc", "nexo", "codes"}) {
        for (const auto direction :
            {TraceRing::Direction::ToDevice, TraceRing::Direction::FromDevice}) {
            const auto said =
                describeTrace(driver, entry(direction, ";4761739001010010=25121010000\r"));
            INFO(driver << ": " << said);
            CHECK(said.find("4761739001010010") == std::string::npos);
        }
    }
    const auto half =
        describeTrace("stripe", entry(TraceRing::Direction::FromDevice, ";47617390010"));
    CHECK(half.find("4761") == std::string::npos);
}

TEST_CASE("What is no text is told in hexadecimal", "[devices][trace]")
{
    CHECK(describeTrace("nci", entry(TraceRing::Direction::FromDevice, "ST,+0001.5\r\n"))
        == "ST,+0001.5");
    CHECK(describeTrace("led8", entry(TraceRing::Direction::ToDevice, "\x1b@\x0c")) == "1b400c");
    CHECK(describeTrace("led8", entry(TraceRing::Direction::Note, "open")) == "open");
}

}  // namespace bl
