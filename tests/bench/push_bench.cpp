#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/journal/chain.h"
#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "sync/protocol/messages.h"
#include "tests/bench/bench.h"
#include "tests/support/register_fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

namespace bl::bench {

namespace {

constexpr int kPushesPerRegister = 400;
constexpr int kLinesPerSale = 5;
constexpr int kProducts = 500;

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
        const auto body = length < end ? static_cast<std::size_t>(std::atoi(m_buffer.c_str() + length + 16)) : 0;
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

std::string post(const std::string& target, const std::string& type, const std::string& token, const std::string& body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: hq\r\nBranchline-Protocol: 1\r\nContent-Type: " + type
        + (token.empty() ? "" : "\r\nAuthorization: Bearer " + token) + "\r\nContent-Length: " + std::to_string(body.size())
        + "\r\n\r\n" + body;
}

sync::EnrolmentAnswer enrolled(Connection& connection, const std::string& code)
{
    const auto answer = connection.ask(post(std::string(sync::paths::kEnrolments), sync::kJsonType, {},
        dumpJson(sync::EnrolmentRequest{code, "bench"}.toJson())));
    if (answer.find(" 201 ") == std::string::npos)
        throw std::runtime_error("not enrolled: " + answer.substr(0, 300));
    return test::must(
        sync::EnrolmentAnswer::fromJson(test::must(parseJson(answer.substr(answer.find("\r\n\r\n") + 4)))));
}

/// The journal of a register that sold and sold, as requests of one sale each.
std::vector<std::string> pushes(const sync::EnrolmentAnswer& site, UuidFactory& ids, test::SeededRandom& random,
    const WallClock& clock, const std::vector<ProductId>& products)
{
    journal::Nonce nonce{};
    const auto bytes = *fromHex(site.nonce);
    std::copy(bytes.begin(), bytes.end(), nonce.begin());
    HybridClock hybrid(clock);
    std::vector<std::string> requests;
    const ShiftId shift{ids.next()};
    for (int i = 1; i <= kPushesPerRegister; ++i) {
        sales::Sale sale;
        sale.store = site.store;
        sale.shift = shift;
        sale.receipt = site.registerCode + "-" + std::to_string(i);
        sale.day = "2026-11-22";
        sale.time = clock.now();
        sale.currency = site.currency;
        for (int line = 0; line < kLinesPerSale; ++line) {
            const auto at = static_cast<std::size_t>(random.below(kProducts));
            const Money price = Money::minor(100 + static_cast<std::int64_t>(at));
            sale.lines.push_back({products[at], "69" + std::to_string(at), "氨基酸洁面乳", Quantity::thousandths(1000), price, price});
            sale.total += price;
        }
        sale.tenders = {{sales::kCash, sale.total, sale.total}};
        journal::Operation operation{site.registerId, i, hybrid.next(), "2026-11-22T14:30:00.000+08:00", staff::kImportUser, "r1",
            std::move(sale)};
        const auto line = test::must(journal::encodeLine(operation, test::must(journal::effects(operation)).postings));
        requests.push_back(
            post(std::string(sync::paths::kJournal) + "?first=" + std::to_string(i), sync::kNdjson, site.token, line + "\n"));
    }
    return requests;
}

}  // namespace

void benchPush(int port, const std::vector<std::string>& codes)
{
    const SystemWallClock clock;
    test::SeededRandom random(17);
    SystemRandom system;
    UuidFactory ids(clock, system);
    std::vector<ProductId> products;
    for (int i = 0; i < kProducts; ++i)
        products.push_back(ProductId{ids.next()});
    std::vector<std::unique_ptr<Connection>> connections;
    std::vector<std::vector<std::string>> requests;
    for (const auto& code : codes) {
        connections.push_back(std::make_unique<Connection>(port));
        requests.push_back(pushes(enrolled(*connections.back(), code), ids, random, clock, products));
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
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report("answer to a push of one 5-line sale, " + std::to_string(codes.size()) + " registers", answers);
    report("pushes of one 5-line sale", static_cast<double>(answers.count()) / seconds, "per second");
}

}  // namespace bl::bench
