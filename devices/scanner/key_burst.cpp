#include "devices/scanner/key_burst.h"

#include "devices/scanner/scan_burst.h"

#include <algorithm>
#include <utility>

namespace bl {

namespace {

/// Where the first gaps are slow, nobody waits for a median that cannot come.
constexpr std::size_t kEnoughGaps = 3;
/// A terminator this long after a scan that silence ended, or a second one, is the scanner's.
constexpr KeyBurst::Time kLateTerminator{100};

}  // namespace

KeyBurst::Verdict KeyBurst::character(std::string_view text, Time at)
{
    m_scanEnd.reset();
    m_text += text;
    m_times.push_back(at);
    const std::size_t gaps = m_times.size() - 1;
    const bool slow = gaps >= kEnoughGaps && 2 * slowGaps() > gaps;
    if (slow || m_times.size() > kMost) {
        begin();
        return Verdict::Typing;
    }
    return Verdict::Hold;
}

KeyBurst::Verdict KeyBurst::terminator(Time at)
{
    if (isHolding()) {
        const auto verdict = judge();
        if (verdict == Verdict::Scan)
            m_scanEnd = at;
        return verdict;
    }
    return wouldTakeTerminator(at) ? Verdict::Swallow : Verdict::Pass;
}

bool KeyBurst::wouldTakeTerminator(Time at) const
{
    return isHolding() || (m_scanEnd && at - *m_scanEnd <= kLateTerminator);
}

KeyBurst::Verdict KeyBurst::interruption()
{
    m_scanEnd.reset();
    if (!isHolding())
        return Verdict::Pass;
    begin();
    return Verdict::Typing;
}

KeyBurst::Verdict KeyBurst::settle(Time now)
{
    if (!isHolding())
        return Verdict::Pass;
    const Time last = m_times.back();
    if (now - last < kSilence)
        return Verdict::Hold;
    const auto verdict = judge();
    if (verdict == Verdict::Scan)
        m_scanEnd = last;
    return verdict;
}

CodeScanned KeyBurst::takeScan()
{
    return std::exchange(m_scan, std::nullopt).value_or(CodeScanned{});
}

KeyBurst::Verdict KeyBurst::judge()
{
    std::vector<Time> gaps;
    for (std::size_t i = 1; i < m_times.size(); ++i)
        gaps.push_back(gap(i));
    auto sorted = gaps;
    std::ranges::sort(sorted);
    // Of an even number the upper one of the two in the middle: in doubt it is typing.
    const bool fast = !sorted.empty() && sorted[sorted.size() / 2] <= kMedianGap;
    std::optional<CodeScanned> scan;
    if (fast && m_times.size() >= kFewest)
        scan = readScan(m_text);
    begin();
    if (!scan)
        return Verdict::Typing;
    scan->gaps = std::move(gaps);
    scan->at = std::chrono::steady_clock::now();
    m_scan = std::move(scan);
    return Verdict::Scan;
}

std::size_t KeyBurst::slowGaps() const
{
    std::size_t slow = 0;
    for (std::size_t i = 1; i < m_times.size(); ++i)
        slow += gap(i) > kMedianGap ? 1 : 0;
    return slow;
}

void KeyBurst::begin()
{
    m_text.clear();
    m_times.clear();
}

}  // namespace bl
