#include "tests/devices/card_service.h"

#include "tests/support/catch.h"

#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <netinet/in.h>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace bl::test {

namespace {

bool isFree(std::uint16_t port)
{
    const int line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool bound =
        ::bind(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(line);
    return bound;
}

/// Below those that the system gives to whoever asks for any: between here and the service's start
/// nobody takes it.
std::uint16_t freePort()
{
    constexpr std::uint16_t kFirst = 20'000;
    constexpr std::uint16_t kCount = 10'000;
    static std::uint32_t next = static_cast<std::uint32_t>(::getpid()) * 7;
    for (int tries = 0; tries < kCount; ++tries) {
        const auto port = static_cast<std::uint16_t>(kFirst + next++ % kCount);
        if (isFree(port))
            return port;
    }
    FAIL("no port is free");
    return 0;
}

bool answers()
{
    const int line = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, "/run/pcscd/pcscd.comm");
    const bool connected =
        ::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(line);
    return connected;
}

}  // namespace

CardService::CardService()
    : m_port(freePort())
{
    std::string pattern = (std::filesystem::temp_directory_path() / "pcscd-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()));
    m_directory = pattern;
    std::ofstream(m_directory / "vpcd")
        << "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x" << std::hex << m_port
        << "\nLIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID 0x" << m_port << "\n";
    std::filesystem::create_directories("/run/pcscd");
    start();
}

CardService::~CardService()
{
    stop();
    std::filesystem::remove_all(m_directory);
}

void CardService::launch()
{
    std::string program = "/usr/sbin/pcscd";
    std::string foreground = "--foreground";
    std::string config = "--config";
    std::string where = m_directory.string();
    std::vector<char*> arguments{
        program.data(), foreground.data(), config.data(), where.data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, 1, 2);
    REQUIRE(::posix_spawn(&m_process, program.c_str(), &actions, nullptr, arguments.data(), environ)
        == 0);
    ::posix_spawn_file_actions_destroy(&actions);
}

/// Waits until the service answers, and starts it anew where it found its place still taken.
void CardService::start()
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    launch();
    while (!answers()) {
        REQUIRE(std::chrono::steady_clock::now() < deadline);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (::waitpid(m_process, nullptr, WNOHANG) == m_process)
            launch();
    }
}

void CardService::hang()
{
    REQUIRE(::kill(m_process, SIGSTOP) == 0);
}

void CardService::goOn()
{
    REQUIRE(::kill(m_process, SIGCONT) == 0);
}

void CardService::stop()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGCONT);
    ::kill(m_process, SIGTERM);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

}  // namespace bl::test
