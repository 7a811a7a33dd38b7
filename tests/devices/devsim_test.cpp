#include "devices/payment/zvt_terminal.h"
#include "devices/payment/zvt_words.h"
#include "devices/transport/transport_factory.h"
#include "tests/devices/devsim_process.h"
#include "tests/devices/printer_bench.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <QImage>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace bl {

namespace {

namespace fs = std::filesystem;

std::shared_ptr<ReceiptPrinter> printerAt(const Json& listening)
{
    return test::makePrinter(
        "escpos+tcp://127.0.0.1:" + std::to_string(listening.at("port").get<int>()), {});
}

std::string contentOf(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("The simulated printer turns each receipt into a picture and a text", "[devices][devsim]")
{
    const QTemporaryDir folder;
    const std::string directory = folder.path().toStdString();
    test::Devsim devsim({"printer", "--listen", "127.0.0.1:0", "--png", directory + "/png",
        "--text", directory + "/text"});
    const auto printer = printerAt(devsim.await("listening"));

    REQUIRE(printer->print(test::saleReceipt(3), DrawerPulse::Open));
    CHECK(devsim.await("drawer").at("connector") == 0);
    const auto receipt = devsim.await("receipt");
    CHECK(receipt.at("cut") == true);
    const QImage image(QString::fromStdString(receipt.at("file").get<std::string>()));
    CHECK(image.width() == 640);
    const auto text = contentOf(receipt.at("text"));
    CHECK(text.find("分店一便利") != std::string::npos);
    CHECK(text.find("￥155.70") != std::string::npos);
    CHECK(text.find("[barcode S01R1-000042]") != std::string::npos);

    REQUIRE(printer->print(test::saleReceipt(1), DrawerPulse::None));
    CHECK(devsim.await("receipt").at("file") != receipt.at("file"));

    devsim.terminate();
    CHECK(devsim.exitStatus() == 0);
}

TEST_CASE("The simulated printer takes faults on standard input", "[devices][devsim]")
{
    const QTemporaryDir folder;
    test::Devsim devsim(
        {"printer", "--listen", "127.0.0.1:0", "--png", folder.path().toStdString()});
    const auto printer = printerAt(devsim.await("listening"));

    devsim.say(R"({"fault":"paper-out"})");
    devsim.await("done");
    const auto result = printer->print(test::saleReceipt(1), DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::NoPaper));

    devsim.say("nonsense");
    devsim.await("error");
    devsim.say(R"({"fault":"clear"})");
    devsim.await("done");
    REQUIRE(printer->print(test::saleReceipt(1), DrawerPulse::None));
    devsim.await("receipt");
}

TEST_CASE(
    "The simulated printer shows receipts in a window, and ends when told", "[devices][devsim]")
{
    const QTemporaryDir folder;
    test::Devsim devsim(
        {"printer", "--listen", "127.0.0.1:0", "--png", folder.path().toStdString(), "--window"});
    const auto printer = printerAt(devsim.await("listening"));
    REQUIRE(printer->print(test::saleReceipt(2), DrawerPulse::None));
    CHECK(fs::exists(devsim.await("receipt").at("file").get<std::string>()));
    devsim.say(R"({"fault":"cover"})");
    devsim.await("done");
    devsim.terminate();
    CHECK(devsim.exitStatus() == 0);
}

TEST_CASE("A second simulated printer on the same port says so and ends", "[devices][devsim]")
{
    const QTemporaryDir folder;
    const std::string directory = folder.path().toStdString();
    test::Devsim first({"printer", "--listen", "127.0.0.1:0", "--png", directory});
    const auto port = std::to_string(first.await("listening").at("port").get<int>());
    test::Devsim second({"printer", "--listen", "127.0.0.1:" + port, "--png", directory});
    CHECK(second.standardError().find("127.0.0.1:" + port + ": another program listens there")
        != std::string::npos);
    CHECK(second.exitStatus() == 3);
}

TEST_CASE("The simulated printer refuses to listen beyond this machine", "[devices][devsim]")
{
    const QTemporaryDir folder;
    test::Devsim devsim({"printer", "--listen", "0.0.0.0:0", "--png", folder.path().toStdString()});
    CHECK(devsim.standardError().find("loopback") != std::string::npos);
    CHECK(devsim.exitStatus() == 3);
}

TEST_CASE(
    "A directory that cannot be made is an error before anything listens", "[devices][devsim]")
{
    test::Devsim devsim({"printer", "--listen", "127.0.0.1:0", "--png", "/dev/null/receipts"});
    CHECK(devsim.standardError().find("/dev/null/receipts") != std::string::npos);
    CHECK(devsim.standardOutput().empty());
    CHECK(devsim.exitStatus() == 4);
}

TEST_CASE("Wrong arguments are told and help is offered", "[devices][devsim]")
{
    using Arguments = std::vector<std::string>;
    const auto arguments = GENERATE(Arguments{}, Arguments{"toaster"}, Arguments{"printer"},
        Arguments{"printer", "--png"}, Arguments{"printer", "--png", "x", "--listen", "9100"},
        Arguments{"printer", "--png", "x", "--paper", "70"});
    test::Devsim devsim(arguments);
    CHECK(devsim.standardError().find("--help") != std::string::npos);
    CHECK(devsim.exitStatus() == 2);

    test::Devsim help({"--help"});
    CHECK(help.standardOutput().find("--listen") != std::string::npos);
    CHECK(help.exitStatus() == 0);
}

TEST_CASE("A simulated terminal says what it booked, and fails as it is told", "[devices][devsim]")
{
    struct Progress final : PaymentProgress {
        Result<void> sending() override { return {}; }
        void interacting(const std::string&) override {}
    };
    test::Devsim devsim({"zvt", "--listen", "127.0.0.1:0", "--step", "0"});
    const auto port = devsim.await("listening").at("port").get<int>();
    const std::string where = "zvt+tcp://127.0.0.1:" + std::to_string(port);
    ZvtTerminal terminal(where,
        createTransport(*DeviceAddress::parse(where), std::make_shared<Cancellation>(), nullptr),
        zvt::ZvtLink::Framing::Plain, {{}, *zvt::currencyCode("CNY")});
    REQUIRE(terminal.open());
    payments::PaymentAttempt attempt;
    attempt.amount = Money::minor(2550);
    Progress progress;
    CHECK(terminal.authorise(attempt, progress).state == payments::PaymentState::Approved);
    const auto booked = devsim.await("booked");
    CHECK(booked.at("kind") == "payment");
    CHECK(booked.at("amount") == 2550);
    devsim.say(R"({"fault":"decline","code":120})");
    devsim.await("done");
    const auto declined = terminal.authorise(attempt, progress);
    CHECK(declined.state == payments::PaymentState::Declined);
    CHECK(declined.evidence.result == "78");
    devsim.say(R"({"fault":"wrong"})");
    devsim.await("error");
}

}  // namespace bl
