#pragma once

#include "devices/payment/zvt_codec.h"

#include <cstdint>
#include <span>

/// How messages travel on a serial line: `10 02 … 10 03 CRC`, with `10` doubled in between.
namespace bl::zvt {

constexpr std::uint8_t kAck = 0x06;
constexpr std::uint8_t kNak = 0x15;

/// CRC-16, polynomial 0x8408 reflected, from 0: over the message as it is and the closing `03`.
std::uint16_t crcOf(std::span<const std::uint8_t> message);

Bytes frame(std::span<const std::uint8_t> message);

/// Puts frames together from bytes as they come.
class FrameReader {
public:
    enum class Event { Nothing, Ack, Nak, Message, Damaged };

    Event take(std::uint8_t byte);

    /// Of the last Message.
    const Bytes& message() const { return m_message; }

    /// Whether a frame has begun that is not complete.
    bool isInside() const { return m_place != Place::Outside && m_place != Place::Dle; }
    void reset();

private:
    enum class Place { Outside, Dle, Inside, InsideDle, CrcLow, CrcHigh };

    Place m_place = Place::Outside;
    Bytes m_message;
    std::uint16_t m_crc = 0;
};

}  // namespace bl::zvt
