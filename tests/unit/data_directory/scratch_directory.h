#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace bl::test {

/// A directory that goes with the test.
class ScratchDirectory {
public:
    ScratchDirectory()
        : m_path((std::filesystem::temp_directory_path() / "data-XXXXXX").string())
    {
        if (!::mkdtemp(m_path.data()))
            std::abort();
    }
    ~ScratchDirectory()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;

    std::string operator/(const std::string& name) const { return m_path + "/" + name; }
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

}  // namespace bl::test
