#include "tests/support/files.h"

#include "tests/support/catch.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace bl::test {

std::vector<std::filesystem::path> jsonFilesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    REQUIRE_FALSE(files.empty());
    std::ranges::sort(files);
    return files;
}

std::string contentsOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace bl::test
