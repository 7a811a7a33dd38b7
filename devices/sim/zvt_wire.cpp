#include "devices/sim/zvt_wire.h"

#include <algorithm>
#include <array>

namespace bl::sim {

namespace {

constexpr std::array<std::uint16_t, 256> crcTable()
{
    std::array<std::uint16_t, 256> table{};
    for (unsigned i = 0; i < 256; ++i) {
        unsigned value = i;
        for (int k = 0; k < 8; ++k)
            value = value % 2 == 1 ? 0x8408u ^ value / 2 : value / 2;
        table[i] = static_cast<std::uint16_t>(value);
    }
    return table;
}

constexpr auto kCrcTable = crcTable();

unsigned checksum(const ZvtBytes& text)
{
    unsigned sum = 0;
    const auto step = [&](unsigned byte) {
        sum = (sum >> 8) ^ kCrcTable[(sum ^ byte) & 255u];
    };
    for (const auto byte : text)
        step(byte);
    step(3);
    return sum;
}

ZvtBytes wholeMessage(const ZvtMessage& message)
{
    ZvtBytes bytes{static_cast<std::uint8_t>(message.control >> 8),
        static_cast<std::uint8_t>(message.control & 255)};
    const auto size = message.block.size();
    if (size > 254) {
        for (const std::size_t part : {std::size_t{255}, size % 256, size / 256})
            bytes.push_back(static_cast<std::uint8_t>(part));
    } else {
        bytes.push_back(static_cast<std::uint8_t>(size));
    }
    bytes.insert(bytes.end(), message.block.begin(), message.block.end());
    return bytes;
}

/// A whole message at the front, and how long it is.
std::optional<std::pair<ZvtMessage, std::size_t>> frontMessage(const ZvtBytes& bytes)
{
    if (bytes.size() < 3)
        return std::nullopt;
    std::size_t begin = 3;
    std::size_t size = bytes[2];
    if (size == 255) {
        if (bytes.size() < 5)
            return std::nullopt;
        begin = 5;
        size = bytes[4] * 256u + bytes[3];
    }
    if (bytes.size() < begin + size)
        return std::nullopt;
    ZvtMessage message;
    message.control = static_cast<std::uint16_t>(bytes[0] * 256 + bytes[1]);
    message.block.assign(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
        bytes.begin() + static_cast<std::ptrdiff_t>(begin + size));
    return std::pair{std::move(message), begin + size};
}

ZvtBytes packed(const std::string& digits)
{
    ZvtBytes bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>((digits[i] - '0') * 16 + (digits[i + 1] - '0')));
    return bytes;
}

std::string unpacked(const ZvtBytes& block, std::size_t at, std::size_t count)
{
    std::string digits;
    for (std::size_t i = at; i < at + count && i < block.size(); ++i) {
        digits += static_cast<char>('0' + block[i] / 16);
        digits += static_cast<char>('0' + block[i] % 16);
    }
    return digits;
}

void appendTagged(ZvtBytes& out, const ZvtBytes& tag, const ZvtBytes& value)
{
    out.insert(out.end(), tag.begin(), tag.end());
    if (value.size() > 127)
        out.push_back(value.size() > 255 ? 0x82 : 0x81);
    if (value.size() > 255)
        out.push_back(static_cast<std::uint8_t>(value.size() / 256));
    out.push_back(static_cast<std::uint8_t>(value.size() % 256));
    out.insert(out.end(), value.begin(), value.end());
}

}  // namespace

ZvtBlock& ZvtBlock::byte(std::uint8_t tag, unsigned value)
{
    m_bytes.push_back(tag);
    m_bytes.push_back(static_cast<std::uint8_t>(value));
    return *this;
}

ZvtBlock& ZvtBlock::digits(std::uint8_t tag, std::string text, std::size_t bytes)
{
    text.insert(0, 2 * bytes - std::min(text.size(), 2 * bytes), '0');
    m_bytes.push_back(tag);
    const auto value = packed(text);
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

ZvtBlock& ZvtBlock::fixedText(std::uint8_t tag, std::string text, std::size_t bytes)
{
    text.resize(bytes, ' ');
    m_bytes.push_back(tag);
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    return *this;
}

ZvtBlock& ZvtBlock::shortText(std::uint8_t tag, const std::string& text)
{
    m_bytes.push_back(tag);
    m_bytes.push_back(static_cast<std::uint8_t>(0xF0 + text.size() / 10));
    m_bytes.push_back(static_cast<std::uint8_t>(0xF0 + text.size() % 10));
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    return *this;
}

ZvtBlock& ZvtBlock::longBytes(std::uint8_t tag, const ZvtBytes& value)
{
    m_bytes.push_back(tag);
    for (const std::size_t digit : {value.size() / 100, value.size() / 10 % 10, value.size() % 10})
        m_bytes.push_back(static_cast<std::uint8_t>(0xF0 + digit));
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

ZvtBlock& ZvtBlock::card(const std::string& number)
{
    const std::size_t bytes = (number.size() + 1) / 2;
    m_bytes.push_back(0x22);
    m_bytes.push_back(static_cast<std::uint8_t>(0xF0 + bytes / 10));
    m_bytes.push_back(static_cast<std::uint8_t>(0xF0 + bytes % 10));
    const auto even = packed(number);
    m_bytes.insert(m_bytes.end(), even.begin(), even.end());
    if (number.size() % 2 == 1)
        m_bytes.push_back(static_cast<std::uint8_t>((number.back() - '0') * 16 + 15));
    return *this;
}

ZvtBlock& ZvtBlock::lines(
    std::uint8_t holder, const std::vector<std::string>& lines, std::optional<unsigned> receiptKind)
{
    ZvtBytes texts;
    for (const auto& line : lines)
        appendTagged(texts, {0x07}, ZvtBytes(line.begin(), line.end()));
    ZvtBytes inside;
    if (receiptKind)
        appendTagged(inside, {0x1F, 0x07}, {static_cast<std::uint8_t>(*receiptKind)});
    appendTagged(inside, {holder}, texts);
    appendTagged(m_bytes, {0x06}, inside);
    return *this;
}

std::string zvtNumber(int number, int width)
{
    std::string text = std::to_string(number);
    text.insert(
        0, static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0');
    return text;
}

ZvtRequest readRequest(const ZvtBytes& block, bool secured)
{
    ZvtRequest request;
    std::size_t at = 0;
    if (secured) {
        request.password = unpacked(block, 0, 3);
        at = 3;
    }
    while (at < block.size()) {
        const std::uint8_t tag = block[at++];
        if (tag == 0x04) {
            const std::string digits = unpacked(block, at, 6);
            request.amount = std::strtoll(digits.c_str(), nullptr, 10);
            at += 6;
        } else if (tag == 0x49) {
            request.currency = unpacked(block, at, 2);
            at += 2;
        } else if (tag == 0x87) {
            // What are no digits ends the number: a computer may send anything.
            request.receipt =
                static_cast<int>(std::strtol(unpacked(block, at, 2).c_str(), nullptr, 10));
            at += 2;
        } else {
            break;
        }
    }
    return request;
}

std::vector<ZvtWire::Arrival> ZvtWire::arrived(std::span<const std::uint8_t> bytes)
{
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
    std::vector<Arrival> arrivals;
    while (isSerial() ? takeSerial(arrivals) : takeTcp(arrivals)) {
    }
    return arrivals;
}

bool ZvtWire::takeTcp(std::vector<Arrival>& arrivals)
{
    auto front = frontMessage(m_buffer);
    if (!front)
        return false;
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(front->second));
    arrivals.push_back({Signal::Message, std::move(front->first)});
    return true;
}

bool ZvtWire::takeSerial(std::vector<Arrival>& arrivals)
{
    while (!m_buffer.empty() && m_buffer[0] != 0x10) {
        const auto byte = m_buffer[0];
        m_buffer.erase(m_buffer.begin());
        if (byte == 0x06 || byte == 0x15) {
            arrivals.push_back({byte == 0x06 ? Signal::Good : Signal::Bad, {}});
            return true;
        }
    }
    if (m_buffer.size() < 2)
        return false;
    if (m_buffer[1] != 0x02) {
        m_buffer.erase(m_buffer.begin());
        return true;
    }
    ZvtBytes text;
    for (std::size_t at = 2; at + 1 < m_buffer.size(); ++at) {
        if (m_buffer[at] != 0x10) {
            text.push_back(m_buffer[at]);
            continue;
        }
        if (m_buffer[at + 1] == 0x10) {
            text.push_back(m_buffer[at++]);
            continue;
        }
        if (m_buffer.size() < at + 4)
            return false;
        const unsigned sum = m_buffer[at + 2] + m_buffer[at + 3] * 256u;
        const bool ended = m_buffer[at + 1] == 0x03;
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(at + 4));
        auto front = frontMessage(text);
        if (ended && sum == checksum(text) && front && front->second == text.size())
            arrivals.push_back({Signal::Message, std::move(front->first)});
        else
            arrivals.push_back({Signal::Damaged, {}});
        return true;
    }
    return false;
}

ZvtBytes ZvtWire::leaving(const ZvtMessage& message) const
{
    const ZvtBytes text = wholeMessage(message);
    if (!isSerial())
        return text;
    ZvtBytes bytes{0x10, 0x02};
    for (const auto byte : text)
        bytes.insert(bytes.end(), byte == 0x10 ? 2u : 1u, byte);
    const unsigned sum = checksum(text);
    for (const unsigned last : {0x10u, 0x03u, sum % 256, sum / 256})
        bytes.push_back(static_cast<std::uint8_t>(last));
    return bytes;
}

}  // namespace bl::sim
