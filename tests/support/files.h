#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bl::test {

/// The `.json` files of a folder; at least one, or the test fails.
std::vector<std::filesystem::path> jsonFilesIn(const std::filesystem::path& folder);

std::string contentsOf(const std::filesystem::path& file);

}  // namespace bl::test
