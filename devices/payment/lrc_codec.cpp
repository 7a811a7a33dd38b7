#include "devices/payment/lrc_codec.h"

#include "core/base/assert.h"
#include "core/base/text.h"
#include "core/payments/card_masking.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>

namespace bl::lrc {

namespace {

constexpr std::uint8_t kStx = 0x02;
constexpr std::uint8_t kEtx = 0x03;

/// Two digits in a byte; nothing where they are none.
std::optional<std::size_t> twoDigits(std::uint8_t byte)
{
    const unsigned high = byte >> 4;
    const unsigned low = byte & 0x0F;
    if (high > 9 || low > 9)
        return std::nullopt;
    return high * 10 + low;
}

std::uint8_t asDigits(std::size_t value)
{
    return static_cast<std::uint8_t>(value / 10 << 4 | value % 10);
}

bool isNumberField(const std::string& name)
{
    return name == "amount" || name == "originalTrace";
}

bool areLrcDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Chinese terminals write GBK, which GB18030 holds.
std::string textOfField(std::span<const std::uint8_t> bytes)
{
    const icu::UnicodeString wide(reinterpret_cast<const char*>(bytes.data()),
        static_cast<std::int32_t>(bytes.size()), "gb18030");
    std::string text;
    wide.toUTF8String(text);
    std::ranges::replace(text, '\0', ' ');
    return trimmed(excerpt(trimmed(text), 400));
}

std::string maskedCard(const std::string& card)
{
    return areLrcDigits(card) ? payments::maskCardNumber(card) : payments::maskCardNumbers(card);
}

}  // namespace

Bytes frame(LengthForm form, std::span<const std::uint8_t> data)
{
    BL_ASSERT(data.size() <= kMaxData);
    const std::size_t base = form == LengthForm::Bcd ? 100 : 256;
    const std::size_t high = data.size() / base;
    const std::size_t low = data.size() % base;
    Bytes bytes{kStx};
    if (form == LengthForm::Bcd)
        bytes.insert(bytes.end(), {asDigits(high), asDigits(low)});
    else
        bytes.insert(
            bytes.end(), {static_cast<std::uint8_t>(high), static_cast<std::uint8_t>(low)});
    bytes.insert(bytes.end(), data.begin(), data.end());
    bytes.push_back(kEtx);
    std::uint8_t check = 0;
    for (std::size_t i = 1; i < bytes.size(); ++i)
        check = static_cast<std::uint8_t>(check ^ bytes[i]);
    bytes.push_back(check);
    return bytes;
}

FrameReader::Event FrameReader::take(std::uint8_t byte)
{
    if (m_place != Place::Outside && m_place != Place::Check)
        m_check = static_cast<std::uint8_t>(m_check ^ byte);
    switch (m_place) {
    case Place::Outside:
        if (byte == kAck)
            return Event::Ack;
        if (byte == kNak)
            return Event::Nak;
        if (byte == kStx) {
            m_place = Place::LengthHigh;
            m_check = 0;
            m_wrong = false;
            m_data.clear();
        }
        return Event::Nothing;
    case Place::LengthHigh:
        m_high = byte;
        m_place = Place::LengthLow;
        return Event::Nothing;
    case Place::LengthLow: {
        const auto high = twoDigits(m_high);
        const auto low = twoDigits(byte);
        const bool bcd = m_form == LengthForm::Bcd;
        m_length =
            bcd ? high.value_or(0) * 100 + low.value_or(0) : m_high * std::size_t{256} + byte;
        if ((bcd && (!high || !low)) || m_length > kMaxData) {
            m_place = Place::Outside;
            return Event::Damaged;
        }
        m_place = m_length == 0 ? Place::End : Place::Data;
        return Event::Nothing;
    }
    case Place::Data:
        m_data.push_back(byte);
        if (m_data.size() == m_length)
            m_place = Place::End;
        return Event::Nothing;
    case Place::End:
        m_wrong = byte != kEtx;
        m_place = Place::Check;
        return Event::Nothing;
    case Place::Check:
        m_place = Place::Outside;
        return m_wrong || byte != m_check ? Event::Damaged : Event::Frame;
    }
    return Event::Nothing;
}

Bytes requestData(const Profile& profile, const Values& values)
{
    Bytes data;
    for (const auto& field : profile.request) {
        const auto found = values.find(field.name);
        std::string text = found == values.end() ? std::string{} : found->second;
        const bool number = isNumberField(field.name) && !text.empty();
        text.resize(std::min(text.size(), field.length));
        const std::size_t missing = field.length - text.size();
        text.insert(number ? 0 : text.size(), missing, number ? '0' : ' ');
        data.insert(data.end(), text.begin(), text.end());
    }
    return data;
}

std::optional<Answer> readAnswer(const Profile& profile, std::span<const std::uint8_t> data)
{
    Answer answer;
    auto& said = answer.evidence;
    for (const auto& field : profile.answer) {
        if (data.size() < field.length)
            return std::nullopt;
        std::string text = textOfField(data.first(field.length));
        data = data.subspan(field.length);
        if (field.name == "card")
            text = maskedCard(text);
        said.raw += (said.raw.empty() ? "" : "|")
            + (field.name == "hidden" ? std::string(field.length, '*')
                                      : payments::maskCardNumbers(text));
        if (field.name == "amount") {
            std::int64_t minor = 0;
            if (areLrcDigits(text) && text.size() <= 15) {
                std::from_chars(text.data(), text.data() + text.size(), minor);
                said.amount = Money::minor(minor);
            }
        } else if (field.name == "result") {
            answer.result = said.result = text;
        } else if (field.name == "trace") {
            said.trace = text;
        } else if (field.name == "reference") {
            said.receipt = text;
        } else if (field.name == "date") {
            answer.date = text;
        } else if (field.name == "time") {
            answer.time = text;
        } else if (field.name == "card") {
            said.card = text;
        } else if (field.name == "cardName") {
            said.cardName = text;
        } else if (field.name == "approval") {
            said.approval = text;
        } else if (field.name == "terminal") {
            said.terminal = text;
        } else if (field.name == "text") {
            said.text = payments::maskCardNumbers(text);
        }
    }
    said.time = answer.date + answer.time;
    return answer;
}

std::vector<TraceLine> describeTrace(const TraceRing::Entry& entry)
{
    // Which form its length has, a trace does not know: the one that makes frames.
    for (const auto form : {LengthForm::Bcd, LengthForm::Binary}) {
        FrameReader reader(form);
        std::vector<TraceLine> lines;
        bool whole = false;
        for (const auto byte : entry.bytes) {
            const auto event = reader.take(byte);
            whole = event != FrameReader::Event::Nothing && event != FrameReader::Event::Damaged;
            if (event == FrameReader::Event::Ack)
                lines.push_back({{TraceWord::Verbatim, "ACK"}});
            else if (event == FrameReader::Event::Nak)
                lines.push_back({{TraceWord::Verbatim, "NAK"}});
            else if (event == FrameReader::Event::Frame)
                lines.push_back(
                    {{TraceWord::Verbatim, payments::maskCardNumbers(textOfField(reader.data()))}});
        }
        if (whole)
            return lines;
    }
    // Half a card's number is not known for one.
    return {{{TraceWord::HiddenBytes, std::to_string(entry.bytes.size())}}};
}

}  // namespace bl::lrc
