#pragma once

#include "devices/slot/device_event.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// Tells a scanner that pretends to be a keyboard from a person who types: a burst of at least six
/// characters with a median gap of 35 ms or less, ended by Enter, Tab or silence, is a scan;
/// anything slower is typing. Whoever has the keys holds them back until it is told which.
class KeyBurst {
public:
    using Time = std::chrono::milliseconds;  ///< of the keys' own clock

    static constexpr Time kSilence{50};
    static constexpr Time kMedianGap{35};
    static constexpr std::size_t kFewest = 6;
    static constexpr std::size_t kMost = 4096;

    enum class Verdict {
        Pass,    ///< nothing is held back: the key goes its way
        Hold,    ///< nobody knows yet: the key waits with the others
        Typing,  ///< all that waits, with this key, was typed
        Scan,    ///< all that waits, with this key, is a scan
        Swallow  ///< the key belongs to the scan before
    };

    /// Verdicts of keys expect that settle() was asked with the key's time before.
    Verdict character(std::string_view text, Time at);
    Verdict terminator(Time at);
    /// Any other key.
    Verdict interruption();

    /// Silence until `now` ends a burst: Typing or Scan; Hold while it may go on, Pass where there
    /// is none.
    Verdict settle(Time now);

    /// What terminator() would say, without saying it.
    bool wouldTakeTerminator(Time at) const;
    bool isHolding() const { return !m_times.empty(); }

    /// The scan of the newest verdict; its time is now's.
    CodeScanned takeScan();

private:
    Verdict judge();
    Time gap(std::size_t index) const { return m_times[index] - m_times[index - 1]; }
    std::size_t slowGaps() const;
    void begin();

    std::string m_text;
    std::vector<Time> m_times;
    std::optional<CodeScanned> m_scan;
    std::optional<Time> m_scanEnd;
};

}  // namespace bl
