#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bl::test {

/// A program that runs beside the test; killed where the test goes before it.
class RunningProgram {
public:
    RunningProgram(const std::string& program, const std::vector<std::string>& arguments);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// The next line of its standard output; nothing where it ends or the time is over.
    std::optional<std::string> readLine(std::chrono::seconds patience = std::chrono::seconds(60));

    void signal(int number) const;
    pid_t processId() const { return m_child; }

    /// Waits for its end: the exit status, or −1 where a signal ended it.
    int wait();

private:
    pid_t m_child = 0;
    int m_output = -1;
    std::string m_pending;
};

}  // namespace bl::test
