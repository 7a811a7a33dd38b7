#include "tests/e2e/running_program.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace bl::test {

RunningProgram::RunningProgram(
    const std::string& program, const std::vector<std::string>& arguments)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    std::vector<std::string> all{program};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& argument : all)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, pipe[1], STDOUT_FILENO);
    const int fault = posix_spawn(&m_child, program.c_str(), &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    ::close(pipe[1]);
    m_output = pipe[0];
    if (fault != 0)
        throw std::runtime_error(program + " cannot be started");
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
    int status = 0;
    ::waitpid(m_child, &status, 0);
    m_child = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace bl::test
