#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace bl::test {

/// A directory that goes with the test.
class TempDirectory {
public:
    TempDirectory()
    {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "branchline-test-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            throw std::runtime_error("no temporary directory");
        m_path = pattern + "/";
    }
    ~TempDirectory()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempDirectory(const TempDirectory&) = delete;
    TempDirectory& operator=(const TempDirectory&) = delete;

    std::string path() const { return m_path; }  ///< with a slash at its end
    std::string file(const std::string& name) const { return m_path + name; }

private:
    std::string m_path;
};

}  // namespace bl::test
