#include "core/payments/card_number.h"
#include "devices/card/rfid_frames.h"
#include "devices/card/stripe_swipe.h"
#include "devices/display/display_codec.h"
#include "devices/scale/scale.h"
#include "devices/scale/scale_frames.h"
#include "devices/scanner/scan_burst.h"
#include "devices/slot/line_words.h"
#include "tests/support/catch.h"

namespace bl::test {

namespace {

std::span<const std::uint8_t> raw(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

DeviceTime at(int ms)
{
    return DeviceTime{} + std::chrono::milliseconds(ms);
}

std::string cardNumber(const DeviceEvent& event)
{
    if (const auto* seen = std::get_if<CardSeen>(&event))
        return seen->number;
    if (const auto* refused = std::get_if<CardRefused>(&event))
        return refused->reason == CardRefused::Reason::PaymentCard ? "payment" : "unreadable";
    return "?";
}

std::string swiped(std::string_view text, std::string_view profile = {})
{
    return cardNumber(readSwipe(text, StripeProfile::parse(profile).value(), at(0)));
}

}  // namespace

TEST_CASE("A terminator ends a code, and so does silence", "[devices][codec]")
{
    ScanBurst burst;
    const auto both = burst.take(raw("690123\r\n]E04006381333931\t12"), at(0));
    REQUIRE(both.size() == 2);
    CHECK(both[0].code == "690123");
    CHECK(both[1].code == "4006381333931");
    CHECK(both[1].symbology == "]E0");
    CHECK(burst.take(raw("34"), at(20)).empty());
    CHECK_FALSE(burst.settle(at(69)));
    const auto last = burst.settle(at(70));
    REQUIRE(last);
    CHECK(last->code == "1234");
    CHECK(last->gaps.size() == 3);
    CHECK(last->gaps[1] == std::chrono::milliseconds(20));
    CHECK_FALSE(burst.deadline());
}

TEST_CASE("Group separators stay in a code and other control bytes go", "[devices][codec]")
{
    const auto scan = readScan(std::string_view("]C1\x02"
                                                "0106901234567892\x1D"
                                                "10A\x7F\x03"));
    REQUIRE(scan);
    CHECK(scan->symbology == "]C1");
    CHECK(scan->code
        == "0106901234567892\x1D"
           "10A");
    CHECK_FALSE(readScan("\x01\x02"));
    CHECK_FALSE(readScan("\xFF\xFF\xFF"));
}

TEST_CASE("A code without end is given up whole", "[devices][codec]")
{
    ScanBurst burst;
    const std::string flood(ScanBurst::kMaxBytes + 10, '7');
    CHECK(burst.take(raw(flood), at(0)).empty());
    CHECK(burst.take(raw("\r"), at(1)).empty());
    CHECK(burst.take(raw("123456\r"), at(2)).size() == 1);
}

TEST_CASE("Tracks are read strictly", "[devices][codec]")
{
    const auto tracks = parseTracks("%M12345^LI NA?;880000123=99?+0112345?\r", false);
    REQUIRE(tracks);
    CHECK(tracks->first == "M12345^LI NA");
    CHECK(tracks->second == "880000123=99");
    CHECK(tracks->third == "0112345");
    CHECK(parseTracks(";123=4?", false)->second == "123=4");
    for (const char* wrong : {"", "123", ";123", ";12a?", ";?", ";1;2?", "%abc?", ";1?;2?;3?",
             ";1?%A?", ";1?x", ";11111111111111111111111111111111111111?"}) {
        INFO(wrong);
        CHECK_FALSE(parseTracks(wrong, false));
    }
}

TEST_CASE("Check characters of tracks are checked where the reader sends them", "[devices][codec]")
{
    std::string right;
    for (const char check : std::string_view("0123456789:;<=>?")) {
        if (parseTracks(std::string(";12=9?") + check, true))
            right += check;
    }
    // 11 ^ 1 ^ 2 ^ 13 ^ 9 ^ 15, as the stripe codes `;12=9?`.
    CHECK(right == "3");
    CHECK_FALSE(parseTracks(";1?", true));
}

TEST_CASE("A profile says where a member's number stands", "[devices][codec]")
{
    CHECK(swiped(";880000123=99?") == "880000123");
    CHECK(swiped(";880000123=99?", "2.2-6") == "0000");
    CHECK(swiped("%BM00042^LI?", "1.1-7") == "M00042");
    CHECK(swiped(";880000123=99?", "1") == "unreadable");
    CHECK(swiped(";12=3?", "2.0-9") == "unreadable");
    CHECK(swiped(";12=3?", "2.1-4") == "unreadable");
    for (const char* wrong : {"4", "0", "2.5", "2.5-5", "2.a-b", "2.1-2.3-4", "lrc"}) {
        INFO(wrong);
        CHECK_FALSE(StripeProfile::parse(wrong));
    }
}

TEST_CASE("Payment cards are told by check digit, length and range", "[devices][codec]")
{
    for (const char* card :
        {"4111111111111111", "5555555555554444", "2223003122003222", "378282246310005",
            "6011111111111117", "3530111333300000", "6212345678901232", "30569309025904"}) {
        INFO(card);
        CHECK(payments::isPaymentCard(card));
        CHECK(swiped(";" + std::string(card) + "=2912?") == "payment");
        CHECK(swiped("%B" + std::string(card) + "^DOE/J^2912?;880000123=1?") == "payment");
    }
    for (const char* other :
        {"", "880000123", "4111111111111112", "6901234567892", "9111111111111111"}) {
        INFO(other);
        CHECK_FALSE(payments::isPaymentCard(other));
    }
}

TEST_CASE("Frames of chips are checked", "[devices][codec]")
{
    RfidFrames frames;
    const auto numbers = [&](std::string_view bytes) {
        std::vector<std::string> all;
        for (const auto& event : frames.take(raw(bytes), at(0)))
            all.push_back(cardNumber(event));
        return all;
    };
    using List = std::vector<std::string>;
    CHECK(numbers("\x02"
                  "0415abcdef\x03")
        == List{"0415ABCDEF"});
    CHECK(numbers("\x02"
                  "0415ABCDEF98\r\n\x03")
        == List{"0415ABCDEF"});
    CHECK(numbers("\x02"
                  "0415ABCDEF99\r\n\x03")
        == List{"unreadable"});
    CHECK(numbers("\x02"
                  "0415AB\x03")
        == List{"unreadable"});
    CHECK(numbers("\x02"
                  "0415\x02"
                  "0415ABCDEF\x03")
        == List{"unreadable", "0415ABCDEF"});
    CHECK(numbers("0012345678\r") == List{"0012345678"});
    CHECK(numbers("0012345678\n") == List{"0012345678"});
    CHECK(numbers("0012345678\r\n0012345679\r\n") == List{"0012345678", "0012345679"});
    CHECK(numbers("12\r") == List{"unreadable"});
    CHECK(numbers("12\n345678\r") == List{"unreadable", "345678"});
    CHECK(numbers("0012#345678\r") == List{"unreadable"});
    CHECK(numbers("\r\n\x03").empty());
}

TEST_CASE("Weights are read exactly", "[devices][codec]")
{
    CHECK(parseGrams("+0001.234", WeightUnit::Kilogram) == 1234);
    CHECK(parseGrams("-  0.500", WeightUnit::Kilogram) == -500);
    CHECK(parseGrams("0.0005", WeightUnit::Kilogram) == 1);
    CHECK(parseGrams("0.0004", WeightUnit::Kilogram) == 0);
    CHECK(parseGrams("123.5", WeightUnit::Gram) == 124);
    CHECK(parseGrams("1.000", WeightUnit::Pound) == 454);
    CHECK(parseGrams("999999.999", WeightUnit::Pound) == 453592370);
    for (const char* wrong :
        {"", ".", "1.", ".5", "1,2", "1e3", "0x10", "1.2.3", "--1", "9999999999", "1.0000000"}) {
        INFO(wrong);
        CHECK_FALSE(parseGrams(wrong, WeightUnit::Kilogram));
    }
}

TEST_CASE("A load of scales that do not tell is at rest when its weight stays", "[devices][codec]")
{
    const auto frames = continuousFrames(WeightUnit::Kilogram, DigitOrder::Reversed);
    std::optional<WeightSeen> weight;
    const auto hear = [&](std::string_view bytes, int ms) {
        for (const auto& frame : frames->take(raw(bytes), at(ms)))
            weight = std::get<WeightSeen>(frame);
    };
    hear("=432.10=", 1000);
    REQUIRE(weight);
    CHECK(weight->grams == 1234);
    CHECK_FALSE(weight->stable);
    for (int ms = 1100; ms <= 1500; ms += 100)
        hear("432.10=", ms);
    CHECK(weight->stable);
    hear("532.10=", 1600);
    CHECK_FALSE(weight->stable);
    for (int ms = 1700; ms <= 2100; ms += 100)
        hear("532.10=", ms);
    CHECK(weight->stable);
    // Nobody knows what happened while nothing was heard.
    hear("532.10=", 4000);
    CHECK_FALSE(weight->stable);
}

TEST_CASE("Status bytes of scales are understood", "[devices][codec]")
{
    const auto one = [](ScaleFrames& frames, std::string_view bytes) {
        const auto heard = frames.take(raw(bytes), at(0));
        REQUIRE(heard.size() == 1);
        return heard.front();
    };
    const auto toledo = toledoFrames(WeightUnit::Kilogram);
    CHECK(std::get<WeightSeen>(one(*toledo,
                                   "\x02"
                                   "01.234\r"))
              .grams
        == 1234);
    CHECK(std::get<WeightSeen>(one(*toledo,
                                   "\x02"
                                   "01.234N\r"))
              .grams
        == 1234);
    CHECK_FALSE(std::get<WeightSeen>(one(*toledo, "\x02?\x41\r")).stable);
    CHECK(std::get<WeightSeen>(one(*toledo, "\x02?\x42\r")).overload);
    CHECK(std::get<WeightSeen>(one(*toledo, "\x02?\x44\r")).belowZero);
    CHECK(isEmpty(std::get<WeightSeen>(one(*toledo, "\x02?\x50\r"))));
    CHECK(std::holds_alternative<ScaleFrames::Damaged>(one(*toledo,
        "\x02"
        "01234\r")));
    CHECK(toledo->take(raw("noise\r"), at(0)).empty());
    const auto nci = nciFrames(WeightUnit::Kilogram);
    CHECK(std::get<WeightSeen>(one(*nci, "\n01.234KG\r\nS00\r\x03")).grams == 1234);
    CHECK(std::get<WeightSeen>(one(*nci, "\n01.234KG\r\n00\x03")).stable);
    CHECK_FALSE(std::get<WeightSeen>(one(*nci, "\nS10\r\x03")).stable);
    CHECK(std::get<WeightSeen>(one(*nci, "\nS02\r\x03")).overload);
    CHECK(std::get<WeightSeen>(one(*nci, "\nS01\r\x03")).belowZero);
    CHECK(std::holds_alternative<ScaleFrames::Damaged>(one(*nci, "\n01.234KG\r\n\x03")));
    CHECK(std::holds_alternative<ScaleFrames::Damaged>(one(*nci, "\n01.234LB\r\nS00\r\x03")));
    CHECK(std::get<WeightSeen>(one(*nci, "ST,GS,+0001.234kg\r\n")).grams == 1234);
    CHECK_FALSE(std::get<WeightSeen>(one(*nci, "US,GS,+0001.234kg\r\n")).stable);
    CHECK(std::get<WeightSeen>(one(*nci, "OL,GS,+9999.999kg\r\n")).overload);
}

TEST_CASE("Amounts on displays are never cut and never questioned", "[devices][codec]")
{
    const DisplayContent total{DisplayContent::Kind::Total, {"谢谢惠顾，欢迎再次光临", "THANK YOU"},
        {"合计", "TOTAL"}, "3", {}, "1234567890.00"};
    CHECK(displayLines(total, DisplayEncoding::Ascii)
        == std::array<std::string, 2>{"THANK YOU          3", "TOTAL  1234567890.00"});
    const auto chinese = displayLines(total, DisplayEncoding::Gb18030);
    CHECK(chinese[0].size() == kDisplayColumns);
    CHECK(chinese[1].substr(7) == "1234567890.00");
    // An emoji is in no display: the Latin text stands for all of it.
    auto rare = total;
    rare.heading.text = "谢谢😀";
    CHECK(displayLines(rare, DisplayEncoding::Gb18030)[0] == "THANK YOU          3");
    auto injected = total;
    injected.caption = {"\x1B@合计", "\x1B@T"};
    CHECK(displayLines(injected, DisplayEncoding::Ascii)[1].starts_with("@T "));
    const auto bytes = led8Bytes(total);
    CHECK(std::string(bytes.begin(), bytes.end()) == "\x1Bs2\x1BQA--------\r");
}

TEST_CASE("A display tells which texts nobody reads on it", "[devices][codec]")
{
    const auto lost = [](DisplayContent::Text heading, DisplayContent::Text caption,
                          DisplayEncoding encoding) {
        DisplayContent content;
        content.heading = std::move(heading);
        content.caption = std::move(caption);
        return lostTexts(content, encoding);
    };
    using List = std::vector<std::string>;
    using enum DisplayEncoding;
    CHECK(lost({"WELCOME", {}}, {"12.34", {}}, Ascii).empty());
    CHECK(lost({"洁面乳", {}}, {"12.34", {}}, Ascii) == List{"洁面乳"});
    CHECK(lost({"洁面乳", {}}, {"谢谢😀", {}}, Gb18030) == List{"谢谢😀"});
    CHECK(lost({"洁面乳", "CLEANSER"}, {}, Ascii).empty());
    CHECK(lost({"THIS IS TOO LONG FOR IT", {}}, {}, Ascii) == List{"THIS IS TOO LONG FOR IT"});
}

TEST_CASE("A trace is told in words, and no card number is in it", "[devices][codec]")
{
    const auto told = [](const char* driver, TraceRing::Direction direction,
                          std::string_view bytes) {
        const auto span = raw(bytes);
        return describeLine(driver, {at(0), direction, {span.begin(), span.end()}});
    };
    using enum TraceRing::Direction;
    using enum TraceWord;
    CHECK(told("scanner", FromDevice, "]C0AB-690\r")
        == TraceLine{{Verbatim, "]C0AB-690<CR>"}, {Symbology, "]C0"}});
    CHECK(told("scanner", FromDevice, "4111111111111111\r")
        == TraceLine{{Verbatim, "411111******1111<CR>"}});
    CHECK(told("toledo", ToDevice, "W") == TraceLine{{Verbatim, "W"}, {AsksWeight}});
    CHECK(told("toledo", FromDevice,
              "\x02"
              "01.234\r")
        == TraceLine{{Verbatim, "<STX>01.234<CR>"}, {AtRest, "1234"}});
    CHECK(told("nci", FromDevice, "US,GS,+0001.234kg\r\n")
        == TraceLine{{Verbatim, "US,GS,+0001.234kg<CR><LF>"}, {Moving, "1234"}});
    CHECK(told("rfid", FromDevice,
              "\xFF"
              "0\r")
        == TraceLine{{Verbatim, "<ff>0<CR>"}});
    CHECK(told("cd5220", ToDevice, "\x1BQATOTAL\r") == TraceLine{{Verbatim, "<ESC>QATOTAL<CR>"}});
    CHECK(told("pcsc", ToDevice, std::string_view("\xFF\xB0\x00\x08\x10", 5))
        == TraceLine{{Verbatim, "ffb0000810"}, {ReadsBlock, "8"}});
    CHECK(told("pcsc", FromDevice, std::string_view("\x63\x00", 2))
        == TraceLine{{Verbatim, "6300"}, {Refused}});
}

}  // namespace bl::test
