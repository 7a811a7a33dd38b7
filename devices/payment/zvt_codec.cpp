#include "devices/payment/zvt_codec.h"

#include "core/base/assert.h"

namespace bl::zvt {

namespace {

constexpr std::size_t kHeader = 3;
constexpr std::size_t kLongHeader = 5;
constexpr std::uint8_t kLongLength = 0xFF;
constexpr std::size_t kAmountBytes = 6;

/// The lowest `digits` digits, two in a byte.
void putBcd(Bytes& out, std::int64_t value, std::size_t bytes)
{
    Bytes digits(bytes);
    for (std::size_t i = bytes; i-- > 0; value /= 100)
        digits[i] = static_cast<std::uint8_t>((value / 10 % 10) << 4 | value % 10);
    out.insert(out.end(), digits.begin(), digits.end());
}

template <typename Range>
void put(Bytes& out, const Range& bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void putAmount(Bytes& out, Money amount)
{
    BL_ASSERT(!amount.isNegative() && amount.minor() < 1'000'000'000'000);
    out.push_back(0x04);
    putBcd(out, amount.minor(), kAmountBytes);
}

void putCurrency(Bytes& out, const CurrencyCode& currency)
{
    out.push_back(0x49);
    put(out, currency);
}

}  // namespace

Bytes encode(const Apdu& apdu)
{
    BL_ASSERT(apdu.data.size() <= kMaxData);
    Bytes out{apdu.classByte, apdu.instruction};
    const std::size_t size = apdu.data.size();
    if (size < kLongLength) {
        out.push_back(static_cast<std::uint8_t>(size));
    } else {
        out.push_back(kLongLength);
        out.push_back(static_cast<std::uint8_t>(size & 0xFF));
        out.push_back(static_cast<std::uint8_t>(size >> 8));
    }
    put(out, apdu.data);
    return out;
}

std::optional<std::size_t> messageLength(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < kHeader)
        return std::nullopt;
    if (bytes[2] != kLongLength)
        return kHeader + bytes[2];
    if (bytes.size() < kLongHeader)
        return std::nullopt;
    return kLongHeader + bytes[3] + (std::size_t{bytes[4]} << 8);
}

std::optional<Apdu> decode(std::span<const std::uint8_t> bytes)
{
    const auto length = messageLength(bytes);
    if (length != bytes.size())
        return std::nullopt;
    const std::size_t header = bytes[2] == kLongLength ? kLongHeader : kHeader;
    const auto data = bytes.subspan(header);
    return Apdu{bytes[0], bytes[1], Bytes(data.begin(), data.end())};
}

Apdu registration(
    const Password& password, std::uint8_t configuration, const CurrencyCode& currency)
{
    Apdu apdu{0x06, 0x00, {}};
    put(apdu.data, password);
    apdu.data.push_back(configuration);
    put(apdu.data, currency);
    return apdu;
}

Apdu authorisation(Money amount, const CurrencyCode& currency)
{
    Apdu apdu{0x06, 0x01, {}};
    putAmount(apdu.data, amount);
    putCurrency(apdu.data, currency);
    return apdu;
}

Apdu reversal(const Password& password, std::string_view receipt)
{
    Apdu apdu{0x06, 0x30, {}};
    put(apdu.data, password);
    std::int64_t number = 0;
    for (const char c : receipt)
        number = (number * 10 + (c - '0')) % 10'000;
    apdu.data.push_back(0x87);
    putBcd(apdu.data, number, 2);
    return apdu;
}

Apdu refund(const Password& password, Money amount, const CurrencyCode& currency)
{
    Apdu apdu{0x06, 0x31, {}};
    put(apdu.data, password);
    putAmount(apdu.data, amount);
    putCurrency(apdu.data, currency);
    return apdu;
}

Apdu repeatReceipt(const Password& password)
{
    return {0x06, 0x20, Bytes(password.begin(), password.end())};
}

Apdu endOfDay(const Password& password)
{
    return {0x06, 0x50, Bytes(password.begin(), password.end())};
}

Apdu statusEnquiry(const Password& password)
{
    return {0x05, 0x01, Bytes(password.begin(), password.end())};
}

Apdu diagnosis()
{
    return {0x06, 0x70, {}};
}

Apdu logOff()
{
    return {0x06, 0x02, {}};
}

Apdu abortRequest()
{
    return {0x06, 0xB0, {}};
}

Apdu acknowledge()
{
    return {0x80, 0x00, {}};
}

Apdu refuse(std::uint8_t code)
{
    return {0x84, code, {}};
}

std::optional<Password> passwordOf(std::string_view digits)
{
    Password password{};
    if (digits.size() != 2 * password.size())
        return std::nullopt;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] < '0' || digits[i] > '9')
            return std::nullopt;
        const int value = digits[i] - '0';
        auto& byte = password[i / 2];
        byte = static_cast<std::uint8_t>(i % 2 == 0 ? value << 4 : byte | value);
    }
    return password;
}

}  // namespace bl::zvt
