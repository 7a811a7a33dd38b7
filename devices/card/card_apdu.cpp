#include "devices/card/card_apdu.h"

#include "core/base/hex.h"
#include "core/ports/device_fault.h"

#include <algorithm>
#include <charconv>

namespace bl {

namespace {

constexpr std::uint8_t kStorageClass = 0xFF;
constexpr std::uint8_t kLoadKey = 0x82;
constexpr std::uint8_t kAuthenticate = 0x86;
constexpr std::uint8_t kReadBlock = 0xB0;
constexpr std::uint8_t kWriteBlock = 0xD6;
constexpr std::uint8_t kGetData = 0xCA;
constexpr std::uint8_t kKeyTypeA = 0x60;
constexpr int kSmallSectorsEnd = 128;
constexpr int kBlocks4k = 256;

std::uint8_t blockByte(const MifareProfile& profile)
{
    return static_cast<std::uint8_t>(profile.block);
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

/// The answer's data where the status is 90 00.
Result<Apdu> ask(
    const Transmit& transmit, const Apdu& command, DeviceFault refusal, const std::string& reader)
{
    BL_TRY(Apdu answer, transmit(command));
    // Readers whose card went in the middle give an answer of nothing.
    if (answer.empty())
        return deviceError(DeviceFault::CardRemoved, reader);
    if (answer.size() < 2)
        return deviceError(DeviceFault::ProtocolError, reader, toHex(answer));
    const Apdu status(answer.end() - 2, answer.end());
    if (status != Apdu{0x90, 0x00})
        return deviceError(refusal, reader, toHex(status));
    answer.resize(answer.size() - 2);
    return answer;
}

Result<void> authenticate(
    const Transmit& transmit, const MifareProfile& profile, const std::string& reader)
{
    Apdu load{kStorageClass, kLoadKey, 0x00, 0x00, 0x06};
    load.insert(load.end(), profile.key.begin(), profile.key.end());
    BL_CHECK(ask(transmit, load, DeviceFault::Unsupported, reader));
    BL_CHECK(ask(transmit,
        {kStorageClass, kAuthenticate, 0x00, 0x00, 0x05, 0x01, 0x00, blockByte(profile), kKeyTypeA,
            0x00},
        DeviceFault::AuthFailed, reader));
    return {};
}

Result<Apdu> readBlock(
    const Transmit& transmit, const MifareProfile& profile, const std::string& reader)
{
    BL_TRY(Apdu block,
        ask(transmit,
            {kStorageClass, kReadBlock, 0x00, blockByte(profile), MifareProfile::kBlockBytes},
            DeviceFault::AuthFailed, reader));
    if (block.size() != MifareProfile::kBlockBytes)
        return deviceError(DeviceFault::ProtocolError, reader, toHex(block));
    return block;
}

bool isNumberCharacter(std::uint8_t c)
{
    return c > 0x20 && c < 0x7F;
}

/// As from the factory.
bool isBlank(const Apdu& block)
{
    const auto all = [&block](std::uint8_t byte) {
        return std::ranges::all_of(block, [byte](std::uint8_t one) { return one == byte; });
    };
    return all(0x00) || all(0xFF);
}

/// The number on a card, or its bytes where it is none.
std::string shownBlock(const Apdu& block)
{
    const auto end = std::ranges::find(block, std::uint8_t{0});
    return end != block.begin() && std::all_of(block.begin(), end, isNumberCharacter)
        ? std::string(block.begin(), end)
        : toHex(block);
}

}  // namespace

bool isDataBlock(int block)
{
    if (block <= 0 || block >= kBlocks4k)
        return false;
    const int sector = block < kSmallSectorsEnd ? 4 : 16;
    return block % sector != sector - 1;
}

Result<std::optional<MifareProfile>> MifareProfile::parse(
    std::string_view text, std::string_view key)
{
    if (text.empty())
        return std::optional<MifareProfile>{};
    const Error invalid{ErrorCode::InvalidArgument, {std::string(text)}};
    MifareProfile profile;
    const auto colon = std::min(text.find(':'), text.size());
    if (text.substr(0, colon) != "mifare")
        return invalid;
    if (colon < text.size()) {
        const auto number = text.substr(colon + 1);
        const auto [end, problem] =
            std::from_chars(number.data(), number.data() + number.size(), profile.block);
        if (problem != std::errc{} || end != number.data() + number.size())
            return invalid;
    }
    if (!isDataBlock(profile.block))
        return invalid;
    if (!key.empty()) {
        const auto bytes = fromHex(lowered(key));
        if (!bytes || bytes->size() != profile.key.size())
            return Error{ErrorCode::InvalidArgument, {"card key"}};
        std::ranges::copy(*bytes, profile.key.begin());
    }
    return std::optional{profile};
}

Result<std::string> readChip(const Transmit& transmit, const std::string& reader)
{
    BL_TRY(const Apdu chip,
        ask(transmit, {kStorageClass, kGetData, 0x00, 0x00, 0x00}, DeviceFault::Unsupported,
            reader));
    if (chip.empty())
        return deviceError(DeviceFault::ProtocolError, reader, "no identifier");
    std::string number = toHex(chip);
    for (char& c : number)
        c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    return number;
}

Result<std::string> readCardNumber(
    const Transmit& transmit, const MifareProfile& profile, const std::string& reader)
{
    BL_CHECK(authenticate(transmit, profile, reader));
    BL_TRY(const Apdu block, readBlock(transmit, profile, reader));
    const auto end = std::ranges::find(block, std::uint8_t{0});
    if (end == block.begin() || !std::all_of(block.begin(), end, isNumberCharacter))
        return deviceError(DeviceFault::ProtocolError, reader, "no number on the card");
    return std::string(block.begin(), end);
}

Result<void> writeCardNumber(const Transmit& transmit, const MifareProfile& profile,
    std::string_view number, CardIssue issue, const std::string& reader)
{
    const bool printable = std::ranges::all_of(
        number, [](char c) { return isNumberCharacter(static_cast<std::uint8_t>(c)); });
    if (number.empty() || number.size() > MifareProfile::kBlockBytes || !printable
        || !isDataBlock(profile.block))
        return Error{ErrorCode::InvalidArgument, {std::string(number)}};
    BL_CHECK(authenticate(transmit, profile, reader));
    Apdu block(number.begin(), number.end());
    block.resize(MifareProfile::kBlockBytes, 0);
    BL_TRY(const Apdu before, readBlock(transmit, profile, reader));
    if (issue == CardIssue::Blank && !isBlank(before) && before != block) {
        auto numbered = deviceError(DeviceFault::Busy, reader, shownBlock(before));
        numbered.detail.emplace_back(kCardNumbered);
        return numbered;
    }
    Apdu write{kStorageClass, kWriteBlock, 0x00, blockByte(profile), MifareProfile::kBlockBytes};
    write.insert(write.end(), block.begin(), block.end());
    BL_CHECK(ask(transmit, write, DeviceFault::AuthFailed, reader));
    BL_TRY(const Apdu read, readBlock(transmit, profile, reader));
    if (read != block)
        return deviceError(DeviceFault::ProtocolError, reader, "written and read differ");
    return {};
}

Apdu maskedApdu(const Apdu& command)
{
    Apdu masked = command;
    if (masked.size() > 5 && masked[0] == kStorageClass && masked[1] == kLoadKey)
        std::fill(masked.begin() + 5, masked.end(), std::uint8_t{0});
    return masked;
}

}  // namespace bl
