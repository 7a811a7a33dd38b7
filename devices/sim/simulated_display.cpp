#include "devices/sim/simulated_display.h"

#include "devices/sim/display_text.h"

namespace bl::sim {

namespace {

constexpr std::size_t kColumns = 20;
constexpr char kEscape = 0x1B;
constexpr char kClear = 0x0C;

std::string withoutTrailingBlanks(const std::string& text)
{
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

SimulatedDevice::Reaction SimulatedDisplay::receive(std::span<const std::uint8_t> bytes)
{
    for (const std::uint8_t byte : bytes)
        take(static_cast<char>(byte));
    return {};
}

SimulatedDevice::Reaction SimulatedDisplay::disconnected()
{
    m_escape.clear();
    return {};
}

Result<SimulatedDevice::Reaction> SimulatedDisplay::obey(const Json& command)
{
    if (command.is_object() && command.contains("fault") && command["fault"] == "clear")
        return Reaction{};
    return Error{ErrorCode::InvalidArgument, {"a display takes faults of its line alone"}};
}

void SimulatedDisplay::take(char byte)
{
    if (!m_escape.empty()) {
        m_escape += byte;
        takeCommand();
    } else if (byte == kEscape) {
        m_escape = byte;
    } else if (byte == kClear) {
        m_rows = {};
        m_row = m_column = 0;
        show();
    } else if (static_cast<unsigned char>(byte) >= 0x20) {
        put(byte);
        show();
    }
}

void SimulatedDisplay::takeCommand()
{
    const char kind = m_escape[1];
    if (kind == '@') {
        m_rows = {};
        m_lamp = '0';
        m_escape.clear();
        return;
    }
    if (kind == 's' && m_model == DisplayModel::Led8) {
        if (m_escape.size() < 3)
            return;
        m_lamp = m_escape[2];
        m_escape.clear();
        return;
    }
    if (kind != 'Q') {
        m_escape.clear();
        return;
    }
    if (m_escape.size() < 3 || m_escape.back() != '\r')
        return;
    const std::size_t row = m_escape[2] == 'B' ? 1 : 0;
    m_rows[row] = m_escape.substr(3, std::min(m_escape.size() - 4, kColumns));
    m_escape.clear();
    show();
}

void SimulatedDisplay::put(char byte)
{
    auto& row = m_rows[m_row];
    row.resize(kColumns, ' ');
    row[m_column] = byte;
    if (++m_column == kColumns) {
        m_column = 0;
        m_row = 1 - m_row;
    }
}

void SimulatedDisplay::show()
{
    DisplayPicture picture;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        picture.lines[i] = fromGb18030Text(withoutTrailingBlanks(m_rows[i]));
    picture.lamp = m_lamp;
    if (picture == m_shown)
        return;
    m_shown = picture;
    m_listener(picture);
}

}  // namespace bl::sim
