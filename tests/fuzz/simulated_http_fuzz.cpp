#include "core/base/assert.h"
#include "devices/sim/codes_simulator.h"
#include "devices/sim/nexo_simulator.h"

#include <array>
#include <cstddef>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace bl;

/// The simulators behind their ports; new ones now and then, because they keep books.
struct Simulators {
    static constexpr int kLifetime = 5'000;

    std::unique_ptr<sim::NexoSimulator> nexo;
    std::unique_ptr<sim::CodesSimulator> codes;
    int used = kLifetime;

    void renew()
    {
        if (++used < kLifetime)
            return;
        used = 0;
        auto terminal = sim::NexoSimulator::start({}, {}, [](const sim::NexoBooking&) {});
        auto gateway = sim::CodesSimulator::start({}, {}, [](const auto&) {});
        BL_ASSERT(terminal && gateway);
        nexo = *std::move(terminal);
        codes = *std::move(gateway);
    }
};

/// All that comes back for these bytes.
std::string answerTo(std::uint16_t port, const std::uint8_t* bytes, std::size_t size)
{
    const int line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    BL_ASSERT(line >= 0);
    // No port is left waiting for the other side's last word.
    const linger abandon{1, 0};
    ::setsockopt(line, SOL_SOCKET, SO_LINGER, &abandon, sizeof abandon);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    BL_ASSERT(::connect(line, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0);
    (void)!::send(line, bytes, size, MSG_NOSIGNAL);
    ::shutdown(line, SHUT_WR);
    std::string answer;
    std::array<char, 4096> some{};
    for (;;) {
        const auto count = ::recv(line, some.data(), some.size(), 0);
        if (count <= 0)
            break;
        answer.append(some.data(), static_cast<std::size_t>(count));
    }
    ::close(line);
    return answer;
}

}  // namespace

/// What a computer sends to the simulated terminal and the simulated gateway over HTTP: an answer
/// of HTTP comes back, or none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Simulators simulators;
    if (size == 0)
        return 0;
    simulators.renew();
    const auto port = data[0] % 2 == 0 ? simulators.nexo->port() : simulators.codes->port();
    const auto answer = answerTo(port, data + 1, size - 1);
    BL_ASSERT(answer.empty() || answer.starts_with("HTTP/1.1 "));
    return 0;
}
