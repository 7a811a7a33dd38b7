#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// The terminal's side of ZVT on a line.
namespace bl::sim {

using ZvtBytes = std::vector<std::uint8_t>;

/// A message by its two control bytes: 0x0601 is an authorisation.
struct ZvtMessage {
    std::uint16_t control = 0;
    ZvtBytes block;
};

/// Fields as a terminal writes them.
class ZvtBlock {
public:
    ZvtBlock& byte(std::uint8_t tag, unsigned value);
    /// Right-aligned digits in so many bytes.
    ZvtBlock& digits(std::uint8_t tag, std::string text, std::size_t bytes);
    ZvtBlock& amount(std::int64_t minor) { return digits(0x04, std::to_string(minor), 6); }
    ZvtBlock& fixedText(std::uint8_t tag, std::string text, std::size_t bytes);
    ZvtBlock& shortText(std::uint8_t tag, const std::string& text);  ///< two length digits
    ZvtBlock& longBytes(std::uint8_t tag, const ZvtBytes& value);    ///< three length digits
    /// The digits of a card, filled up with F.
    ZvtBlock& card(const std::string& number);
    /// Lines in a container, under the tag of whatever holds them.
    ZvtBlock& lines(std::uint8_t holder, const std::vector<std::string>& lines,
        std::optional<unsigned> receiptKind = std::nullopt);

    ZvtBytes take() { return std::move(m_bytes); }

private:
    ZvtBytes m_bytes;
};

/// Why a terminal ends or refuses what it is asked for.
inline constexpr unsigned kZvtAborted = 0x6C;
inline constexpr unsigned kZvtNotRegistered = 0x6B;
inline constexpr unsigned kZvtOtherCurrency = 0x6F;
inline constexpr unsigned kZvtNotPossible = 0x83;
inline constexpr unsigned kZvtWait = 0x9C;
inline constexpr unsigned kZvtAlreadyReversed = 0xB4;
inline constexpr unsigned kZvtNothingToReverse = 0xB5;

/// A number with zeros in front.
std::string zvtNumber(int number, int width);

/// What a computer asks for, read out of its fields.
struct ZvtRequest {
    std::string password;
    std::optional<std::int64_t> amount;
    std::string currency;  ///< four digits
    int receipt = 0;       ///< none where no number stands there
};
/// `secured`: a password stands in front of the fields.
ZvtRequest readRequest(const ZvtBytes& block, bool secured);

/// Takes messages off the line, and puts them on it.
class ZvtWire {
public:
    enum class Kind { Tcp, Serial };
    enum class Signal { Message, Good, Bad, Damaged };
    struct Arrival {
        Signal signal{};
        ZvtMessage message;
    };

    explicit ZvtWire(Kind kind)
        : m_kind(kind)
    {
    }

    bool isSerial() const { return m_kind == Kind::Serial; }
    std::vector<Arrival> arrived(std::span<const std::uint8_t> bytes);
    ZvtBytes leaving(const ZvtMessage& message) const;
    void forget() { m_buffer.clear(); }

private:
    bool takeTcp(std::vector<Arrival>& arrivals);
    bool takeSerial(std::vector<Arrival>& arrivals);

    Kind m_kind;
    ZvtBytes m_buffer;
};

}  // namespace bl::sim
