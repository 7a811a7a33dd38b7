#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What devices say by themselves. Times are of the computer's steady clock, when the last byte
/// came.
namespace bl {

using DeviceTime = std::chrono::steady_clock::time_point;

/// A code was scanned.
struct CodeScanned {
    std::string code;       ///< without prefix and terminator
    std::string symbology;  ///< AIM identifier (`]E0`) where the scanner tells it
    std::vector<std::chrono::milliseconds> gaps;  ///< between characters: for the console
    DeviceTime at{};
};

enum class CardTechnology { Stripe, Contactless };

/// A card was swiped or put down. It identifies and proves nothing.
struct CardSeen {
    CardTechnology technology{};
    std::string number;  ///< a member's card number, or a chip's identifier in hexadecimal
    DeviceTime at{};
};
struct CardGone {
    DeviceTime at{};
};

/// A card came that could not be taken: a payment card in a member's field, a misread.
struct CardRefused {
    enum class Reason { PaymentCard, Unreadable };
    Reason reason{};
    DeviceTime at{};
};

/// What lies on a scale.
struct WeightSeen {
    std::int64_t grams = 0;
    bool stable = false;
    bool overload = false;
    DeviceTime at{};
    bool belowZero = false;  ///< something was taken off; few scales tell how much
};

using DeviceEvent = std::variant<CodeScanned, CardSeen, CardGone, CardRefused, WeightSeen>;

DeviceTime timeOf(const DeviceEvent& event);

}  // namespace bl
