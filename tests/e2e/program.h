#pragma once

#include <string>
#include <vector>

namespace bl::test {

/// What a program that has ended printed.
struct Ended {
    int status = -1;  ///< −1 where it did not end by itself
    std::string out;
    std::string err;
};

/// Runs a program to its end with `input` on its standard input.
Ended runProgram(const std::string& program, const std::vector<std::string>& arguments,
    const std::string& input = {});

}  // namespace bl::test
