#pragma once

#include <cstdint>
#include <string>

namespace bl::test {

/// Kills a simulated process at a commit of its database. From then on nothing that the process
/// does reaches the disk; whoever drives it throws its objects away.
class CommitGate {
public:
    enum class Moment {
        Before,  ///< the transaction is rolled back
        After,   ///< the transaction is on disk, and nobody was told
    };

    /// From the first gate on, connections are known by their files.
    CommitGate();

    /// Watches the connection that was opened on the file last.
    void attach(const std::string& file);

    /// Kills at that commit from now: 1 is the next.
    void arm(std::int64_t commits, Moment moment);
    void disarm() { m_countdown = 0; }

    /// The process is up again.
    void revive() { m_struck = false; }

    bool struck() const { return m_struck; }
    std::int64_t commits() const { return m_commits; }

private:
    int committing();

    std::int64_t m_commits = 0;
    std::int64_t m_countdown = 0;
    Moment m_moment = Moment::Before;
    bool m_struck = false;
};

}  // namespace bl::test
