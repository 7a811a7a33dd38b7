#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Acquirers' terminals that take `STX length … ETX LRC`: one shape of frame, and for each family a
/// table of what stands where. Data: `resources/devices/acquirers.json`.
namespace bl::lrc {

/// The two bytes behind STX: four digits, two in a byte, or a number, high byte first.
enum class LengthForm { Bcd, Binary };

struct Field {
    std::string name;
    std::size_t length = 0;
};

struct Profile {
    std::string name;
    std::string title;
    bool verified = false;  ///< tried with a real terminal
    LengthForm length = LengthForm::Bcd;
    std::string charge;  ///< the commands' codes
    std::string reversal;
    std::string refund;
    std::string last;  ///< asks for the last transaction again
    std::string status;
    std::string settle;
    std::vector<Field> request;
    std::vector<Field> answer;
    std::vector<std::string> approved;  ///< results
    std::vector<std::string> cancelled;
    std::vector<std::string> busy;
};

/// Fails with InvalidDocument.
Result<std::vector<Profile>> readProfiles(std::string_view json);

/// Those that the product ships.
std::span<const Profile> profiles();
/// Null where there is none of that name.
const Profile* findProfile(std::string_view name);

}  // namespace bl::lrc
