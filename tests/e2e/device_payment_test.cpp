#include "core/base/json.h"
#include "tests/devices/devsim_process.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <csignal>
#include <fstream>

namespace bl::test {

namespace {

/// A simulated terminal as a process, and commands that use it with one journal.
class TerminalStage {
public:
    explicit TerminalStage(std::vector<std::string> options = {})
        : m_terminal(arguments(std::move(options)))
        , m_port(m_terminal.await("listening").at("port").get<int>())
    {
    }

    std::vector<std::string> command(
        const std::string& name, const std::vector<std::string>& more = {}) const
    {
        std::vector<std::string> all{name, "--terminal",
            "zvt+tcp://127.0.0.1:" + std::to_string(m_port), "--currency", "EUR", "--json",
            "--language", "en"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::vector<std::string> kept(const std::string& name, std::vector<std::string> more = {}) const
    {
        more.insert(more.end(), {"--journal", m_directory.file("payments.db")});
        return command(name, more);
    }
    std::vector<std::string> paying(int amount) const
    {
        return kept("pay", {"--amount", std::to_string(amount)});
    }

    Devsim& terminal() { return m_terminal; }
    const TempDirectory& directory() const { return m_directory; }

private:
    static std::vector<std::string> arguments(std::vector<std::string> options)
    {
        options.insert(options.begin(), {"zvt", "--listen", "127.0.0.1:0"});
        return options;
    }

    TempDirectory m_directory;
    Devsim m_terminal;
    int m_port;
};

Ended run(const std::vector<std::string>& arguments)
{
    return runProgram(BRANCHLINE_DEVICE, arguments);
}

Json said(const Ended& ended)
{
    INFO(ended.out << ended.err);
    const auto json = parseJson(ended.out);
    REQUIRE(json);
    return *json;
}

void inject(Devsim& terminal, const std::string& fault)
{
    terminal.say(fault);
    terminal.await("done");
}

}  // namespace

TEST_CASE("A card is charged and taken back by commands", "[e2e][device]")
{
    TerminalStage stage;

    const auto paid = run(stage.paying(1234));
    CHECK(paid.status == 0);
    const auto payment = said(paid);
    CHECK(payment.at("state") == "approved");
    CHECK(payment.at("amount") == 1234);
    CHECK(payment.at("evidence").at("card").get<std::string>().find('*') != std::string::npos);
    const auto receipt = payment.at("evidence").at("receipt").get<std::string>();

    const auto reversed = run(stage.kept("reverse", {"--receipt", receipt}));
    CHECK(reversed.status == 0);
    CHECK(said(reversed).at("kind") == "reversal");
    // It is taken back already.
    const auto again =
        run(stage.kept("reverse", {"--payment", payment.at("payment").get<std::string>()}));
    CHECK(again.status == 2);
    CHECK(run(stage.kept("reverse", {"--receipt", "9999"})).status == 1);

    REQUIRE(run(stage.paying(500)).status == 0);
    const auto closed = run(stage.command("end-of-day"));
    CHECK(closed.status == 0);
    CHECK(said(closed).at("amount") == 500);
    CHECK(run(stage.command("status")).status == 0);
}

TEST_CASE("A refused card ends with status 2, and what it was is told", "[e2e][device]")
{
    TerminalStage stage;
    inject(stage.terminal(), R"({"fault":"decline","code":120})");

    const auto refused = run(stage.paying(900));

    CHECK(refused.status == 2);
    CHECK(said(refused).at("state") == "declined");
    CHECK(said(run(stage.kept("resolve"))).at("payments").empty());
}

TEST_CASE("A lost completion is unknown until it is resolved, and charged once", "[e2e][device]")
{
    TerminalStage stage;
    inject(stage.terminal(), R"({"fault":"drop-at","message":7})");

    const auto lost = run(stage.paying(1500));
    CHECK(lost.status == 4);
    CHECK(said(lost).at("state") == "unknown");
    inject(stage.terminal(), R"({"fault":"clear"})");

    const auto resolved = run(stage.kept("resolve"));
    const auto payments = said(resolved).at("payments");
    REQUIRE(payments.size() == 1);
    CHECK(payments.at(0).at("payment") == said(lost).at("payment"));
    CHECK(payments.at(0).at("state") != "unknown");
    CHECK(resolved.status == 0);
}

TEST_CASE("A command that is killed in a payment leaves it to be resolved", "[e2e][device]")
{
    TerminalStage stage({"--step", "300"});
    {
        RunningProgram paying(BRANCHLINE_DEVICE, stage.paying(4200));
        stage.terminal().await("shows");
        paying.signal(SIGKILL);
        CHECK(paying.wait() == -1);
    }
    // The customer goes on: the terminal books it.
    const auto booked = stage.terminal().await("booked");
    CHECK(booked.at("amount") == 4200);

    const auto resolved = run(stage.kept("resolve"));

    CHECK(resolved.status == 0);
    const auto payments = said(resolved).at("payments");
    REQUIRE(payments.size() == 1);
    CHECK(payments.at(0).at("state") == "approved");
    CHECK(payments.at(0).at("amount") == 4200);
    CHECK(said(run(stage.kept("resolve"))).at("payments").empty());
}

TEST_CASE("Interrupting a payment asks the terminal and waits for its word", "[e2e][device]")
{
    TerminalStage stage({"--step", "300"});
    RunningProgram paying(BRANCHLINE_DEVICE, stage.paying(800));
    stage.terminal().await("shows");

    paying.signal(SIGINT);

    const auto line = paying.readLine();
    REQUIRE(line);
    const auto json = parseJson(*line);
    REQUIRE(json);
    // Whichever of the two came first: it is known.
    const auto state = json->at("state").get<std::string>();
    CHECK((state == "aborted" || state == "approved"));
    CHECK(paying.wait() == (state == "aborted" ? 2 : 0));
    CHECK(said(run(stage.kept("resolve"))).at("payments").empty());
}

TEST_CASE("A terminal that cannot be reached charges nothing", "[e2e][device]")
{
    const TempDirectory directory;
    const auto journal = directory.file("payments.db");
    const auto ended = run({"pay", "--terminal", "zvt+tcp://127.0.0.1:9", "--amount", "100",
        "--currency", "EUR", "--journal", journal, "--json"});

    CHECK(ended.status == 3);
    CHECK(ended.err.find("not-found") != std::string::npos);
}

TEST_CASE("A terminal's password comes from a file and stands on no command line", "[e2e][device]")
{
    TerminalStage stage({"--password", "123456"});
    const auto file = stage.directory().file("password");
    std::ofstream(file) << "123456\n";

    CHECK(run(stage.command("status")).status == 3);
    CHECK(run(stage.command("status", {"--password-file", file})).status == 0);
    CHECK(run(stage.command("status", {"--password-file", file + "x"})).status == 1);
    CHECK(run(stage.command("status", {"--password", "123456"})).status == 2);
}

TEST_CASE("What is missing for a payment is named before anything is sent", "[e2e][device]")
{
    TerminalStage stage;

    CHECK(run(stage.kept("pay")).status == 2);
    CHECK(run(stage.paying(0)).status == 2);
    CHECK(run(stage.paying(-5)).status == 2);
    CHECK(run(stage.kept("pay", {"--amount", "12.34"})).status == 2);
    CHECK(run(stage.command("pay", {"--amount", "1"})).status == 2);
    CHECK(run(stage.kept("pay", {"--amount", "1", "--currency", "XXQ"})).status == 2);
}

}  // namespace bl::test
