#pragma once

#include "devices/slot/device_event.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace bl {

/// The bytes of a serial RFID reader → cards: `STX`, the ten hexadecimal digits of an EM4100 chip,
/// optionally two more with the XOR of its bytes, optionally CR and LF, `ETX`; or decimal digits
/// and CR, LF or both.
class RfidFrames {
public:
    /// CardSeen with the chip's identifier, or CardRefused for a frame that is damaged.
    std::vector<DeviceEvent> take(std::span<const std::uint8_t> bytes, DeviceTime at);
    void clear();

private:
    enum class Frame { None, Hex, Decimal };

    Frame m_frame = Frame::None;
    std::string m_digits;
    bool m_damaged = false;
};

}  // namespace bl
