#include "devices/sim/commanded_device.h"

namespace bl::sim {

std::vector<std::uint8_t> bytesOfText(std::string_view text)
{
    return {text.begin(), text.end()};
}

Result<SimulatedDevice::Reaction> SpeakingDevice::obey(const Json& command)
{
    if (command.is_object() && command.contains("fault")) {
        BL_TRY(const std::string fault, textAt(command, "fault"));
        if (fault == "garbage") {
            m_garbage = true;
        } else if (fault == "half") {
            m_half = true;
        } else if (fault == "bad-checksum") {
            m_checksum = Checksum::Wrong;
        } else if (fault == "clear") {
            m_garbage = m_half = false;
            m_checksum = Checksum::Right;
        } else {
            return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
        }
        return Reaction{};
    }
    BL_TRY(std::string bytes, frame(command, m_checksum));
    if (m_garbage)
        bytes = noise() + bytes;
    if (std::exchange(m_half, false))
        bytes.resize(bytes.size() / 2);
    std::int64_t gap = 0;
    if (command.contains("gapMs")) {
        BL_TRY(gap, integerAt(command, "gapMs"));
    }
    Reaction reaction;
    if (gap <= 0) {
        reaction.answers = bytesOfText(bytes);
        return reaction;
    }
    m_waiting.insert(m_waiting.end(), bytes.begin(), bytes.end());
    m_gap = std::chrono::milliseconds(gap);
    return timeCame();
}

SimulatedDevice::Reaction SpeakingDevice::receive(std::span<const std::uint8_t>)
{
    return {};
}

SimulatedDevice::Reaction SpeakingDevice::timeCame()
{
    Reaction reaction;
    if (m_waiting.empty())
        return reaction;
    reaction.answers.push_back(m_waiting.front());
    m_waiting.pop_front();
    if (!m_waiting.empty())
        reaction.callAgain = m_gap;
    return reaction;
}

SimulatedDevice::Reaction SpeakingDevice::disconnected()
{
    m_waiting.clear();
    return {};
}

}  // namespace bl::sim
