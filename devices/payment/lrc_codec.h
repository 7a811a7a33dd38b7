#pragma once

#include "core/payments/payment_attempt.h"
#include "devices/payment/lrc_profile.h"
#include "devices/transport/trace_line.h"
#include "devices/transport/trace_ring.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The bytes of `STX length … ETX LRC`. Pure and bounded: any bytes are read.
namespace bl::lrc {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint8_t kAck = 0x06;
constexpr std::uint8_t kNak = 0x15;
constexpr std::size_t kMaxData = 4'000;

/// At most kMaxData bytes.
Bytes frame(LengthForm form, std::span<const std::uint8_t> data);

/// Puts frames together from bytes as they come.
class FrameReader {
public:
    enum class Event { Nothing, Ack, Nak, Frame, Damaged };

    explicit FrameReader(LengthForm form)
        : m_form(form)
    {
    }

    Event take(std::uint8_t byte);

    /// Of the last Frame.
    const Bytes& data() const { return m_data; }
    void reset() { m_place = Place::Outside; }

private:
    enum class Place { Outside, LengthHigh, LengthLow, Data, End, Check };

    LengthForm m_form;
    Place m_place = Place::Outside;
    std::size_t m_length = 0;
    std::uint8_t m_high = 0;
    std::uint8_t m_check = 0;
    bool m_wrong = false;
    Bytes m_data;
};

/// What is to be written into a request, by the fields' names; what is not given is blank.
using Values = std::map<std::string, std::string>;

/// Numbers go to the right of their place behind zeros, texts to the left. What is too long is cut.
Bytes requestData(const Profile& profile, const Values& values);

/// What stands in an answer.
struct Answer {
    std::string result;
    payments::PaymentEvidence evidence;  ///< card numbers are masked
    std::string date;                    ///< MMDD
    std::string time;                    ///< hhmmss

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// Nothing where the bytes are fewer than the profile's fields; more are not looked at.
std::optional<Answer> readAnswer(const Profile& profile, std::span<const std::uint8_t> data);

/// What one entry of a line's trace says, one frame a line; card numbers are masked.
std::vector<TraceLine> describeTrace(const TraceRing::Entry& entry);

}  // namespace bl::lrc
