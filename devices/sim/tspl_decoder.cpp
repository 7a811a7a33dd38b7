#include "devices/sim/tspl_decoder.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace bl::sim {

namespace {

constexpr std::size_t kMaxCommand = 4096;

/// What stands between the commas; quotes around a word are taken off, and guard commas in it.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            words.emplace_back();
        else if (quoted || c != ' ' || !words.back().empty())
            words.back() += c;
    }
    return words;
}

/// The number that a word begins with: `60 mm` is 60.
int numberIn(const std::vector<std::string>& words, std::size_t index)
{
    return index < words.size() ? std::atoi(words[index].c_str()) : 0;
}

LabelCommand commandOf(const std::string& line)
{
    const auto blank = line.find(' ');
    const std::string name = line.substr(0, blank);
    const auto words = wordsOf(
        blank == std::string::npos ? std::string_view{} : std::string_view(line).substr(blank + 1));
    const auto number = [&](std::size_t index) {
        return numberIn(words, index);
    };
    if (name == "SIZE" && words.size() == 2)
        return LabelSize{number(0), number(1)};
    if (name == "GAP" && words.size() == 2)
        return LabelGap{number(0)};
    if (name == "DIRECTION")
        return LabelDirection{number(0) == 0};
    if (name == "REFERENCE" && words.size() == 2)
        return LabelOrigin{number(0), number(1)};
    if (name == "CLS")
        return LabelCleared{};
    if (name == "BARCODE" && words.size() == 9)
        return LabelCode{number(0), number(1), words[2], number(3), number(6), words[8]};
    if (name == "PRINT")
        return LabelCopies{std::max(1, number(0)) * std::max(1, words.size() > 1 ? number(1) : 1)};
    return LabelUnknown{line};
}

}  // namespace

void TsplDecoder::feed(std::span<const std::uint8_t> bytes)
{
    m_buffer.append(bytes.begin(), bytes.end());
}

std::optional<LabelCommand> TsplDecoder::dots()
{
    std::size_t data = 0;
    for (int comma = 0; comma < 5; ++comma) {
        data = m_buffer.find(',', data);
        if (data == std::string::npos)
            return std::nullopt;
        ++data;
    }
    const auto words = wordsOf(std::string_view(m_buffer).substr(7, data - 7));
    LabelDots dots{
        numberIn(words, 0), numberIn(words, 1), numberIn(words, 2), numberIn(words, 3), {}};
    const auto size = static_cast<std::size_t>(std::max(0, dots.rowBytes * dots.rows));
    if (m_buffer.size() < data + size)
        return std::nullopt;
    dots.bits.assign(m_buffer.begin() + static_cast<std::ptrdiff_t>(data),
        m_buffer.begin() + static_cast<std::ptrdiff_t>(data + size));
    m_buffer.erase(0, data + size);
    return dots;
}

std::optional<LabelCommand> TsplDecoder::next()
{
    m_buffer.erase(0, std::min(m_buffer.find_first_not_of("\r\n"), m_buffer.size()));
    if (m_buffer.empty())
        return std::nullopt;
    if (m_buffer[0] == '\x1B') {
        if (m_buffer.size() < 3)
            return std::nullopt;
        const std::string asked = m_buffer.substr(0, 3);
        m_buffer.erase(0, 3);
        return asked == "\x1B!?" ? LabelCommand{LabelQuestion{}} : LabelUnknown{asked};
    }
    if (m_buffer.starts_with("BITMAP "))
        return dots();
    // A question may stand in the midst of what was half sent before the line broke.
    const auto end = m_buffer.find_first_of("\r\n\x1B");
    if (end == std::string::npos) {
        if (m_buffer.size() > kMaxCommand)
            m_buffer.clear();
        return std::nullopt;
    }
    const std::string line = m_buffer.substr(0, end);
    m_buffer.erase(0, end);
    return commandOf(line);
}

}  // namespace bl::sim
