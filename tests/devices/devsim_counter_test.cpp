#include "devices/display/customer_display.h"
#include "devices/scale/scale.h"
#include "devices/slot/device_visit.h"
#include "tests/devices/devsim_process.h"
#include "tests/support/catch.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace bl {

namespace {

/// A device of `branchline-devsim` and its driver.
class Plugged {
public:
    Plugged(const std::string& driver, DeviceRole role, std::vector<std::string> arguments,
        const std::string& options = {}, const DriverOptions& with = {})
        : m_devsim(listening(std::move(arguments)))
    {
        const auto port = std::to_string(m_devsim.await("listening").at("port").get<int>());
        const auto place = "127.0.0.1:" + port + options;
        const bool http = driver == "nexo";
        auto visit = DeviceVisit::prepare(
            {"plugged-1", role, driver + (http ? "+http://" : "+tcp://") + place, {}, true}, with,
            [this](const DeviceEvent& event) { m_heard.push_back(event); });
        REQUIRE(visit);
        m_visit = std::move(*visit);
        m_visit->limit(std::chrono::seconds{20});
        REQUIRE(m_visit->open());
        if (!http)
            m_devsim.await("connected");
    }

    test::Devsim& devsim() { return m_devsim; }
    void order(const std::string& command)
    {
        m_devsim.say(command);
        m_devsim.await("done");
    }
    /// The next thing that it says.
    template <typename Event>
    Event hears()
    {
        REQUIRE(m_visit->attendUntil([this] { return !m_heard.empty(); }));
        const auto event = m_heard.front();
        m_heard.clear();
        REQUIRE(std::holds_alternative<Event>(event));
        return std::get<Event>(event);
    }
    template <typename Role>
    Role& as()
    {
        auto* role = m_visit->as<Role>();
        REQUIRE(role);
        return *role;
    }

private:
    static std::vector<std::string> listening(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.end(), {"--listen", "127.0.0.1:0"});
        return arguments;
    }

    test::Devsim m_devsim;
    std::vector<DeviceEvent> m_heard;
    std::unique_ptr<DeviceVisit> m_visit;
};

payments::PaymentAttempt attemptOf(std::int64_t minor)
{
    payments::PaymentAttempt attempt;
    attempt.id = payments::PaymentId{*Uuid::parse("01935140-0000-7000-8000-00000000000a")};
    attempt.tender = "card";
    attempt.amount = Money::minor(minor);
    attempt.currency = "CNY";
    return attempt;
}

struct QuietProgress final : PaymentProgress {
    Result<void> sending() override { return {}; }
    void interacting(const std::string&) override {}
};

}  // namespace

TEST_CASE("What is scanned at the simulated scanner is heard", "[devices][devsim]")
{
    Plugged scanner("scanner", DeviceRole::Scanner, {"scanner"});
    scanner.order(R"({"scan":"6901234567892"})");
    CHECK(scanner.hears<CodeScanned>().code == "6901234567892");
    scanner.devsim().say(R"({"weight":5})");
    scanner.devsim().await("error");
}

TEST_CASE("Cards at the simulated readers are heard", "[devices][devsim]")
{
    SECTION("a stripe") {
        Plugged reader("stripe", DeviceRole::CardReader, {"stripe"});
        reader.order(R"({"track2":"880000123=99"})");
        CHECK(reader.hears<CardSeen>().number == "880000123");
    }
    SECTION("a chip") {
        Plugged reader("rfid", DeviceRole::CardReader, {"rfid"});
        reader.order(R"({"card":"0415ABCDEF"})");
        CHECK(reader.hears<CardSeen>().technology == CardTechnology::Contactless);
    }
}

TEST_CASE("What lies on the simulated scale is weighed in every language", "[devices][devsim]")
{
    const auto [driver, protocol, options] = GENERATE(table<std::string, std::string, std::string>(
        {{"toledo", "toledo", ""}, {"nci", "nci", ""}, {"continuous", "plain", "?order=plain"}}));
    Plugged scale(driver, DeviceRole::Scale, {"scale", "--protocol", protocol}, options);
    scale.order(R"({"weight":1255})");
    const auto weight = scale.as<Scale>().weigh(std::chrono::seconds{10});
    REQUIRE(weight);
    CHECK(weight->grams == 1255);
}

TEST_CASE("The simulated display tells what it shows, and draws it", "[devices][devsim]")
{
    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("display.png"));
    Plugged display("cd5220", DeviceRole::CustomerDisplay, {"display", "--png", png.toStdString()},
        "?encoding=gb18030");
    REQUIRE(display.as<CustomerDisplay>().show(
        {DisplayContent::Kind::Total, {}, {"合计", "TOTAL"}, {}, {}, "118.00"}));
    Json shown;
    do {
        shown = display.devsim().await("display");
    } while (shown.at("lines").at(1) != "合计          118.00");
    CHECK(QFileInfo(png).size() > 0);
}

TEST_CASE("The other simulated terminals book what was charged", "[devices][devsim]")
{
    QuietProgress progress;
    SECTION("an acquirer's") {
        Plugged terminal("lrc", DeviceRole::PaymentTerminal, {"lrc"}, "?profile=unionpay");
        const auto said = terminal.as<PaymentTerminal>().authorise(attemptOf(2550), progress);
        CHECK(said.state == payments::PaymentState::Approved);
        CHECK(terminal.devsim().await("booked").at("amount") == 2550);
    }
    SECTION("one that speaks nexo") {
        Plugged terminal(
            "nexo", DeviceRole::PaymentTerminal, {"nexo", "--step", "0"}, "/?poi=P1&sale=S1");
        const auto said = terminal.as<PaymentTerminal>().authorise(attemptOf(2550), progress);
        CHECK(said.state == payments::PaymentState::Approved);
        CHECK(terminal.devsim().await("booked").at("amount") == 2550);
    }
}

TEST_CASE("Simulated devices refuse options that are another's", "[devices][devsim]")
{
    using Arguments = std::vector<std::string>;
    const auto arguments = GENERATE(Arguments{"scanner", "--png", "x"},
        Arguments{"scale", "--protocol", "stones"}, Arguments{"display", "--model", "neon"},
        Arguments{"codes", "--pty", "x"}, Arguments{"lrc", "--profile", "nobody"},
        Arguments{"label"}, Arguments{"card", "--vpcd", "nowhere"},
        Arguments{"zvt", "--password", "12"}, Arguments{"scale", "--window", "x"});
    test::Devsim devsim(arguments);
    CHECK(devsim.standardError().find("--help") != std::string::npos);
    CHECK(devsim.exitStatus() == 2);
}

}  // namespace bl
