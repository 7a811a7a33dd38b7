#include "devices/payment/zvt_frame.h"

namespace bl::zvt {

namespace {

constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kStx = 0x02;
constexpr std::uint8_t kEtx = 0x03;
constexpr std::size_t kMaxMessage = kMaxData + 5;

std::uint16_t crcWith(std::uint16_t crc, std::uint8_t byte)
{
    crc = static_cast<std::uint16_t>(crc ^ byte);
    for (int bit = 0; bit < 8; ++bit)
        crc = static_cast<std::uint16_t>((crc & 1) != 0 ? (crc >> 1) ^ 0x8408 : crc >> 1);
    return crc;
}

}  // namespace

std::uint16_t crcOf(std::span<const std::uint8_t> message)
{
    std::uint16_t crc = 0;
    for (const auto byte : message)
        crc = crcWith(crc, byte);
    return crcWith(crc, kEtx);
}

Bytes frame(std::span<const std::uint8_t> message)
{
    Bytes out{kDle, kStx};
    for (const auto byte : message) {
        out.push_back(byte);
        if (byte == kDle)
            out.push_back(byte);
    }
    out.push_back(kDle);
    out.push_back(kEtx);
    const std::uint16_t crc = crcOf(message);
    out.push_back(static_cast<std::uint8_t>(crc & 0xFF));
    out.push_back(static_cast<std::uint8_t>(crc >> 8));
    return out;
}

void FrameReader::reset()
{
    m_place = Place::Outside;
    m_message.clear();
}

FrameReader::Event FrameReader::take(std::uint8_t byte)
{
    switch (m_place) {
    case Place::Outside:
        if (byte == kDle)
            m_place = Place::Dle;
        return byte == kAck ? Event::Ack : byte == kNak ? Event::Nak : Event::Nothing;
    case Place::Dle:
        m_message.clear();
        m_place = byte == kStx ? Place::Inside : byte == kDle ? Place::Dle : Place::Outside;
        return Event::Nothing;
    case Place::Inside:
        if (byte == kDle)
            m_place = Place::InsideDle;
        else
            m_message.push_back(byte);
        break;
    case Place::InsideDle:
        if (byte == kEtx) {
            m_place = Place::CrcLow;
            return Event::Nothing;
        }
        if (byte == kStx) {
            // Another frame begins: the end of this one was lost.
            m_message.clear();
            m_place = Place::Inside;
            return Event::Nothing;
        }
        if (byte != kDle) {
            reset();
            return Event::Damaged;
        }
        m_message.push_back(byte);
        m_place = Place::Inside;
        break;
    case Place::CrcLow:
        m_crc = byte;
        m_place = Place::CrcHigh;
        return Event::Nothing;
    case Place::CrcHigh:
        m_crc = static_cast<std::uint16_t>(m_crc | byte << 8);
        m_place = Place::Outside;
        return m_crc == crcOf(m_message) ? Event::Message : Event::Damaged;
    }
    if (m_message.size() > kMaxMessage) {
        reset();
        return Event::Damaged;
    }
    return Event::Nothing;
}

}  // namespace bl::zvt
