#pragma once

#include <spawn.h>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bl::test {

/// What a program that has ended printed.
struct Ended {
    int status = -1;  ///< −1 where it did not end by itself
    std::string out;
    std::string err;
};

/// Starts a program; throws where it cannot be.
pid_t spawnProgram(const std::string& program, const std::vector<std::string>& arguments,
    const posix_spawn_file_actions_t& files);

/// Waits for its end: the exit status, or −1 where a signal ended it.
int waitForEnd(pid_t process);

/// Runs a program to its end with `input` on its standard input.
Ended runProgram(const std::string& program, const std::vector<std::string>& arguments,
    const std::string& input = {});

}  // namespace bl::test
