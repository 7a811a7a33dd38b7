#include "devices/printer/escpos_codec.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/printer_bench.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <netinet/in.h>
#include <random>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace bl {

namespace {

using test::PrinterBench;

ReceiptDocument numbered(int number)
{
    auto receipt = test::saleReceipt(3);
    receipt.blocks.emplace_back(ReceiptText{"No. <" + std::to_string(number) + ">"});
    return receipt;
}

std::size_t jobBytesOf(const ReceiptDocument& document)
{
    return escpos::encodeJob(
        document, test::profile80(), DrawerPulse::None, test::BlackRasterizer{})
        .value()
        .size();
}

/// The questions before a job: for what stops the printer, its paper and its drawer.
constexpr std::size_t kQueryBytes = 9;
/// Those for maker and model, and the one whether a job is done.
constexpr std::size_t kIdentityBytes = 6;
constexpr std::size_t kDoneBytes = 3;

/// A port where connections succeed and nothing is ever read.
class DeafPort {
public:
    DeafPort()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int small = 4096;
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(m_socket, plain, size) == 0);
        REQUIRE(::listen(m_socket, 4) == 0);
        REQUIRE(::getsockname(m_socket, plain, &size) == 0);
        m_port = ntohs(address.sin_port);
    }
    ~DeafPort() { ::close(m_socket); }
    DeafPort(const DeafPort&) = delete;
    DeafPort& operator=(const DeafPort&) = delete;

    std::uint16_t port() const { return m_port; }

private:
    int m_socket;
    std::uint16_t m_port = 0;
};

}  // namespace

TEST_CASE("A receipt is printed once, cut, and the drawer opens", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto printer = bench.driver();
    REQUIRE(printer->print(numbered(1), DrawerPulse::Open));
    // It answered "done" after the cut, so the receipt is there.
    REQUIRE(bench.receipts().size() == 1);
    CHECK(bench.cutWith("No. <1>") == 1);
    CHECK(bench.drawerOpenings() == 1);
}

TEST_CASE("A printer prints job after job over new connections", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto printer = bench.driver();
    for (int i = 1; i <= 5; ++i)
        REQUIRE(printer->print(numbered(i), DrawerPulse::None));
    for (int i = 1; i <= 5; ++i)
        CHECK(bench.cutWith("<" + std::to_string(i) + ">") == 1);
    CHECK(bench.drawerOpenings() == 0);
}

TEST_CASE("A printer is asked for its state once before each job", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto printer = bench.driver();
    const auto job = numbered(1);
    const auto asked = kQueryBytes + jobBytesOf(job) + kDoneBytes;

    REQUIRE(printer->open());
    REQUIRE(printer->print(job, DrawerPulse::None));
    bench.awaitDisconnects(1);
    CHECK(bench.receivedBytes() == asked + kIdentityBytes);

    // As a slot does that a job wakes.
    printer->wake();
    REQUIRE(printer->attend(std::chrono::seconds{30}));
    REQUIRE(printer->print(job, DrawerPulse::None));
    bench.awaitDisconnects(2);
    CHECK(bench.receivedBytes() == 2 * asked + kIdentityBytes);
}

TEST_CASE("Whether the drawer stands open is known of a printer whose switch can be read",
    "[devices][printer]")
{
    auto profile = test::profile80();
    profile.drawerSwitch = GENERATE(true, false);
    PrinterBench bench(profile);
    sim::PrinterFaults faults;
    faults.drawerOpen = true;
    bench.simulator().setFaults(faults);
    const auto printer = bench.driver();
    REQUIRE(printer->open());
    CHECK(printer->reading().flags.drawerOpen == profile.drawerSwitch);

    bench.simulator().setFaults({});
    REQUIRE(printer->print(numbered(1), DrawerPulse::None));
    REQUIRE(printer->print(numbered(2), DrawerPulse::None));
    CHECK_FALSE(printer->reading().flags.drawerOpen);
    CHECK(bench.cutWith("<2>") == 1);
}

TEST_CASE("That an earlier job is done, told too late, confirms no later one", "[devices][printer]")
{
    auto profile = test::profile80();
    profile.jobDone = GENERATE(JobDone::Sensor, JobDone::Mark);
    PrinterBench bench(profile);
    sim::PrinterFaults faults;
    faults.lateDone = true;
    faults.line.dropAfterBytes = kQueryBytes + jobBytesOf(numbered(1))
        + (profile.jobDone == JobDone::Mark ? escpos::encodeMark({}).size() : kDoneBytes);
    bench.simulator().setFaults(faults);
    const auto printer = bench.driver();
    const auto first = printer->print(numbered(1), DrawerPulse::None);
    REQUIRE_FALSE(first);
    CHECK(isFault(first.error(), DeviceFault::OutcomeUnknown));

    bench.awaitDisconnects(1);
    CHECK(bench.cutWith("<1>") == 1);

    // Slowly, so that it is told when the next job's question has long been asked.
    faults = {};
    faults.line.bytesPerSecond = 1000;
    faults.paperOutAfterLines = 4;
    bench.simulator().setFaults(faults);
    const auto second = printer->print(numbered(2), DrawerPulse::None);
    REQUIRE_FALSE(second);
    CHECK(isFault(second.error(), DeviceFault::NoPaper));
    CHECK(bench.cutWith("<2>") == 0);

    // What is in order again is believed again.
    bench.simulator().setFaults({});
    for (int i = 3; i < 6; ++i)
        CHECK(printer->print(numbered(i), DrawerPulse::None));
    CHECK(bench.cutWith("<5>") == 1);
}

TEST_CASE("A composed printer is found by its address", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto address = "escpos+tcp://127.0.0.1:" + std::to_string(bench.simulator().port());
    const auto printer = test::makePrinter(address, "escpos-80");
    REQUIRE(printer);
    REQUIRE(printer->print(numbered(1), DrawerPulse::None));
    CHECK(bench.cutWith("<1>") == 1);
    const DriverSurroundings surroundings{std::make_shared<Cancellation>(), nullptr, {}};
    for (const char* wrong : {"zpl+tcp://localhost", "zvt+tcp://localhost", ""})
        CHECK_FALSE(makeDriver(
            {"p", DeviceRole::ReceiptPrinter, wrong, {}, true}, surroundings, DriverOptions{}));
    CHECK_FALSE(makeDriver({"p", DeviceRole::ReceiptPrinter, address, "no such model", true},
        surroundings, DriverOptions{}));
}

TEST_CASE("Without paper or with an open cover nothing is printed and the reason is told",
    "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    auto fault = DeviceFault::Unsupported;
    SECTION("no paper") {
        faults.paperOut = true;
        fault = DeviceFault::NoPaper;
    }
    SECTION("cover open") {
        faults.coverOpen = true;
        fault = DeviceFault::CoverOpen;
    }
    bench.simulator().setFaults(faults);
    const auto printer = bench.driver();
    const auto result = printer->print(numbered(1), DrawerPulse::Open);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), fault));

    bench.simulator().setFaults({});
    REQUIRE(printer->print(numbered(2), DrawerPulse::None));
    CHECK(bench.receipts().size() == 1);
    // The change is paid out whether or not there is paper.
    CHECK(bench.drawerOpenings() == 1);
}

TEST_CASE("A drawer alone opens whether or not there is paper", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto printer = bench.driver();
    CHECK(printer->print({}, DrawerPulse::Open));
    sim::PrinterFaults faults;
    SECTION("no paper") {
        faults.paperOut = true;
    }
    SECTION("cover open") {
        faults.coverOpen = true;
    }
    bench.simulator().setFaults(faults);

    CHECK(printer->print({}, DrawerPulse::Open));

    bench.awaitDisconnects(2);
    CHECK(bench.drawerOpenings() == 2);
    CHECK(bench.receipts().empty());
}

TEST_CASE("A printer without a connector opens no drawer, and says so", "[devices][printer]")
{
    auto profile = test::profile80();
    profile.drawer = false;
    PrinterBench bench(profile);
    const auto printer = bench.driver();

    const auto opened = printer->print({}, DrawerPulse::Open);

    REQUIRE_FALSE(opened);
    CHECK(isFault(opened.error(), DeviceFault::Unsupported));
    CHECK(opened.error().detail.back() == kNoDrawer);
    // A sale that was paid in cash is printed all the same.
    CHECK(printer->print(numbered(1), DrawerPulse::Open));
    CHECK(bench.drawerOpenings() == 0);
}

TEST_CASE("Paper that nears its end is still printed on", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.paperNearEnd = true;
    bench.simulator().setFaults(faults);
    REQUIRE(bench.driver()->print(numbered(1), DrawerPulse::None));
    CHECK(bench.cutWith("<1>") == 1);
}

TEST_CASE("Paper that ends in the middle makes the job fail with that reason", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.paperOutAfterLines = 4;
    bench.simulator().setFaults(faults);
    const auto result = bench.driver()->print(numbered(1), DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::NoPaper));
    CHECK(bench.receipts().empty());
}

TEST_CASE(
    "A printer that answers nothing prints, and whether it did is unknown", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.line.mute = true;
    bench.simulator().setFaults(faults);
    const auto result = bench.impatientDriver()->print(numbered(1), DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::OutcomeUnknown));
    bench.awaitDisconnects(1);
    CHECK(bench.cutWith("<1>") == 1);
}

TEST_CASE(
    "A printer that cannot confirm jobs has printed when it has received all", "[devices][printer]")
{
    auto profile = test::profile80();
    profile.jobDone = JobDone::None;
    PrinterBench bench(profile);
    sim::PrinterFaults faults;
    faults.line.mute = true;
    bench.simulator().setFaults(faults);
    REQUIRE(bench.impatientDriver()->print(numbered(1), DrawerPulse::None));
    bench.awaitDisconnects(1);
    CHECK(bench.cutWith("<1>") == 1);
}

TEST_CASE("A slow printer is waited for", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.line.bytesPerSecond = 2000;
    bench.simulator().setFaults(faults);
    REQUIRE(bench.driver()->print(numbered(1), DrawerPulse::None));
    CHECK(bench.cutWith("<1>") == 1);
}

TEST_CASE("A printer that answered before its job is waited for as long as a slow line takes",
    "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.line.bytesPerSecond = 500;
    bench.simulator().setFaults(faults);
    // What is asked ahead of the data comes behind them on such a line.
    auto timing = test::patient();
    timing.silence = std::chrono::milliseconds{300};
    timing.poll = std::chrono::milliseconds{50};
    timing.status = std::chrono::milliseconds{500};
    const auto proof = bench.driverWith(timing)->print(numbered(1), DrawerPulse::None);
    INFO((proof ? "" : describe(proof.error())));
    REQUIRE(proof);
    CHECK(*proof == PrintProof::Confirmed);
    CHECK(bench.cutWith("<1>") == 1);
}

TEST_CASE("A link lost in the middle never counts as printed", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto document = numbered(1);
    const auto whole = kQueryBytes + jobBytesOf(document);
    sim::PrinterFaults faults;
    faults.line.dropAfterBytes =
        GENERATE_COPY(kQueryBytes + 1, std::size_t{100}, whole / 2, whole - 1);
    bench.simulator().setFaults(faults);
    const auto result = bench.driver()->print(document, DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK((isFault(result.error(), DeviceFault::LinkLost)
        || isFault(result.error(), DeviceFault::OutcomeUnknown)));
    bench.awaitDisconnects(1);
    CHECK(bench.cutWith("<1>") == 0);
}

TEST_CASE(
    "A link lost before the first byte of the receipt leaves the paper clean", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.line.dropAfterBytes = 2;
    bench.simulator().setFaults(faults);
    const auto result = bench.driver()->print(numbered(1), DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::LinkLost));
    bench.awaitDisconnects(1);
    CHECK(bench.receipts().empty());
}

TEST_CASE("A link lost after the last byte leaves the outcome unknown", "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    const auto document = numbered(1);
    sim::PrinterFaults faults;
    faults.line.dropAfterBytes = kQueryBytes + jobBytesOf(document);
    bench.simulator().setFaults(faults);
    const auto result = bench.driver()->print(document, DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::OutcomeUnknown));
    bench.awaitDisconnects(1);
    CHECK(bench.cutWith("<1>") == 1);
}

TEST_CASE("Whatever breaks, no receipt is printed twice and a confirmed one is there",
    "[devices][printer]")
{
    const auto seed = GENERATE(range(1u, 9u));
    std::mt19937 random(seed);
    const auto upTo = [&](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    PrinterBench bench(test::profile80());
    const auto printer = bench.driver();
    std::vector<bool> confirmed;
    for (int i = 0; i < 12; ++i) {
        sim::PrinterFaults faults;
        faults.paperOut = upTo(7) == 0;
        faults.coverOpen = upTo(7) == 0;
        faults.paperNearEnd = upTo(1) == 0;
        if (upTo(2) == 0)
            faults.line.dropAfterBytes = static_cast<std::size_t>(1 + upTo(900));
        bench.simulator().setFaults(faults);
        confirmed.push_back(printer->print(numbered(i), DrawerPulse::None).ok());
        bench.awaitDisconnects(i + 1);
    }
    for (int i = 0; i < 12; ++i) {
        const int copies = bench.cutWith("No. <" + std::to_string(i) + ">");
        CHECK(copies <= 1);
        if (confirmed[static_cast<std::size_t>(i)])
            CHECK(copies == 1);
    }
}

TEST_CASE(
    "A printer that is switched off is told apart from one without paper", "[devices][printer]")
{
    std::uint16_t port = 0;
    {
        PrinterBench bench(test::profile80());
        port = bench.simulator().port();
    }
    const auto printer = test::driverAt(
        "127.0.0.1", port, test::profile80(), std::make_shared<Cancellation>(), test::patient());
    const auto result = printer->print(numbered(1), DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::NotFound));
}

TEST_CASE("A printer whose name nobody knows is unreachable", "[devices][printer]")
{
    const auto printer = test::driverAt("no-such-printer.invalid", 9100, test::profile80(),
        std::make_shared<Cancellation>(), test::patient());
    const auto result = printer->print(numbered(1), DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::NotFound));
}

TEST_CASE("A printer that takes no data does not block the register", "[devices][printer]")
{
    const DeafPort deaf;
    auto profile = test::profile80();
    profile.cjk = CjkEncoding::Raster;
    ReceiptDocument pictures;
    for (int i = 0; i < 5000; ++i)
        pictures.blocks.emplace_back(ReceiptText{"水"});
    const auto printer = test::driverAt(
        "127.0.0.1", deaf.port(), profile, std::make_shared<Cancellation>(), test::impatient());
    const auto result = printer->print(pictures, DrawerPulse::None);
    REQUIRE_FALSE(result);
    CHECK(isFault(result.error(), DeviceFault::Timeout));
}

TEST_CASE("A cancelled job gives up before its first byte, and is unknown after its last",
    "[devices][printer]")
{
    PrinterBench bench(test::profile80());
    sim::PrinterFaults faults;
    faults.line.mute = true;
    bench.simulator().setFaults(faults);
    // Mute, so its state is given up soon, but it has all the time to say that it is done.
    auto timing = test::patient();
    timing.status = std::chrono::milliseconds{100};
    const auto printer = bench.driverWith(timing);
    std::thread cancels([&] {
        bench.awaitReceipts(1);
        bench.cancellation().request();
    });
    const auto during = printer->print(numbered(1), DrawerPulse::None);
    cancels.join();
    REQUIRE_FALSE(during);
    CHECK(isFault(during.error(), DeviceFault::OutcomeUnknown));

    const auto after = printer->print(numbered(2), DrawerPulse::None);
    REQUIRE_FALSE(after);
    CHECK(after.error().code == ErrorCode::Cancelled);
    bench.awaitDisconnects(1);
    CHECK(bench.cutWith("<2>") == 0);
}

}  // namespace bl
