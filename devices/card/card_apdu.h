#pragma once

#include "core/base/result.h"
#include "devices/card/card_reader.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What is said to contactless cards through a PC/SC reader (PC/SC part 3, storage cards).
namespace bl {

/// Where members' numbers stand on MIFARE Classic cards, written `mifare` or `mifare:8`.
struct MifareProfile {
    static constexpr std::size_t kBlockBytes = 16;

    int block = 4;
    std::array<std::uint8_t, 6> key{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};  ///< as from the factory

    /// Nothing for empty text: cards are known by their chips' identifiers. `key` is twelve
    /// hexadecimal digits, or empty. Fails with InvalidArgument, also for block 0 and for the
    /// blocks with a sector's keys.
    static Result<std::optional<MifareProfile>> parse(std::string_view text, std::string_view key);
};

/// Whether a block may be written: not the maker's, nor one with a sector's keys.
bool isDataBlock(int block);

using Apdu = std::vector<std::uint8_t>;
/// Sends a command to the card and gives its answer.
using Transmit = std::function<Result<Apdu>(const Apdu& command)>;

/// The chip's identifier in capital hexadecimal digits. Errors name `reader`.
Result<std::string> readChip(const Transmit& transmit, const std::string& reader);
Result<std::string> readCardNumber(
    const Transmit& transmit, const MifareProfile& profile, const std::string& reader);
/// Fails as CardReader::writeNumber.
Result<void> writeCardNumber(const Transmit& transmit, const MifareProfile& profile,
    std::string_view number, CardIssue issue, const std::string& reader);

/// A command as it may be traced: without a key.
Apdu maskedApdu(const Apdu& command);

}  // namespace bl
