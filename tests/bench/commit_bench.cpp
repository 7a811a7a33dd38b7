#include "core/storage/product_store.h"
#include "tests/bench/bench.h"
#include "tests/support/register_fixture.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace bl::bench {

namespace {

constexpr int kSales = 1000;
constexpr int kLines = 5;
constexpr int kPagesBeforeCheckpoint = 1024;  // as the application's writer does when it is idle

/// A file that is written and synced as a write-ahead log is: one run after the other, from the
/// start again after a checkpoint.
class PlainLog {
public:
    explicit PlainLog(const std::string& file)
        : m_fd(::open(file.c_str(), O_CREAT | O_RDWR | O_TRUNC, 0600))
    {
    }
    ~PlainLog() { ::close(m_fd); }
    PlainLog(const PlainLog&) = delete;
    PlainLog& operator=(const PlainLog&) = delete;

    void append(std::size_t bytes)
    {
        m_bytes.resize(bytes, 'x');
        if (::pwrite(m_fd, m_bytes.data(), bytes, m_offset) < 0 || ::fdatasync(m_fd) != 0)
            std::perror("fdatasync");
        m_offset += static_cast<off_t>(bytes);
    }
    void rewind() { m_offset = 0; }

private:
    int m_fd;
    off_t m_offset = 0;
    std::string m_bytes;
};

}  // namespace

void benchCommit(const std::string& directory)
{
    const std::string file = largeRegister(directory);
    const std::string copy = directory + "/commit";
    std::filesystem::remove_all(copy);
    std::filesystem::create_directories(copy);
    std::filesystem::copy_file(file, copy + "/branchline.db");
    test::RegisterFixture till(copy + "/branchline.db");
    storage::ProductStore products(*till.database);
    services::TicketService tickets(*till.context);
    services::SellService sell(*till.context);
    test::must(
        services::ShiftService(*till.context).open(Money{}, test::RegisterFixture::kCashier));
    test::SeededRandom random(13);
    PlainLog log(copy + "/plain");
    Samples sales, queued, plain;
    std::size_t bytes = 0;
    for (int i = 0; i < kSales; ++i) {
        sales::Ticket ticket(till.context->newId<TicketId>());
        for (int line = 0; line < kLines; ++line) {
            char code[32];
            std::snprintf(code, sizeof code, "69%011d", static_cast<int>(random.below(5'000)));
            (void)test::must(
                ticket.add(*test::must(products.findByCode(code)), Quantity::thousandths(1000)));
        }
        test::must(tickets.save(ticket, test::RegisterFixture::kCashier));
        // Every other sale has a printer, and queues its receipt in the same transaction.
        const bool prints = i % 2 == 0;
        const int before = till.database->walPages();
        const auto took = timed([&] {
            (void)test::must(sell.pay(ticket.id(), {{sales::kCash, ticket.total(), ticket.total()}},
                test::RegisterFixture::kCashier, prints ? "receipt-printer-1" : ""));
        });
        const int frames = till.database->walPages() - before;
        const auto frameBytes = static_cast<std::size_t>(frames) * (4096 + 24);
        const auto synced = timed([&] { log.append(frameBytes); });
        (prints ? queued : sales).add(took);
        plain.add(synced);
        bytes += frameBytes;
        if (till.database->walPages() > kPagesBeforeCheckpoint) {
            test::must(till.database->checkpoint());
            log.rewind();
        }
    }
    report("commit of a 5-line sale", sales);
    report("commit of a 5-line sale with its receipt queued", queued);
    report("write and fdatasync of as many bytes", plain);
    report("  bytes of log per sale", static_cast<double>(bytes) / kSales, "bytes");
    report("  median against median", sales.quantile(0.5) / plain.quantile(0.5), "times");
}

}  // namespace bl::bench
