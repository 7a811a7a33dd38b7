#include "core/services/verifier.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <csignal>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace bl;

namespace {

constexpr int kKills = 100;

/// A selling process and what it has printed so far.
class SellingProcess {
public:
    SellingProcess(const std::string& database, int seed)
    {
        int pipe[2];
        if (::pipe(pipe) != 0)
            throw std::runtime_error("no pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(pipe[1], STDOUT_FILENO);
            ::close(pipe[0]);
            ::close(pipe[1]);
            ::execl(SELLING_PROCESS, SELLING_PROCESS, database.c_str(),
                std::to_string(seed).c_str(), nullptr);
            ::_exit(127);
        }
        ::close(pipe[1]);
        m_out = ::fdopen(pipe[0], "r");
    }
    ~SellingProcess() { ::fclose(m_out); }
    SellingProcess(const SellingProcess&) = delete;
    SellingProcess& operator=(const SellingProcess&) = delete;

    /// The next whole line; empty at the end.
    std::string line()
    {
        char text[256];
        if (!::fgets(text, sizeof text, m_out))
            return {};
        const std::string line(text);
        return line.ends_with('\n') ? line.substr(0, line.size() - 1) : std::string{};
    }

    void kill()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

private:
    pid_t m_pid = -1;
    FILE* m_out = nullptr;
};

}  // namespace

TEST_CASE("No printed sale is lost or doubled by kill -9 at a random moment", "[e2e][durability]")
{
    test::TempDirectory directory;
    const std::string file = directory.file("branchline.db");
    test::SeededRandom random(4711);
    std::set<std::string> printed;
    for (int i = 0; i < kKills; ++i) {
        SellingProcess till(file, i + 100);
        REQUIRE(till.line() == "ready");
        for (auto sales = random.below(3); sales > 0; --sales)
            REQUIRE(printed.insert(till.line()).second);
        // Somewhere in the next sale.
        ::usleep(static_cast<useconds_t>(random.below(6000)));
        till.kill();
        for (auto receipt = till.line(); !receipt.empty(); receipt = till.line())
            REQUIRE(printed.insert(receipt).second);
    }
    REQUIRE(printed.size() > 50);

    test::RegisterFixture after(file);
    for (const auto& receipt : printed) {
        CAPTURE(receipt);
        CHECK(test::must(after.database->selectInteger(
                  "SELECT COUNT(*) FROM sales WHERE receipt = ?", receipt))
            == 1);
    }
    const auto verified = services::Verifier(*after.database).run();
    CAPTURE(verified ? std::string() : describe(verified.error()));
    CHECK(verified);
}
