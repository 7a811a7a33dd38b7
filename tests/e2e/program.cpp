#include "tests/e2e/program.h"

#include "tests/support/register_fixture.h"

#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>

extern char** environ;

namespace bl::test {

namespace {

std::string contents(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

pid_t spawnProgram(const std::string& program, const std::vector<std::string>& arguments,
    const posix_spawn_file_actions_t& files)
{
    std::vector<std::string> all{program};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& argument : all)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &files, nullptr, argv.data(), environ) != 0)
        throw std::runtime_error(program + " cannot be started");
    return child;
}

int waitForEnd(pid_t process)
{
    int status = 0;
    if (waitpid(process, &status, 0) != process)
        throw std::runtime_error("a process is lost");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Ended runProgram(
    const std::string& program, const std::vector<std::string>& arguments, const std::string& input)
{
    const TempDirectory directory;
    std::ofstream(directory.file("in"), std::ios::binary) << input;
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&files, 0, directory.file("in").c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, directory.file("out").c_str(), kWrite, 0600);
    posix_spawn_file_actions_addopen(&files, 2, directory.file("err").c_str(), kWrite, 0600);
    const pid_t child = spawnProgram(program, arguments, files);
    posix_spawn_file_actions_destroy(&files);
    Ended ended;
    ended.status = waitForEnd(child);
    ended.out = contents(directory.file("out"));
    ended.err = contents(directory.file("err"));
    return ended;
}

}  // namespace bl::test
