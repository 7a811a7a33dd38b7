#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace bl::sim {

/// A device behind a simulated line: bytes in, answers out. What it does besides (paper, a drawer,
/// an amount on its screen) it tells whoever made it. Calls come one at a time.
class SimulatedDevice {
public:
    struct Reaction {
        std::vector<std::uint8_t> answers;
        bool hangUp = false;  ///< ends the connection after the answers
        std::optional<std::chrono::milliseconds> callAgain;  ///< wants timeCame() then
    };

    virtual ~SimulatedDevice() = default;

    virtual Reaction connected() { return {}; }
    virtual Reaction receive(std::span<const std::uint8_t> bytes) = 0;
    virtual Reaction timeCame() { return {}; }
    virtual Reaction disconnected() { return {}; }
};

}  // namespace bl::sim
