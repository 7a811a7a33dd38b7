#pragma once

#include "tests/support/register_fixture.h"

#include <string>

namespace bl::test {

/// A new register of an organisation that keeps pounds and London's time.
std::unique_ptr<RegisterFixture> britishRegister(const std::string& file);

/// Writes a file and gives its path.
std::string writeFile(const std::string& path, const std::string& bytes);

/// The bytes in gzip.
std::string packed(const std::string& bytes);

}  // namespace bl::test
