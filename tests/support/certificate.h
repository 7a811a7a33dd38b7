#pragma once

#include <filesystem>
#include <string>

namespace bl::test {

/// A certificate that signs itself and its key, in a directory of their own.
class Certificate {
public:
    /// `address`: the numeric address that it is good for.
    explicit Certificate(const std::string& address);
    ~Certificate();
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;

    std::string cert() const { return (m_directory / "cert.pem").string(); }
    std::string key() const { return (m_directory / "key.pem").string(); }

private:
    std::filesystem::path m_directory;
};

}  // namespace bl::test
