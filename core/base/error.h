#pragma once

#include "core/base/error_code.h"

#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// An expected failure. `detail` holds the arguments of the code's sentence; it never holds secrets
/// or whole card numbers.
struct Error {
    ErrorCode code;
    std::vector<std::string> detail;

    friend bool operator==(const Error&, const Error&) = default;
};

/// The code's stable technical name ("tender-short"): for logs, `--json` output and problem
/// documents.
std::string_view codeName(ErrorCode code);

/// Code and arguments in one technical line, for logs and test output.
std::string describe(const Error& error);

}  // namespace bl
