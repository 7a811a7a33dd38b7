#include "core/base/json.h"
#include "devices/sim/simulated_display.h"
#include "devices/sim/simulated_readers.h"
#include "devices/sim/simulated_scale.h"
#include "devices/sim/simulator_host.h"
#include "tests/devices/devsim_process.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

namespace bl::test {

namespace {

Ended device(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--language", "en"});
    return runProgram(BRANCHLINE_DEVICE, arguments);
}

std::string addressOf(const char* driver, const Json& listening)
{
    return std::string(driver)
        + "+tcp://127.0.0.1:" + std::to_string(listening.at("port").get<int>());
}

Json result(const Ended& ended)
{
    INFO(ended.err);
    const auto json = parseJson(ended.out);
    REQUIRE(json);
    return *json;
}

/// The fault that an error on standard error names.
std::string faultIn(const Ended& ended)
{
    const auto json = parseJson(ended.err);
    REQUIRE(json);
    return json->at("error").at("detail").at(0).get<std::string>();
}

std::string textOf(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

/// A simulated device on a pseudo-terminal, and a command that waits for what it says.
class SerialDevice {
public:
    explicit SerialDevice(std::unique_ptr<sim::CommandedDevice> device)
    {
        auto host = sim::SimulatorHost::start(sim::PtyPlug{m_directory.file("line")},
            std::move(device), [this](const sim::SimulatorHost::Event& event) {
                const std::lock_guard lock(m_mutex);
                m_connected = std::holds_alternative<sim::SimulatorHost::Connected>(event);
                m_changed.notify_all();
            });
        REQUIRE(host);
        m_host = std::move(*host);
    }

    std::string address(const std::string& driver) const
    {
        return driver + "+serial://" + m_directory.file("line");
    }
    void awaitConnected()
    {
        std::unique_lock lock(m_mutex);
        REQUIRE(m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return m_connected; }));
    }
    void act(const Json& command)
    {
        m_host->act([&](sim::SimulatedDevice& one) {
            auto reaction = dynamic_cast<sim::CommandedDevice&>(one).obey(command);
            REQUIRE(reaction);
            return *reaction;
        });
    }

private:
    TempDirectory m_directory;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_connected = false;
    std::unique_ptr<sim::SimulatorHost> m_host;
};

/// What a waiting command says of what happens at the device.
Json heard(SerialDevice& device, const std::vector<std::string>& arguments, const Json& happens,
    int wantedStatus)
{
    RunningProgram program(BRANCHLINE_DEVICE, arguments);
    device.awaitConnected();
    // What comes in while the port is still being set up is thrown away there: as people do, it is
    // done again until it is heard.
    std::optional<std::string> line;
    for (int i = 0; i < 30 && !line; ++i) {
        device.act(happens);
        line = program.readLine(std::chrono::seconds(1));
    }
    REQUIRE(line);
    CHECK(program.wait() == wantedStatus);
    const auto json = parseJson(*line);
    REQUIRE(json);
    return *json;
}

}  // namespace

TEST_CASE("A receipt in a file is printed, and a copy says so", "[e2e][device]")
{
    const TempDirectory directory;
    Devsim printer({"printer", "--listen", "127.0.0.1:0", "--png", directory.file("paper")});
    const auto address = addressOf("escpos", printer.await("listening"));
    const auto file = directory.file("receipt.json");
    std::ofstream(file) << R"({"blocks":[{"type":"text","text":"洁面乳 59.00"}]})";

    const auto printed = device({"print", "--printer", address, file, "--json"});
    CHECK(printed.status == 0);
    CHECK(result(printed).at("proof") == "confirmed");
    CHECK(textOf(printer.await("receipt").at("text")).find("重印") == std::string::npos);

    const auto copied = runProgram(
        BRANCHLINE_DEVICE, {"print", "--printer", address, "--copy", file, "--language", "zh_CN"});
    CHECK(copied.status == 0);
    const auto paper = textOf(printer.await("receipt").at("text"));
    CHECK(paper.find("重印") < paper.find("洁面乳"));

    const auto opened = device({"drawer", "--printer", address});
    CHECK(opened.status == 0);
    CHECK(printer.await("drawer").at("connector") == 0);
}

TEST_CASE("A printer without paper is a fault of the device", "[e2e][device]")
{
    const TempDirectory directory;
    Devsim printer({"printer", "--listen", "127.0.0.1:0", "--png", directory.file("paper")});
    const auto address = addressOf("escpos", printer.await("listening"));
    const auto ready = device({"status", "--printer", address, "--json"});
    CHECK(ready.status == 0);
    CHECK(result(ready).at("simulated") == true);

    printer.say(R"({"fault":"paper-out"})");
    printer.await("done");
    const auto file = directory.file("receipt.json");
    std::ofstream(file) << R"({"blocks":[{"type":"rule"}]})";
    const auto printed = device({"print", "--printer", address, file, "--json"});
    CHECK(printed.status == 3);
    CHECK(faultIn(printed) == "no-paper");
    // A device that is there is told with all that it says.
    const auto status = device({"status", "--printer", address, "--json"});
    CHECK(status.status == 3);
    const auto said = result(status);
    CHECK(said.at("state") == "faulted");
    CHECK(said.at("fault").at("detail").at(0) == "no-paper");
    CHECK(said.at("paperOut") == true);
    CHECK(said.at("coverOpen") == false);
    CHECK(device({"status", "--printer", address}).out.find("out of paper") != std::string::npos);
}

TEST_CASE("The drawer opens without paper, and not where the model has none", "[e2e][device]")
{
    const TempDirectory directory;
    Devsim printer({"printer", "--listen", "127.0.0.1:0", "--png", directory.file("paper")});
    const auto address = addressOf("escpos", printer.await("listening"));
    const auto refused =
        device({"drawer", "--printer", address, "--profile", "escpos-58-basic", "--json"});
    CHECK(refused.status == 3);
    CHECK(faultIn(refused) == "unsupported");
    CHECK(device({"drawer", "--printer", "pdf:" + directory.path()}).status == 3);

    printer.say(R"({"fault":"paper-out"})");
    printer.await("done");
    const auto opened = device({"drawer", "--printer", address, "--json"});
    CHECK(opened.status == 0);
    CHECK(result(opened).at("proof") == "sent");
    CHECK(printer.await("drawer").at("connector") == 0);
}

TEST_CASE("What is wrong with the arguments or the file is no device's fault", "[e2e][device]")
{
    const TempDirectory directory;
    const auto file = directory.file("receipt.json");
    std::ofstream(file) << R"({"blocks":[{"type":"poem"}]})";
    const std::string nobody = "escpos+tcp://127.0.0.1:9";

    CHECK(device({"print", "--printer", nobody, file}).status == 1);
    CHECK(device({"print", "--printer", nobody, directory.file("none")}).status == 1);
    CHECK(device({"print", "--printer", nobody}).status == 2);
    CHECK(device({"print", file}).status == 2);
    CHECK(device({"print", "--printer", "toledo+tcp://127.0.0.1:9", file}).status == 2);
    CHECK(device({"print", "--printer", nobody, "--profile", "typewriter", file}).status == 2);
    CHECK(device({"status", "--printer", nobody, "--timeout", "0"}).status == 2);
    CHECK(device({"status", "--printer", nobody, "--scale", nobody}).status == 2);
    const auto nothing = device({"status"});
    CHECK(nothing.status == 2);
    CHECK(nothing.err.find("--scale") != std::string::npos);
    CHECK(device({"drawer", "--printer", nobody}).status == 3);
    CHECK(device({"bake"}).status == 2);
}

TEST_CASE("The devices of this machine are listed", "[e2e][device]")
{
    const auto listed = device({"list", "--json"});

    CHECK(listed.status == 0);
    CHECK(result(listed).at("devices").is_array());
}

TEST_CASE("A code, a card and a weight are told by commands", "[e2e][device]")
{
    SerialDevice scanner(std::make_unique<sim::SimulatedScanner>());
    const auto scan = heard(scanner, {"scan", "--scanner", scanner.address("scanner"), "--json"},
        {{"scan", "6901234567892"}}, 0);
    CHECK(scan.at("code") == "6901234567892");

    SerialDevice reader(std::make_unique<sim::SimulatedRfid>());
    const auto card = heard(reader, {"read-card", "--reader", reader.address("rfid"), "--json"},
        {{"card", "0415AB89CD"}}, 0);
    CHECK(card.at("technology") == "contactless");

    SerialDevice stripe(std::make_unique<sim::SimulatedStripe>());
    const auto refused =
        heard(stripe, {"read-card", "--reader", stripe.address("stripe"), "--json"},
            {{"track2", "4761739001010010=2512"}}, 2);
    CHECK(refused.at("refused") == "payment-card");
    CHECK(refused.dump().find("4761739") == std::string::npos);

    SerialDevice scale(std::make_unique<sim::SimulatedScale>(sim::ScaleLanguage::Toledo));
    scale.act({{"weight", 1234}});
    const auto weighed = device({"weigh", "--scale", scale.address("toledo"), "--json"});
    CHECK(weighed.status == 0);
    CHECK(result(weighed).at("grams") == 1234);
    scale.act({{"weight", 0}});
    const auto empty = device({"weigh", "--scale", scale.address("toledo"), "--json"});
    CHECK(empty.status == 0);
    CHECK(result(empty).at("grams") == 0);
    CHECK(result(empty).at("stable") == true);
    scale.act({{"weight", 1234}, {"unstable", true}});
    const auto moving =
        device({"weigh", "--scale", scale.address("toledo"), "--timeout", "1", "--json"});
    CHECK(moving.status == 3);
    CHECK(faultIn(moving) == "unstable");
}

TEST_CASE("What only the register's window hears is refused", "[e2e][device]")
{
    const auto refused = device({"scan", "--scanner", "hid:", "--json"});
    CHECK(refused.status == 3);
    CHECK(faultIn(refused) == "unsupported");
    CHECK(device({"display", "--display", "screen:", "--line1", "A"}).status == 3);
}

TEST_CASE("Nobody swipes a card: the command ends with its time", "[e2e][device]")
{
    SerialDevice reader(std::make_unique<sim::SimulatedRfid>());

    const auto ended =
        device({"read-card", "--reader", reader.address("rfid"), "--timeout", "1", "--json"});

    CHECK(ended.status == 3);
    CHECK(faultIn(ended) == "timeout");
}

TEST_CASE("Waiting for a scan can be interrupted", "[e2e][device]")
{
    SerialDevice scanner(std::make_unique<sim::SimulatedScanner>());
    RunningProgram program(BRANCHLINE_DEVICE, {"scan", "--scanner", scanner.address("scanner")});
    scanner.awaitConnected();

    program.signal(SIGINT);

    CHECK(program.wait() == 2);
}

TEST_CASE("A label printer says how it is", "[e2e][device]")
{
    const TempDirectory directory;
    Devsim printer({"label", "--listen", "127.0.0.1:0", "--png", directory.path()});
    const auto address = addressOf("tspl", printer.await("listening"));
    CHECK(device({"status", "--label-printer", address, "--json"}).status == 0);

    printer.say(R"({"fault":"ribbon-out"})");
    printer.await("done");
    const auto refused = device({"status", "--label-printer", address, "--json"});
    CHECK(refused.status == 3);
    CHECK(result(refused).at("fault").at("detail").at(0) == "no-ribbon");
}

TEST_CASE("Two lines are shown to the customer", "[e2e][device]")
{
    std::mutex mutex;
    std::array<std::string, 2> shown;
    SerialDevice display(std::make_unique<sim::SimulatedDisplay>(
        sim::DisplayModel::Cd5220, [&](const sim::DisplayPicture& picture) {
            const std::lock_guard lock(mutex);
            if (!picture.lines[0].empty())
                shown = picture.lines;
        }));

    const auto ended = device({"display", "--display", display.address("cd5220"), "--line1",
        "WELCOME", "--line2", "12.34", "--json"});

    CHECK(ended.status == 0);
    const auto here = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    const auto lines = [&] {
        const std::lock_guard lock(mutex);
        return shown;
    };
    while (lines()[1].empty() && std::chrono::steady_clock::now() < here)
        std::this_thread::yield();
    CHECK(lines()[0].find("WELCOME") != std::string::npos);
    CHECK(lines()[1].find("12.34") != std::string::npos);
}

TEST_CASE("What a customer display cannot show is named", "[e2e][device]")
{
    const auto refused = [](sim::DisplayModel model, const std::string& driver) {
        SerialDevice display(
            std::make_unique<sim::SimulatedDisplay>(model, [](const sim::DisplayPicture&) {}));
        return device({"display", "--display", display.address(driver), "--line1", "洁面乳",
            "--line2", "12.34", "--json"});
    };
    const auto ascii = refused(sim::DisplayModel::Cd5220, "cd5220");
    CHECK(ascii.status == 3);
    CHECK(faultIn(ascii) == "unsupported");
    CHECK(ascii.err.find("“洁面乳”") != std::string::npos);
    // Eight digits show no text.
    const auto digits = refused(sim::DisplayModel::Led8, "led8");
    CHECK(digits.status == 3);
    CHECK(digits.err.find("“洁面乳 / 12.34”") != std::string::npos);
}

}  // namespace bl::test
