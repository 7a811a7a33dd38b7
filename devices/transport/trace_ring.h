#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace bl {

/// The last bytes on a line, for the device console and for support. It holds what devices were
/// sent and said as it was, so whoever shows it masks it first. Any thread.
class TraceRing {
public:
    enum class Direction { ToDevice, FromDevice, Note };

    struct Entry {
        std::chrono::steady_clock::time_point at;
        Direction direction{};
        std::vector<std::uint8_t> bytes;  ///< of a Note: text, such as `open` or `link-lost`
    };

    void add(Direction direction, std::span<const std::uint8_t> bytes);
    void note(std::string_view text);

    /// Oldest first.
    std::vector<Entry> entries() const;

    /// Counted since the start, in both directions.
    std::size_t totalBytes() const;

private:
    static constexpr std::size_t kMaxBytes = 16 * 1024;
    static constexpr std::size_t kMaxEntries = 400;

    mutable std::mutex m_mutex;
    std::deque<Entry> m_entries;
    std::size_t m_kept = 0;
    std::size_t m_total = 0;
};

}  // namespace bl
