#pragma once

#include "devices/slot/device_event.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bl {

/// The bytes of a scanner on a serial line → codes. A code ends with CR, LF or TAB, or with
/// silence. An AIM prefix (`]E0`) is taken off it; its text may be UTF-8 or GB18030; FNC1 stays as
/// GS (0x1D), other control bytes go.
class ScanBurst {
public:
    static constexpr std::chrono::milliseconds kSilence{50};
    /// More than the largest QR code holds.
    static constexpr std::size_t kMaxBytes = 8192;

    std::vector<CodeScanned> take(std::span<const std::uint8_t> bytes, DeviceTime at);

    /// The code that silence ends, where it lasts long enough by `now`. To be asked when there is
    /// nothing to be read: bytes that waited in a buffer while this program was held up are no
    /// silence.
    std::optional<CodeScanned> settle(DeviceTime now);

    /// When settle() will end a code.
    std::optional<DeviceTime> deadline() const;

    void clear();

private:
    std::optional<CodeScanned> finish();

    std::string m_bytes;
    std::vector<std::chrono::milliseconds> m_gaps;
    DeviceTime m_last{};
    bool m_tooLong = false;
};

/// A code as a scanner gave it, its AIM prefix apart and as UTF-8; nothing where no text is left
/// or it is in no encoding that scanners use.
std::optional<CodeScanned> readScan(std::string_view raw);

}  // namespace bl
