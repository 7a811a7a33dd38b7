#include "core/base/hex.h"
#include "core/payments/card_masking.h"
#include "devices/payment/zvt_frame.h"
#include "devices/payment/zvt_words.h"
#include "devices/sim/zvt_wire.h"
#include "tests/support/catch.h"

#include <random>

using namespace bl;
using namespace bl::zvt;

namespace {

Bytes bytesOf(std::string_view hex)
{
    return fromHex(hex).value();
}

std::string hexOf(const Apdu& apdu)
{
    return toHex(encode(apdu));
}

}  // namespace

TEST_CASE("Commands have the bytes of the specification", "[payments][zvt][codec]")
{
    const Password password = *passwordOf("123456");
    const auto yuan = *currencyCode("CNY");
    CHECK(hexOf(registration(password, 0x8E, yuan)) == "0600061234568e0156");
    CHECK(hexOf(authorisation(Money::minor(1250), yuan)) == "06010a04000000001250490156");
    CHECK(hexOf(reversal(password, "0012"))
        == "0630061234568700"
           "12");
    CHECK(hexOf(refund(password, Money::minor(99), *currencyCode("EUR")))
        == "06310d12345604000000000099490978");
    CHECK(hexOf(repeatReceipt(password)) == "062003123456");
    CHECK(hexOf(endOfDay(password)) == "065003123456");
    CHECK(hexOf(statusEnquiry(password)) == "050103123456");
    CHECK(hexOf(abortRequest()) == "06b000");
    CHECK(hexOf(acknowledge()) == "800000");
    CHECK(hexOf(refuse(0x83)) == "848300");
    CHECK_FALSE(passwordOf("12345"));
    CHECK_FALSE(passwordOf("12345a"));
    CHECK_FALSE(currencyCode("XYZ"));
}

TEST_CASE("Lengths of 255 and more take three bytes", "[payments][zvt][codec]")
{
    for (const std::size_t size : {0u, 1u, 254u, 255u, 256u, 65'535u}) {
        const Apdu apdu{0x06, 0xD3, Bytes(size, 0x41)};
        const Bytes bytes = encode(apdu);
        CHECK(bytes.size() == size + (size < 255 ? 3 : 5));
        CHECK(messageLength(bytes) == bytes.size());
        CHECK(decode(bytes) == apdu);
        CHECK_FALSE(decode(std::span(bytes).first(bytes.size() - 1)));
    }
    CHECK_FALSE(messageLength(bytesOf("0601ff10")));
}

TEST_CASE("Status information is read field by field", "[payments][zvt][codec]")
{
    const auto fields = readFields(bytesOf("2700"
                                           "04000000002550"
                                           "0b000041"
                                           "0c235959"
                                           "0d1231"
                                           "870012"
                                           "2952000123"
                                           "22f0f84761739001010010"
                                           "8a0a"
                                           "8bf0f456495341"
                                           "3bf0f1f2f3f4f5f6f7"
                                           "3cf0f0f24f4b"));
    CHECK(fields.result == 0);
    CHECK(fields.amount == Money::minor(2550));
    CHECK(fields.trace == "000041");
    CHECK(fields.time == "235959");
    CHECK(fields.date == "1231");
    CHECK(fields.receipt == "0012");
    CHECK(fields.terminal == "52000123");
    CHECK(fields.card == "476173******0010");
    CHECK(fields.cardType == 0x0A);
    CHECK(fields.cardName == "VISA");
    CHECK(fields.text == "OK");
    CHECK(fields.raw.find("4761739001010010") == std::string::npos);
    CHECK(fields.raw.find("22f0f8476173******0010") != std::string::npos);
}

TEST_CASE("What stands before an unknown or broken field counts", "[payments][zvt][codec]")
{
    const auto unknown = readFields(bytesOf("270004000000002550"
                                            "cc4761739001010010"));
    CHECK(unknown.amount == Money::minor(2550));
    CHECK(unknown.raw
        == "270004000000002550"
           "cc476173******0010");
    const auto cut = readFields(bytesOf("2700040000"));
    CHECK(cut.result == 0);
    CHECK_FALSE(cut.amount);
    const auto lying = readFields(bytesOf("27008bf9f9414243"));
    CHECK(lying.cardName.empty());
    CHECK(readFields(bytesOf("04aaaaaaaaaaaa")).amount == std::nullopt);
    CHECK(readFields({}) == Fields{});
}

TEST_CASE("Only the card's number is hidden in a message", "[payments][zvt][codec]")
{
    SECTION("figures stay, also where digits of two fields would be a card's number") {
        const std::string message = "2700"
                                    "04000000002500"
                                    "0b000041"
                                    "0c235959"
                                    "0d1231"
                                    "870012"
                                    "2952000123"
                                    "490156";
        REQUIRE(payments::maskCardNumbers(message) != message);
        CHECK(readFields(bytesOf(message)).raw == message);
    }
    SECTION("a number in a text") {
        const auto fields = readFields(bytesOf("3cf0f1f934373631203733393020303130312030303130"
                                               "2700"));
        CHECK(fields.raw
            == "3cf0f1f9343736312037332a2a202a2a2a2a2030303130"
               "2700");
    }
    SECTION("a number in a container") {
        const auto fields = readFields(bytesOf("0617"
                                               "240a"
                                               "5a084761739001010010"
                                               "1f10084761739001010010"));
        CHECK(fields.raw
            == "0617"
               "240a"
               "5a08476173******0010"
               "1f1008476173******0010");
        CHECK(readFields(bytesOf("0612"
                                 "0710"
                                 "34373631373339303031303130303130"))
                  .raw
            == "0612"
               "0710"
               "3437363137332a2a2a2a2a2a30303130");
    }
    SECTION("letters where nothing is known") {
        CHECK(
            readFields(bytesOf("cc34373631373339303031303130303130")).raw.find("373339303031303130")
            == std::string::npos);
    }
}

TEST_CASE("Nothing of a stripe is kept", "[payments][zvt][codec]")
{
    const auto fields = readFields(bytesOf("23f0f84761739001010010"
                                           "0e2512"
                                           "2700"));
    CHECK(fields.result == 0);
    CHECK(fields.raw
        == "23f0f8****************"
           "0e****"
           "2700");
}

TEST_CASE("Masked digits and odd numbers of digits are read", "[payments][zvt][codec]")
{
    CHECK(cardDigits(bytesOf("476173eeeeee0010")) == "476173******0010");
    CHECK(cardDigits(bytesOf("4761739001010010123f")) == "4761739001010010123");
}

TEST_CASE("Texts come out of containers in UTF-8", "[payments][zvt][codec]")
{
    const auto status = readIntermediate(bytesOf("0a06"
                                                 "0b"
                                                 "2409"
                                                 "0707"
                                                 "4b617274658193"));
    CHECK(status.code == 0x0A);
    CHECK(status.text == "Karteüô");
    CHECK(readIntermediate(bytesOf("0e")).code == 0x0E);
    CHECK(readIntermediate(bytesOf("0e01")).text.empty());
    const auto printed = readPrintBlock(bytesOf("06"
                                                "0f"
                                                "1f070102"
                                                "2509"
                                                "0702"
                                                "4142"
                                                "0703"
                                                "434445"));
    CHECK(printed.kind == SlipKind::Customer);
    CHECK(printed.lines == std::vector<std::string>{"AB", "CDE"});
}

TEST_CASE("Frames double the DLE and check themselves", "[payments][zvt][codec]")
{
    const Bytes message = bytesOf("80001002");
    const Bytes framed = frame(message);
    CHECK(toHex(std::span(framed).first(9)) == "100280001010021003");
    FrameReader reader;
    auto event = FrameReader::Event::Nothing;
    for (const auto byte : framed)
        event = reader.take(byte);
    CHECK(event == FrameReader::Event::Message);
    CHECK(reader.message() == message);
    for (std::size_t i = 2; i < framed.size(); ++i) {
        Bytes damaged = framed;
        damaged[i] = static_cast<std::uint8_t>(damaged[i] ^ 0x01);
        FrameReader other;
        for (const auto byte : damaged)
            CHECK(other.take(byte) != FrameReader::Event::Message);
    }
}

TEST_CASE("The driver and the simulator write the same bytes, by codecs of their own",
    "[payments][zvt][codec]")
{
    std::mt19937 random(41);
    for (int round = 0; round < 2'000; ++round) {
        Bytes data(std::uniform_int_distribution<std::size_t>(0, 600)(random));
        for (auto& byte : data)
            byte = static_cast<std::uint8_t>(random() % 4 == 0 ? 0x10 : random());
        const Apdu apdu{
            static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()), data};
        const sim::ZvtMessage same{
            static_cast<std::uint16_t>(apdu.classByte * 256 + apdu.instruction), data};
        REQUIRE(sim::ZvtWire(sim::ZvtWire::Kind::Tcp).leaving(same) == encode(apdu));
        REQUIRE(sim::ZvtWire(sim::ZvtWire::Kind::Serial).leaving(same) == frame(encode(apdu)));
    }
}

TEST_CASE("Any bytes are read without harm", "[payments][zvt][codec]")
{
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        Bytes data(std::uniform_int_distribution<std::size_t>(0, 80)(random));
        for (auto& byte : data)
            byte = static_cast<std::uint8_t>(random());
        const auto fields = readFields(data);
        CHECK(fields.raw.size() <= 2 * data.size());
        (void)readIntermediate(data);
        (void)readPrintBlock(data);
        (void)decode(data);
        (void)countOf(data);
        (void)describeTrace({{}, TraceRing::Direction::FromDevice, data});
    }
}
