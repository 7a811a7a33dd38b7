#include "tests/e2e/running_program.h"

#include "tests/e2e/program.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace bl::test {

RunningProgram::RunningProgram(
    const std::string& program, const std::vector<std::string>& arguments)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, pipe[1], STDOUT_FILENO);
    m_child = spawnProgram(program, arguments, files);
    posix_spawn_file_actions_destroy(&files);
    ::close(pipe[1]);
    m_output = pipe[0];
}

RunningProgram::~RunningProgram()
{
    if (m_child > 0) {
        signal(SIGKILL);
        wait();
    }
    ::close(m_output);
}

std::optional<std::string> RunningProgram::readLine(std::chrono::seconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (const auto end = m_pending.find('\n'); end != std::string::npos) {
            std::string line = m_pending.substr(0, end);
            m_pending.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd waiting{m_output, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
            return std::nullopt;
        std::array<char, 4096> bytes{};
        const auto count = ::read(m_output, bytes.data(), bytes.size());
        if (count <= 0)
            return std::nullopt;
        m_pending.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

void RunningProgram::signal(int number) const
{
    ::kill(m_child, number);
}

int RunningProgram::wait()
{
    return waitForEnd(std::exchange(m_child, 0));
}

}  // namespace bl::test
