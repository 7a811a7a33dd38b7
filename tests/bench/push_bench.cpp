#include "core/base/json.h"
#include "sync/protocol/messages.h"
#include "tests/bench/bench.h"
#include "tests/support/line_maker.h"
#include "tests/support/register_fixture.h"

#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bl::bench {

namespace {

constexpr int kPushesPerRegister = 400;

/// One keep-alive connection that sends requests which were made before, one after the other.
class Connection {
public:
    explicit Connection(int port)
        : m_fd(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("nothing listens there");
        const int on = 1;
        ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~Connection() { ::close(m_fd); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int fd() const { return m_fd; }

    void send(const std::string& request)
    {
        for (std::size_t sent = 0; sent < request.size();) {
            const auto n = ::write(m_fd, request.data() + sent, request.size() - sent);
            if (n <= 0)
                throw std::runtime_error("HQ closed the connection");
            sent += static_cast<std::size_t>(n);
        }
    }

    /// Reads what is there; the whole answer once it is complete.
    std::optional<std::string> receive()
    {
        char chunk[16384];
        const auto n = ::read(m_fd, chunk, sizeof chunk);
        if (n <= 0)
            throw std::runtime_error("HQ closed the connection");
        m_buffer.append(chunk, static_cast<std::size_t>(n));
        const auto end = m_buffer.find("\r\n\r\n");
        if (end == std::string::npos)
            return std::nullopt;
        const auto length = m_buffer.find("Content-Length: ");
        const auto body =
            length < end ? static_cast<std::size_t>(std::atoi(m_buffer.c_str() + length + 16)) : 0;
        if (m_buffer.size() < end + 4 + body)
            return std::nullopt;
        return std::exchange(m_buffer, {});
    }

    std::string ask(const std::string& request)
    {
        send(request);
        for (;;) {
            if (auto answer = receive())
                return *answer;
        }
    }

private:
    int m_fd;
    std::string m_buffer;
};

sync::EnrolmentAnswer enrolled(Connection& connection, const std::string& code)
{
    const auto answer = connection.ask(test::rawPost(std::string(sync::paths::kEnrolments),
        sync::kJsonType, {}, dumpJson(sync::EnrolmentRequest{code, "bench"}.toJson())));
    if (answer.find(" 201 ") == std::string::npos)
        throw std::runtime_error("not enrolled: " + answer.substr(0, 300));
    return test::must(sync::EnrolmentAnswer::fromJson(
        test::must(parseJson(answer.substr(answer.find("\r\n\r\n") + 4)))));
}

std::string pushOf(const sync::EnrolmentAnswer& site, std::int64_t first, const std::string& lines)
{
    return test::rawPost(std::string(sync::paths::kJournal) + "?first=" + std::to_string(first),
        sync::kNdjson, site.token, lines);
}

/// The requests of a register that pushes sale by sale.
std::vector<std::string> pushes(const sync::EnrolmentAnswer& site, test::LineMaker& journal)
{
    std::vector<std::string> requests;
    for (int i = 0; i < kPushesPerRegister; ++i) {
        const auto first = journal.head().seq + 1;
        requests.push_back(pushOf(site, first, journal.next() + "\n"));
    }
    return requests;
}

}  // namespace

void benchPush(int port, const std::vector<std::string>& codes)
{
    const SystemWallClock clock;
    std::vector<std::unique_ptr<Connection>> connections;
    std::vector<std::vector<std::string>> requests;
    for (const auto& code : codes) {
        auto& connection = *connections.emplace_back(std::make_unique<Connection>(port));
        const auto site = enrolled(connection, code);
        test::LineMaker journal(site, clock, connections.size());
        if (connections.size() == 1) {
            const auto stocked = connection.ask(pushOf(site, 1, journal.stockUp()));
            if (stocked.find(" 200 ") == std::string::npos)
                throw std::runtime_error("the store was not opened: " + stocked.substr(0, 300));
        }
        requests.push_back(pushes(site, journal));
    }

    Samples answers;
    std::vector<pollfd> waiting;
    std::vector<std::size_t> next(codes.size(), 0);
    std::vector<std::chrono::steady_clock::time_point> sentAt(codes.size());
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        waiting.push_back({connections[i]->fd(), POLLIN, 0});
        sentAt[i] = std::chrono::steady_clock::now();
        connections[i]->send(requests[i][next[i]++]);
    }
    std::size_t open = codes.size();
    while (open > 0) {
        ::poll(waiting.data(), static_cast<nfds_t>(waiting.size()), -1);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if ((waiting[i].revents & (POLLIN | POLLHUP)) == 0)
                continue;
            const auto answer = connections[i]->receive();
            if (!answer)
                continue;
            if (answer->find(" 200 ") == std::string::npos)
                throw std::runtime_error("a push failed: " + answer->substr(0, 300));
            answers.add(std::chrono::steady_clock::now() - sentAt[i]);
            if (next[i] == requests[i].size()) {
                waiting[i].fd = -1;
                --open;
                continue;
            }
            sentAt[i] = std::chrono::steady_clock::now();
            connections[i]->send(requests[i][next[i]++]);
        }
    }
    const auto seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report("answer to a push of one 5-line sale, " + std::to_string(codes.size()) + " registers",
        answers);
    report(
        "pushes of one 5-line sale", static_cast<double>(answers.count()) / seconds, "per second");
}

}  // namespace bl::bench
