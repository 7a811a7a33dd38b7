#pragma once

#include "devices/sim/commanded_device.h"

namespace bl::sim {

/// `{"scan":"690…"}`, with `"aim":"]E0"`, `"end":"cr"|"lf"|"tab"|"none"` and
/// `"encoding":"gb18030"`.
class SimulatedScanner final : public SpeakingDevice {
private:
    Result<std::string> frame(const Json& command, Checksum checksum) override;
    std::string noise() const override;
};

/// `{"card":"0415AB89CD"}`: a chip of ten hexadecimal digits, or a decimal number.
class SimulatedRfid final : public SpeakingDevice {
private:
    Result<std::string> frame(const Json& command, Checksum checksum) override;
    std::string noise() const override;
};

/// `{"track1":"B…^…","track2":"…=…","track3":"…"}`, any of them; `"lrc":true` adds check
/// characters.
class SimulatedStripe final : public SpeakingDevice {
private:
    Result<std::string> frame(const Json& command, Checksum checksum) override;
    std::string noise() const override;
};

}  // namespace bl::sim
