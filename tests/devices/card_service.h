#pragma once

#include <cstdint>
#include <filesystem>
#include <sys/types.h>

namespace bl::test {

/// The virtual reader's name.
inline constexpr const char* kVirtualReader = "Virtual PCD 00 00";

/// The card service of the system with a virtual reader, for this test alone.
class CardService {
public:
    CardService();
    ~CardService();
    CardService(const CardService&) = delete;
    CardService& operator=(const CardService&) = delete;

    void start();
    void stop();

    /// It runs and answers nobody.
    void hang();
    void goOn();

    /// Where cards for the reader connect.
    std::uint16_t port() const { return m_port; }

private:
    void launch();

    std::uint16_t m_port;
    std::filesystem::path m_directory;
    pid_t m_process = -1;
};

}  // namespace bl::test
