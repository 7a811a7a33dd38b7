#pragma once

#include "core/money/money.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The bytes of ZVT (PA00P015): messages of a class, an instruction, a length and data, whose
/// fields are numbers in front of values. Pure and bounded: any bytes are read, and nothing beyond
/// them.
namespace bl::zvt {

using Bytes = std::vector<std::uint8_t>;
using Password = std::array<std::uint8_t, 3>;      ///< six digits, two in a byte
using CurrencyCode = std::array<std::uint8_t, 2>;  ///< `01 56`: CNY

/// One message.
struct Apdu {
    std::uint8_t classByte = 0;
    std::uint8_t instruction = 0;
    Bytes data;

    bool is(std::uint8_t wantedClass, std::uint8_t wantedInstruction) const
    {
        return classByte == wantedClass && instruction == wantedInstruction;
    }
    friend bool operator==(const Apdu&, const Apdu&) = default;
};

constexpr std::size_t kMaxData = 0xFFFF;

Bytes encode(const Apdu& apdu);

/// The whole length of the message that begins here; nothing while that cannot be told yet.
std::optional<std::size_t> messageLength(std::span<const std::uint8_t> bytes);

/// Exactly one message; nothing where the bytes are shorter or longer than it says.
std::optional<Apdu> decode(std::span<const std::uint8_t> bytes);

// Commands
Apdu registration(
    const Password& password, std::uint8_t configuration, const CurrencyCode& currency);
Apdu authorisation(Money amount, const CurrencyCode& currency);
/// `receipt`: up to four digits.
Apdu reversal(const Password& password, std::string_view receipt);
Apdu refund(const Password& password, Money amount, const CurrencyCode& currency);
Apdu repeatReceipt(const Password& password);
Apdu endOfDay(const Password& password);
Apdu statusEnquiry(const Password& password);
Apdu diagnosis();
Apdu logOff();
Apdu abortRequest();
/// `80 00 00`: the answer to every message.
Apdu acknowledge();
/// `84 xx 00`: not done, and why.
Apdu refuse(std::uint8_t code);

/// Six digits; nothing otherwise.
std::optional<Password> passwordOf(std::string_view digits);

/// The fields of a message (status information, completion, abort) as far as they are known.
struct Fields {
    std::optional<std::uint8_t> result;      ///< 27
    std::optional<Money> amount;             ///< 04
    std::string trace;                       ///< 0B: six digits
    std::string time;                        ///< 0C: hhmmss
    std::string date;                        ///< 0D: MMDD
    std::string receipt;                     ///< 87: four digits
    std::string terminal;                    ///< 29: eight digits
    std::string card;                        ///< 22, masked
    std::optional<std::uint8_t> cardType;    ///< 8A
    std::string cardName;                    ///< 8B
    std::string approval;                    ///< 3B
    std::string text;                        ///< 3C
    std::string currency;                    ///< 49: four digits
    std::optional<std::uint8_t> statusByte;  ///< 19
    std::vector<std::string> lines;          ///< text lines of the container 06
    Bytes totals;                            ///< 60, as it is
    std::string raw;  ///< all of it, hexadecimal; card numbers and tracks masked

    friend bool operator==(const Fields&, const Fields&) = default;
};

/// Reads fields until the data ends, is cut short, or has one that is unknown.
Fields readFields(std::span<const std::uint8_t> data);

/// `04 FF`: what happens at the terminal.
struct IntermediateStatus {
    std::uint8_t code = 0;
    std::string text;  ///< what it shows, where it tells
};
IntermediateStatus readIntermediate(std::span<const std::uint8_t> data);

/// What is to be printed of a `06 D1` or `06 D3`; which receipt it belongs to.
enum class SlipKind { Merchant, Customer, Other };
struct PrintedLines {
    SlipKind kind = SlipKind::Other;  ///< `06 D1` does not tell
    std::vector<std::string> lines;
};
PrintedLines readPrintLine(std::span<const std::uint8_t> data);   ///< 06 D1
PrintedLines readPrintBlock(std::span<const std::uint8_t> data);  ///< 06 D3

/// Text as terminals write it (code page 437) in UTF-8; control characters become blanks.
std::string textOf(std::span<const std::uint8_t> bytes);

/// Tracks and numbers as digits: `4761739001010010`; E stands for `*`, F ends it.
std::string cardDigits(std::span<const std::uint8_t> bcd);

}  // namespace bl::zvt
