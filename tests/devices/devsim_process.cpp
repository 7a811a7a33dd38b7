#include "tests/devices/devsim_process.h"

#include "tests/support/catch.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bl::test {

namespace {

std::string restOf(int end)
{
    std::string text;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(end, bytes.data(), bytes.size())) > 0;)
        text.append(bytes.data(), static_cast<std::size_t>(count));
    return text;
}

}  // namespace

Devsim::Devsim(std::vector<std::string> arguments)
{
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    for (auto* ends : {&in, &out})
        REQUIRE(::pipe2(ends->data(), O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ::fileno(m_err), STDERR_FILENO);
    arguments.insert(arguments.begin(), BRANCHLINE_DEVSIM);
    std::vector<char*> argv;
    for (auto& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    const int failed =
        ::posix_spawn(&m_process, BRANCHLINE_DEVSIM, &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    REQUIRE(failed == 0);
}

Devsim::~Devsim()
{
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    ::close(m_in);
    ::close(m_out);
    std::fclose(m_err);
}

Json Devsim::await(const std::string& kind)
{
    for (;;) {
        const auto event = parseJson(line());
        REQUIRE(event);
        if (event->at("event") == kind)
            return *event;
    }
}

void Devsim::say(const std::string& text)
{
    const std::string whole = text + "\n";
    REQUIRE(::write(m_in, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size()));
}

std::string Devsim::standardError()
{
    exitStatus();
    REQUIRE(std::fseek(m_err, 0, SEEK_SET) == 0);
    return restOf(::fileno(m_err));
}

std::string Devsim::standardOutput() const
{
    return restOf(m_out);
}

void Devsim::terminate() const
{
    ::kill(m_process, SIGTERM);
}

int Devsim::exitStatus()
{
    if (m_process > 0) {
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = 0;
        m_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    return m_status;
}

std::string Devsim::line()
{
    std::string text;
    char byte = 0;
    while (::read(m_out, &byte, 1) == 1 && byte != '\n')
        text += byte;
    return text;
}

}  // namespace bl::test
