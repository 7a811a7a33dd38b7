#include "devices/transport/trace_ring.h"

#include <algorithm>

namespace bl {

void TraceRing::add(Direction direction, std::span<const std::uint8_t> bytes)
{
    if (bytes.empty())
        return;
    const std::lock_guard lock(m_mutex);
    if (direction != Direction::Note)
        m_total += bytes.size();
    // Of a picture only its end is kept: what follows it explains what went wrong.
    bytes = bytes.last(std::min(bytes.size(), kMaxBytes));
    m_entries.push_back(
        {std::chrono::steady_clock::now(), direction, {bytes.begin(), bytes.end()}});
    m_kept += bytes.size();
    while (m_kept > kMaxBytes || m_entries.size() > kMaxEntries) {
        m_kept -= m_entries.front().bytes.size();
        m_entries.pop_front();
    }
}

void TraceRing::note(std::string_view text)
{
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    add(Direction::Note, bytes);
}

std::vector<TraceRing::Entry> TraceRing::entries() const
{
    const std::lock_guard lock(m_mutex);
    return {m_entries.begin(), m_entries.end()};
}

std::size_t TraceRing::totalBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_total;
}

}  // namespace bl
