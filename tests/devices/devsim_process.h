#pragma once

#include "core/base/json.h"

#include <cstdio>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bl::test {

/// The shipped `branchline-devsim`, with pipes at its standard input and output; ended with the
/// test.
class Devsim {
public:
    explicit Devsim(std::vector<std::string> arguments);
    ~Devsim();
    Devsim(const Devsim&) = delete;
    Devsim& operator=(const Devsim&) = delete;

    /// The next event of that kind; others are passed over.
    Json await(const std::string& kind);
    void say(const std::string& text);

    /// All of it: waits for the program's end.
    std::string standardError();
    std::string standardOutput() const;
    void terminate() const;
    int exitStatus();

private:
    std::string line();

    pid_t m_process = 0;
    int m_in = -1;
    int m_out = -1;
    std::FILE* m_err = std::tmpfile();  // a pipe that nobody reads would stop the program one day
    int m_status = -1;
};

}  // namespace bl::test
