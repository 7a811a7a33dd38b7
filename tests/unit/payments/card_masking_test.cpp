#include "core/payments/card_masking.h"
#include "tests/support/catch.h"

#include <random>
#include <string>

using namespace bl;
using namespace bl::payments;

namespace {

/// A number of that length with a right check digit.
std::string cardNumber(std::mt19937& random, std::size_t length)
{
    std::uniform_int_distribution<int> digit(0, 9);
    std::string number;
    while (number.size() + 1 < length)
        number += static_cast<char>('0' + digit(random));
    for (char last = '0'; last <= '9'; ++last) {
        int sum = 0;
        const std::string whole = number + last;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const int value = (whole[whole.size() - 1 - i] - '0') * (i % 2 == 1 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        if (sum % 10 == 0)
            return whole;
    }
    return {};
}

std::string digitsOnly(const std::string& text)
{
    std::string digits;
    for (const char c : text)
        if ((c >= '0' && c <= '9') || c == '*')
            digits += c;
    return digits;
}

/// No digit of the number's middle is left where it stood.
void checkHidden(const std::string& text, std::size_t at, std::size_t length)
{
    const std::string masked = maskCardNumbers(text);
    INFO(text << " -> " << masked);
    REQUIRE(masked.size() == text.size());
    const std::string digits = digitsOnly(text.substr(0, at));
    const std::string shown = digitsOnly(masked).substr(digits.size(), length);
    for (std::size_t i = 6; i + 4 < length; ++i)
        REQUIRE(shown[i] == '*');
}

}  // namespace

TEST_CASE("A card number shows its first six and last four digits", "[payments][masking]")
{
    CHECK(maskCardNumber("4761739001010010") == "476173******0010");
    CHECK(maskCardNumber("6222021234567890123") == "622202*********0123");
    CHECK(maskCardNumber("12345") == "***45");
    CHECK(maskCardNumber("").empty());
    CHECK(maskCardNumbers("4761739001010010") == "476173******0010");
    CHECK(maskCardNumbers("card 4761 7390 0101 0010 ok") == "card 4761 73** **** 0010 ok");
    CHECK(maskCardNumbers("4761-7390-0101-0010") == "4761-73**-****-0010");
    CHECK(maskCardNumbers("trace 000041, 2026-01-02") == "trace 000041, 2026-01-02");
}

TEST_CASE("What a stripe has behind the number is hidden too", "[payments][masking]")
{
    CHECK(maskCardNumbers(";4761739001010010=25122011143878089?")
        == ";476173******0010=*****************?");
    CHECK(maskCardNumbers("%B4761739001010010^WANG/FANG^2512201111438780?")
        == "%B476173******0010^**************************?");
    CHECK(maskCardNumbers("4761739001010010d25122011143878089f")
        == "476173******0010d*****************f");
}

TEST_CASE("A card number is hidden wherever it stands in a text", "[payments][masking]")
{
    std::mt19937 random(20260102);
    const std::string alphabet = "0123456789 -abcdefXYZ:/=,.";
    for (int round = 0; round < 20'000; ++round) {
        const auto pick = [&](std::size_t bound) {
            return std::uniform_int_distribution<std::size_t>(0, bound)(random);
        };
        const std::size_t length = 13 + pick(6);
        const std::string card = cardNumber(random, length);
        std::string before;
        for (std::size_t i = pick(30); i > 0; --i)
            before += alphabet[pick(alphabet.size() - 1)];
        std::string written;
        const std::size_t style = pick(2);
        for (std::size_t i = 0; i < card.size(); ++i) {
            if (style > 0 && i > 0 && i % 4 == 0)
                written += style == 1 ? ' ' : '-';
            written += card[i];
        }
        std::string after;
        for (std::size_t i = pick(30); i > 0; --i)
            after += alphabet[pick(alphabet.size() - 1)];
        checkHidden(before + written + after, before.size(), length);
    }
}

TEST_CASE(
    "A card number is hidden in the hexadecimal of a terminal's message", "[payments][masking]")
{
    std::mt19937 random(7);
    for (int round = 0; round < 5'000; ++round) {
        const std::string card = cardNumber(random, 16);
        // 04 0F: result, amount, card number (22, LL), trace
        const std::string head = "040f1d2700040000000010002208";
        checkHidden(head + card + "0b000041", head.size(), 16);
    }
}
