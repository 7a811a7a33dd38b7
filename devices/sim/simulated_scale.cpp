#include "devices/sim/simulated_scale.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace bl::sim {

namespace {

constexpr std::chrono::milliseconds kBetweenFrames{100};
constexpr std::array<std::pair<std::string_view, ScaleLanguage>, 7> kLanguages{
    {{"toledo", ScaleLanguage::Toledo}, {"nci", ScaleLanguage::Nci}, {"a&d", ScaleLanguage::Aandd},
        {"reversed", ScaleLanguage::Reversed}, {"plain", ScaleLanguage::Plain},
        {"framed", ScaleLanguage::Framed}, {"labelled", ScaleLanguage::Labelled}}};

template <typename... Values>
std::string printed(const char* format, Values... values)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

}  // namespace

std::optional<ScaleLanguage> findScaleLanguage(std::string_view name)
{
    for (const auto& [word, language] : kLanguages) {
        if (word == name)
            return language;
    }
    return std::nullopt;
}

Result<SimulatedDevice::Reaction> SimulatedScale::obey(const Json& command)
{
    if (command.is_object() && command.contains("fault")) {
        BL_TRY(const std::string fault, textAt(command, "fault"));
        if (fault == "garbage")
            m_garbage = true;
        else if (fault == "half")
            m_half = true;
        else if (fault == "bad-checksum")
            m_wrongSum = true;
        else if (fault == "clear")
            m_garbage = m_half = m_wrongSum = false;
        else
            return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
        return Reaction{};
    }
    BL_TRY(m_grams, integerAt(command, "weight"));
    m_unstable = command.contains("unstable") && command["unstable"] == true;
    m_overload = command.contains("overload") && command["overload"] == true;
    return Reaction{};
}

bool SimulatedScale::isContinuous() const
{
    return m_language != ScaleLanguage::Toledo && m_language != ScaleLanguage::Nci
        && m_language != ScaleLanguage::Aandd;
}

SimulatedDevice::Reaction SimulatedScale::connected()
{
    Reaction reaction;
    if (isContinuous())
        reaction.callAgain = kBetweenFrames;
    return reaction;
}

SimulatedDevice::Reaction SimulatedScale::receive(std::span<const std::uint8_t> bytes)
{
    if (isContinuous())
        return {};
    for (const std::uint8_t byte : bytes)
        m_question += static_cast<char>(byte);
    const std::string wanted = m_language == ScaleLanguage::Toledo ? "W" : "W\r";
    const auto at = m_question.rfind(wanted);
    if (at == std::string::npos)
        return {};
    m_question.clear();
    return say();
}

SimulatedDevice::Reaction SimulatedScale::timeCame()
{
    Reaction reaction = say();
    reaction.callAgain = kBetweenFrames;
    return reaction;
}

SimulatedDevice::Reaction SimulatedScale::say()
{
    // A load that swings shows another weight each time.
    m_wobble = m_unstable ? (m_wobble + 7) % 50 : 0;
    std::string text = frame();
    if (m_half)
        text.resize(text.size() / 2);
    if (m_garbage)
        text = "\x7F\xFF#" + text;
    m_half = false;
    Reaction reaction;
    reaction.answers = bytesOfText(text);
    return reaction;
}

std::string SimulatedScale::frame() const
{
    const long long grams = m_grams + m_wobble;
    const char sign = grams < 0 ? '-' : '+';
    const long long kilograms = std::llabs(grams) / 1000;
    const long long rest = std::llabs(grams) % 1000;
    const std::string labelledUnit = m_unit;
    switch (m_language) {
    case ScaleLanguage::Toledo:
        if (m_overload || m_unstable)
            return printed("\x02?%c\r", m_overload ? 'B' : 'A');
        if (grams < 0)
            return "\x02?D\r";
        return printed("\x02%02lld.%03lld\r", kilograms, rest);
    case ScaleLanguage::Nci: {
        const char motion = m_unstable ? '1' : '0';
        const char range = m_overload ? '2' : grams < 0 ? '1' : '0';
        return printed("\n%02lld.%03lld%s\r\nS%c%c\r\x03", kilograms, rest,
            m_unit == "lb" ? "LB" : "KG", motion, range);
    }
    case ScaleLanguage::Aandd:
        if (m_overload)
            return "OL,GS,+9999.999kg\r\n";
        return printed("%s,GS,%c%04lld.%03lld%s\r\n", m_unstable ? "US" : "ST", sign, kilograms,
            rest, labelledUnit.c_str());
    case ScaleLanguage::Labelled:
        if (m_overload)
            return "OL,NT,+99999.9 kg\r\n";
        return printed("%s,NT,%c%3lld.%03lld %s\r\n", m_unstable ? "US" : "ST", sign, kilograms,
            rest, labelledUnit.c_str());
    case ScaleLanguage::Plain:
    case ScaleLanguage::Reversed: {
        const std::string number = grams < 0 ? printed("-%01lld.%03lld", kilograms, rest)
                                             : printed("%02lld.%03lld", kilograms, rest);
        return "="
            + (m_language == ScaleLanguage::Plain ? number
                                                  : std::string(number.rbegin(), number.rend()));
    }
    case ScaleLanguage::Framed: {
        const std::string body = printed("%c%06lld3", sign, std::llabs(grams));
        int sum = m_wrongSum ? 0x11 : 0;
        for (const char c : body)
            sum ^= c;
        constexpr const char* kHex = "0123456789ABCDEF";
        return "\x02" + body + kHex[(sum >> 4) & 15] + kHex[sum & 15] + "\x03";
    }
    }
    return {};
}

}  // namespace bl::sim
