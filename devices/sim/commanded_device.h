#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "devices/sim/simulated_device.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bl::sim {

/// A simulated device that does what people ask for with JSON objects: `{"scan":"690…"}`.
class CommandedDevice : public SimulatedDevice {
public:
    /// Fails with InvalidArgument or InvalidJson where it does not know the command.
    virtual Result<Reaction> obey(const Json& command) = 0;
};

/// A device that only speaks: scanners and readers. Faults of what it says:
/// `{"fault":"garbage"}` noise before every frame, `{"fault":"half"}` the next frame breaks off,
/// `{"fault":"bad-checksum"}`, and `{"fault":"clear"}`. With `"gapMs"` a command is said one byte
/// after the other.
class SpeakingDevice : public CommandedDevice {
public:
    Result<Reaction> obey(const Json& command) final;
    Reaction receive(std::span<const std::uint8_t> bytes) override;
    Reaction timeCame() override;
    Reaction disconnected() override;

protected:
    enum class Checksum { Right, Wrong };
    virtual Result<std::string> frame(const Json& command, Checksum checksum) = 0;
    /// What the line may carry between frames.
    virtual std::string noise() const = 0;

private:
    bool m_garbage = false;
    bool m_half = false;
    Checksum m_checksum = Checksum::Right;
    std::deque<std::uint8_t> m_waiting;
    std::chrono::milliseconds m_gap{0};
};

std::vector<std::uint8_t> bytesOfText(std::string_view text);

}  // namespace bl::sim
