#include "devices/scale/scale_frames.h"

#include "core/base/text.h"

#include <algorithm>
#include <cctype>
#include <functional>

namespace bl {

namespace {

constexpr char kStx = 0x02;
constexpr char kEtx = 0x03;
constexpr std::size_t kLongestFrame = 64;

/// Where the newest line begins that says its state; npos where none does.
std::size_t labelledBegin(std::string_view frame)
{
    std::size_t begin = std::string_view::npos;
    for (const std::string_view label : {"ST,", "US,", "OL,", "QT,"}) {
        const auto at = frame.rfind(label);
        if (at != std::string_view::npos && (begin == std::string_view::npos || at > begin))
            begin = at;
    }
    return begin;
}

/// `ST,GS,+0001.234kg`: what A&D and many others send, asked or not.
std::optional<ScaleFrames::Frame> readLabelled(std::string_view line, DeviceTime at,
    const std::function<std::optional<std::int64_t>(std::string_view, std::string&)>& gramsOf)
{
    const auto begin = labelledBegin(line);
    if (begin == std::string_view::npos)
        return std::nullopt;
    line.remove_prefix(begin);
    const auto state = line.substr(0, 2);
    if (state == "OL")
        return WeightSeen{0, false, true, at};
    const auto comma = line.find(',', 3);
    if (comma == std::string_view::npos)
        return ScaleFrames::Damaged{"frame too short"};
    std::string why;
    const auto grams = gramsOf(line.substr(comma + 1), why);
    if (!grams)
        return ScaleFrames::Damaged{why};
    return WeightSeen{*grams, state == "ST", false, at};
}

class ToledoFrames final : public ScaleFrames {
public:
    explicit ToledoFrames(WeightUnit unit)
        : ScaleFrames(unit)
    {
    }

    std::string_view poll() const override { return "W"; }

private:
    Edge edge(std::string_view frame) const override
    {
        // A status byte may be any; it stands behind `STX ?`.
        if (frame.size() == 3 && frame[1] == '?')
            return Edge::Inside;
        if (frame.back() == kStx)
            return Edge::Restart;
        return frame.back() == '\r' ? Edge::Whole : Edge::Inside;
    }

    std::optional<Frame> read(std::string_view frame, DeviceTime at) override
    {
        if (frame.front() != kStx)
            return std::nullopt;
        auto body = frame.substr(1, frame.size() - 2);
        if (!body.empty() && body.front() == '?') {
            if (body.size() != 2)
                return Damaged{"status without its byte"};
            const auto status = static_cast<unsigned char>(body[1]);
            constexpr unsigned kMotion = 0x01;
            constexpr unsigned kOverCapacity = 0x02;
            constexpr unsigned kUnderZero = 0x04;
            if (status & kOverCapacity)
                return WeightSeen{0, false, true, at};
            if (status & kUnderZero)
                return WeightSeen{0, false, false, at, true};
            if (status & kMotion)
                return WeightSeen{0, false, false, at};
            return WeightSeen{0, true, false, at};
        }
        // `N` marks a net weight.
        if (!body.empty() && body.back() == 'N')
            body.remove_suffix(1);
        std::string why;
        // Without its point nobody knows what the digits count.
        if (body.find('.') == std::string_view::npos)
            return Damaged{"weight without a point"};
        const auto grams = gramsOf(body, why);
        if (!grams)
            return Damaged{why};
        return WeightSeen{*grams, true, false, at};
    }
};

class NciFrames final : public ScaleFrames {
public:
    explicit NciFrames(WeightUnit unit)
        : ScaleFrames(unit)
    {
    }

    std::string_view poll() const override { return "W\r"; }

private:
    /// Two or three bytes whose lower halves are bits, perhaps behind an S.
    static bool isStatus(std::string_view line)
    {
        if (line.starts_with('S'))
            line.remove_prefix(1);
        return (line.size() == 2 || line.size() == 3)
            && std::ranges::all_of(line, [](char c) { return c >= 0x30 && c <= 0x3F; });
    }

    Edge edge(std::string_view frame) const override
    {
        if (frame.back() == kEtx)
            return Edge::Whole;
        // A&D: a line that begins with its state.
        const bool labelled =
            frame.back() == '\n' && labelledBegin(frame) != std::string_view::npos;
        return labelled ? Edge::Whole : Edge::Inside;
    }

    std::optional<Frame> read(std::string_view frame, DeviceTime at) override
    {
        const auto grams = [this](std::string_view text, std::string& why) {
            return gramsOf(text, why);
        };
        if (frame.back() == '\n')
            return readLabelled(frame.substr(0, frame.find_last_not_of("\r\n") + 1), at, grams);
        std::optional<std::string_view> weight;
        std::optional<std::string_view> status;
        frame.remove_suffix(1);
        while (!frame.empty()) {
            const auto end = std::min(frame.find_first_of("\r\n"), frame.size());
            const auto line = frame.substr(0, end);
            if (isStatus(line))
                status = line.front() == 'S' ? line.substr(1) : line;
            else if (!line.empty())
                weight = line;
            frame.remove_prefix(std::min(end + 1, frame.size()));
        }
        if (!status)
            return Damaged{"frame without a status"};
        constexpr unsigned kMoving = 0x01;
        constexpr unsigned kBelow = 0x01;
        constexpr unsigned kAbove = 0x02;
        const auto first = static_cast<unsigned char>((*status)[0]);
        const auto second = static_cast<unsigned char>((*status)[1]);
        if (second & kAbove)
            return WeightSeen{0, false, true, at};
        const bool moving = (first & kMoving) != 0;
        if (second & kBelow)
            return WeightSeen{0, false, false, at, true};
        if (!weight) {
            if (moving)
                return WeightSeen{0, false, false, at};
            return Damaged{"status without a weight"};
        }
        std::string why;
        const auto value = gramsOf(*weight, why);
        if (!value)
            return Damaged{why};
        return WeightSeen{*value, !moving, false, at};
    }
};

class ContinuousFrames final : public ScaleFrames {
public:
    ContinuousFrames(WeightUnit unit, DigitOrder order)
        : ScaleFrames(unit)
        , m_order(order)
    {
    }

private:
    static constexpr std::size_t kFewestDigits = 5;  ///< behind `=`, with the point or a sign
    static constexpr std::size_t kMostDigits = 9;
    static constexpr std::size_t kFramedLength = 12;
    static constexpr std::chrono::milliseconds kRest{500};
    /// More than that without a frame, and nobody knows what the load did meanwhile.
    static constexpr std::chrono::milliseconds kGap{500};

    Edge edge(std::string_view frame) const override
    {
        const char last = frame.back();
        if (last == '=' || last == kStx)
            return Edge::Restart;
        if (last == kEtx || last == '\n' || last == '\r')
            return Edge::Whole;
        return Edge::Inside;
    }

    std::optional<Frame> read(std::string_view frame, DeviceTime at) override
    {
        const auto begin = frame.find_last_of("=\x02");
        if (begin == std::string_view::npos) {
            const auto line = frame.substr(0, frame.find_last_not_of("\r\n") + 1);
            return readLabelled(line, at,
                [this](std::string_view text, std::string& why) { return gramsOf(text, why); });
        }
        frame.remove_prefix(begin);
        while (!frame.empty() && (frame.back() == '\r' || frame.back() == '\n'))
            frame.remove_suffix(1);
        return frame.front() == '=' ? readBound(frame.substr(1), at) : readFramed(frame, at);
    }

    std::optional<Frame> readBound(std::string_view digits, DeviceTime at)
    {
        // Nothing ends these frames but the next one: what is no number is noise between them.
        digits = digits.substr(0, digits.find_first_not_of("0123456789.+- "));
        if (digits.size() < kFewestDigits || digits.size() > kMostDigits)
            return Damaged{"frame of another length"};
        std::string number(digits);
        if (m_order == DigitOrder::Reversed)
            std::ranges::reverse(number);
        if (number.find('.') == std::string::npos)
            return Damaged{"weight without a point"};
        return settled(number, at);
    }

    /// STX, sign, six digits, decimal places, two characters of XOR, ETX.
    std::optional<Frame> readFramed(std::string_view frame, DeviceTime at)
    {
        if (frame.size() != kFramedLength || frame.back() != kEtx)
            return Damaged{"frame of another length"};
        unsigned sum = 0;
        for (const char c : frame.substr(1, 8))
            sum ^= static_cast<unsigned char>(c);
        const auto character = [](unsigned nibble) {
            return static_cast<char>(nibble < 10 ? nibble + 0x30 : nibble + 0x37);
        };
        if (frame[9] != character(sum >> 4U) || frame[10] != character(sum & 0x0FU))
            return Damaged{"wrong check characters"};
        const int places = frame[8] - '0';
        if (places < 0 || places > 4)
            return Damaged{"no decimal places"};
        std::string number(frame.substr(1, 7));
        if (places > 0)
            number.insert(number.size() - static_cast<std::size_t>(places), ".");
        return settled(number, at);
    }

    std::optional<Frame> settled(std::string_view number, DeviceTime at)
    {
        std::string why;
        const auto grams = gramsOf(number, why);
        if (!grams)
            return Damaged{why};
        if (*grams != m_grams || at - m_last > kGap)
            m_since = at;
        m_grams = *grams;
        m_last = at;
        return WeightSeen{*grams, at - m_since >= kRest, false, at};
    }

    DigitOrder m_order;
    std::int64_t m_grams = 0;
    DeviceTime m_since{};
    DeviceTime m_last{};
};

}  // namespace

std::optional<std::int64_t> ScaleFrames::gramsOf(std::string_view text, std::string& why) const
{
    const std::string plain = trimmed(text);
    text = plain;
    auto end = text.size();
    while (end > 0 && std::isalpha(static_cast<unsigned char>(text[end - 1])) != 0)
        --end;
    WeightUnit unit = m_unit;
    if (end < text.size()) {
        const auto named = findWeightUnit(text.substr(end));
        const bool pounds = m_unit == WeightUnit::Pound;
        if (!named || (*named == WeightUnit::Pound) != pounds) {
            why = "unit " + std::string(text.substr(end));
            return std::nullopt;
        }
        unit = *named;
    }
    const auto grams = parseGrams(text.substr(0, end), unit);
    if (!grams)
        why = "no number";
    return grams;
}

std::vector<ScaleFrames::Frame> ScaleFrames::take(
    std::span<const std::uint8_t> bytes, DeviceTime at)
{
    std::vector<Frame> frames;
    const auto finish = [&](std::string_view frame) {
        if (auto read = this->read(frame, at))
            frames.push_back(*std::move(read));
    };
    for (const std::uint8_t byte : bytes) {
        m_frame += static_cast<char>(byte);
        switch (edge(m_frame)) {
        case Edge::Inside: break;
        case Edge::Whole:
            finish(m_frame);
            m_frame.clear();
            break;
        case Edge::Restart: {
            const std::string before = m_frame.substr(0, m_frame.size() - 1);
            m_frame.erase(0, m_frame.size() - 1);
            if (!before.empty())
                finish(before);
            break;
        }
        }
        if (m_frame.size() > kLongestFrame)
            m_frame.clear();
    }
    return frames;
}

std::unique_ptr<ScaleFrames> toledoFrames(WeightUnit unit)
{
    return std::make_unique<ToledoFrames>(unit);
}

std::unique_ptr<ScaleFrames> nciFrames(WeightUnit unit)
{
    return std::make_unique<NciFrames>(unit);
}

std::unique_ptr<ScaleFrames> continuousFrames(WeightUnit unit, DigitOrder order)
{
    return std::make_unique<ContinuousFrames>(unit, order);
}

}  // namespace bl
