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

/// A simulated gateway for payment codes, and commands that use it with one journal.
class GatewayStage {
public:
    GatewayStage()
        : m_gateway({"codes", "--listen", "127.0.0.1:0", "--merchant", "M7", "--key", "k3y"})
        , m_port(m_gateway.await("listening").at("port").get<int>())
    {
        std::ofstream(m_directory.file("key")) << "k3y\n";
    }

    std::vector<std::string> command(
        const std::string& name, const std::vector<std::string>& more = {}) const
    {
        std::vector<std::string> all{name, "--terminal",
            "codes+http://127.0.0.1:" + std::to_string(m_port) + "/v1?merchant=M7",
            "--password-file", m_directory.file("key"), "--journal",
            m_directory.file("payments.db"), "--json", "--language", "en"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::vector<std::string> paying(int amount, const std::string& code) const
    {
        return command("pay", {"--amount", std::to_string(amount), "--code", code});
    }
    Devsim& gateway() { return m_gateway; }
    /// The charge is at the gateway, and the customer looks at the phone.
    void awaitCharge()
    {
        while (m_gateway.await("served").at("method") != "POST") {
        }
    }

private:
    TempDirectory m_directory;
    Devsim m_gateway;
    int m_port;
};

constexpr const char* kAlipayCode = "281234567890123456";
constexpr const char* kWeChatCode = "131234567890123456";

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
    CHECK(again.err.find("taken back already") != std::string::npos);
    CHECK(run(stage.kept("reverse")).err.find("--payment, --receipt") != std::string::npos);
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

TEST_CASE(
    "A terminal's day is not closed over a payment of which it could still tell", "[e2e][device]")
{
    TerminalStage stage;
    inject(stage.terminal(), R"({"fault":"drop-at","message":7})");
    REQUIRE(said(run(stage.paying(1500))).at("state") == "unknown");
    inject(stage.terminal(), R"({"fault":"no-repeat-receipt"})");

    const auto refused = run(stage.kept("end-of-day"));
    CHECK(refused.status == 2);
    CHECK(refused.err.find("payments-left-open") != std::string::npos);

    inject(stage.terminal(), R"({"fault":"clear"})");
    const auto closed = run(stage.kept("end-of-day"));
    CHECK(closed.status == 0);
    const auto payments = said(closed).at("payments");
    REQUIRE(payments.size() == 1);
    CHECK(payments.at(0).at("state") != "unknown");
    CHECK(said(run(stage.kept("resolve"))).at("payments").empty());
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

TEST_CASE("A payment whose time is over is aborted at the terminal", "[e2e][device]")
{
    SECTION("a card") {
        TerminalStage stage({"--step", "1500"});
        auto paying = stage.paying(800);
        // It registers in half of that.
        paying.insert(paying.end(), {"--timeout", "3"});
        const auto ended = run(paying);
        CHECK(ended.status == 2);
        CHECK(said(ended).at("state") == "aborted");
        CHECK(said(run(stage.kept("resolve"))).at("payments").empty());
    }
    SECTION("a payment code") {
        GatewayStage stage;
        inject(stage.gateway(), R"({"fault":"unconfirmed"})");
        auto paying = stage.paying(1500, kAlipayCode);
        paying.insert(paying.end(), {"--timeout", "1"});
        const auto ended = run(paying);
        CHECK(ended.status == 2);
        CHECK(said(ended).at("state") == "aborted");
    }
}

TEST_CASE("What a terminal that is not connected shows is told to the command", "[e2e][device]")
{
    const TempDirectory directory;
    const auto command = [&](const std::string& name, std::vector<std::string> more) {
        more.insert(more.begin(),
            {name, "--terminal", "manual:till", "--journal", directory.file("payments.db"),
                "--json"});
        return run(more);
    };
    // Nobody could ever enter it.
    const auto without = command("pay", {"--amount", "100"});
    CHECK(without.status == 2);
    CHECK(without.err.find("--approval") != std::string::npos);

    const auto paid = command("pay", {"--amount", "100", "--approval", "K7Q2"});
    CHECK(paid.status == 0);
    const auto payment = said(paid);
    CHECK(payment.at("state") == "approved");
    CHECK(payment.at("evidence").at("approval") == "K7Q2");
    const auto id = payment.at("payment").get<std::string>();
    CHECK(command("reverse", {"--payment", id}).status == 2);
    CHECK(command("reverse", {"--payment", id, "--approval", "K7Q3"}).status == 0);
    CHECK(said(command("resolve", {})).at("payments").empty());
}

TEST_CASE(
    "A terminal that does not answer the wish to abort is left, and asked later", "[e2e][device]")
{
    TerminalStage stage;
    inject(stage.terminal(), R"({"fault":"mute-at","message":7})");
    auto paying = stage.paying(1500);
    paying.insert(paying.end(), {"--timeout", "1"});

    const auto left = run(paying);
    CHECK(left.status == 4);
    CHECK(said(left).at("state") == "unknown");
    CHECK(said(left).at("fault").at("detail").at(0) == "timeout");
    inject(stage.terminal(), R"({"fault":"clear"})");

    const auto resolved = run(stage.kept("resolve"));
    CHECK(resolved.status == 0);
    const auto payments = said(resolved).at("payments");
    REQUIRE(payments.size() == 1);
    CHECK(payments.at(0).at("payment") == said(left).at("payment"));
    CHECK(payments.at(0).at("state") != "unknown");
}

TEST_CASE("A day whose end is not told within the time is unknown", "[e2e][device]")
{
    TerminalStage stage;
    inject(stage.terminal(), R"({"fault":"mute-at","message":4})");

    const auto left = run(stage.command("end-of-day", {"--timeout", "1"}));

    CHECK(left.status == 4);
    CHECK(left.err.find("outcome-unknown") != std::string::npos);
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
    CHECK(run(stage.kept("pay", {"--amount", "1000000000000"})).status == 2);
    CHECK(run(stage.kept("pay", {"--amount", "12.34"})).status == 2);
    CHECK(run(stage.command("pay", {"--amount", "1"})).status == 2);
    CHECK(run(stage.kept("pay", {"--amount", "1", "--currency", "XXQ"})).status == 2);
}

TEST_CASE("A payment code is charged and taken back by the same commands", "[e2e][device]")
{
    GatewayStage stage;
    const auto paid = run(stage.paying(1234, kAlipayCode));
    CHECK(paid.status == 0);
    const auto payment = said(paid);
    CHECK(payment.at("state") == "approved");
    CHECK(paid.out.find(kAlipayCode) == std::string::npos);

    const auto id = payment.at("payment").get<std::string>();
    const auto reversed = run(stage.command("reverse", {"--payment", id}));
    CHECK(reversed.status == 0);
    CHECK(said(reversed).at("kind") == "reversal");
    CHECK(run(stage.command("reverse", {"--payment", id})).status == 2);
    CHECK(said(run(stage.command("resolve"))).at("payments").empty());
}

TEST_CASE("A refused code ends with status 2", "[e2e][device]")
{
    GatewayStage stage;
    inject(stage.gateway(), R"({"fault":"decline"})");
    const auto refused = run(stage.paying(900, kWeChatCode));
    CHECK(refused.status == 2);
    CHECK(said(refused).at("state") == "declined");
}

TEST_CASE("A code whose command was killed is settled when the gateway is asked", "[e2e][device]")
{
    GatewayStage stage;
    inject(stage.gateway(), R"({"fault":"unconfirmed"})");
    {
        RunningProgram paying(BRANCHLINE_DEVICE, stage.paying(1500, kAlipayCode));
        stage.awaitCharge();
        paying.signal(SIGKILL);
        CHECK(paying.wait() == -1);
    }
    inject(stage.gateway(), R"({"fault":"lose-answer"})");
    CHECK(run(stage.command("resolve")).status == 3);
    inject(stage.gateway(), R"({"fault":"clear"})");

    const auto resolved = run(stage.command("resolve"));
    CHECK(resolved.status == 0);
    const auto payments = said(resolved).at("payments");
    REQUIRE(payments.size() == 1);
    CHECK(payments.at(0).at("amount") == 1500);
    CHECK(payments.at(0).at("state") != "unknown");
    CHECK(said(run(stage.command("resolve"))).at("payments").empty());
}

TEST_CASE("A gateway that is gone in the middle leaves the charge unknown", "[e2e][device]")
{
    GatewayStage stage;
    inject(stage.gateway(), R"({"fault":"unconfirmed"})");
    RunningProgram paying(BRANCHLINE_DEVICE, stage.paying(1500, kWeChatCode));
    stage.awaitCharge();
    stage.gateway().terminate();
    REQUIRE(stage.gateway().exitStatus() == 0);
    paying.signal(SIGINT);
    const auto line = paying.readLine();
    REQUIRE(line);
    const auto json = parseJson(*line);
    REQUIRE(json);
    CHECK(json->at("state") == "unknown");
    CHECK(paying.wait() == 4);
}

TEST_CASE("What a gateway cannot do, and what is no code, is told before anything is sent",
    "[e2e][device]")
{
    GatewayStage stage;
    CHECK(run(stage.command("pay", {"--amount", "100"})).status == 2);
    const auto none = run(stage.paying(100, "6901234567892"));
    CHECK(none.status == 2);
    CHECK(none.err.find("6901234567892") == std::string::npos);
    // Nothing listens there.
    const TempDirectory directory;
    std::ofstream(directory.file("key")) << "k";
    CHECK(run({"pay", "--terminal", "codes+http://127.0.0.1:9/v1?merchant=M7", "--password-file",
                  directory.file("key"), "--journal", directory.file("payments.db"), "--amount",
                  "100", "--code", kAlipayCode, "--json"})
              .status
        == 3);
}

}  // namespace bl::test
