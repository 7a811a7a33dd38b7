#include "devices/printer/escpos_receipt_printer.h"
#include "devices/transport/file_transport.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"
#include "tests/support/temp_directory.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bl {

namespace {

using std::chrono::milliseconds;

/// A device file whose device takes nothing until it is told to, and one write at most before that,
/// as usblp does.
class HesitantDevice {
public:
    HesitantDevice()
    {
        REQUIRE(::mkfifo(path().c_str(), 0600) == 0);
        m_end = ::open(path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        REQUIRE(m_end >= 0);
        REQUIRE(::fcntl(m_end, F_SETPIPE_SZ, 1) > 0);
    }
    ~HesitantDevice() { ::close(m_end); }
    HesitantDevice(const HesitantDevice&) = delete;
    HesitantDevice& operator=(const HesitantDevice&) = delete;

    std::string path() const { return m_directory.file("lp0"); }
    std::unique_ptr<FileTransport> transport() const
    {
        return std::make_unique<FileTransport>(
            FilePlace{path()}, std::make_shared<Cancellation>(), nullptr);
    }
    std::size_t takeAll() const
    {
        std::array<std::uint8_t, 4096> bytes{};
        std::size_t taken = 0;
        for (ssize_t count = 0; (count = ::read(m_end, bytes.data(), bytes.size())) > 0;)
            taken += static_cast<std::size_t>(count);
        return taken;
    }

private:
    test::TempDirectory m_directory;
    int m_end = -1;
};

}  // namespace

TEST_CASE(
    "A device file is flushed when the device has taken the last write", "[devices][transport]")
{
    const HesitantDevice device;
    const auto line = device.transport();
    REQUIRE(line->open(milliseconds{0}));
    const std::vector<std::uint8_t> bytes(100, 0x20);
    REQUIRE(line->write(bytes, milliseconds{0}));
    const auto early = line->flush(milliseconds{1});
    REQUIRE_FALSE(early);
    CHECK(isFault(early.error(), DeviceFault::Timeout));

    CHECK(device.takeAll() == bytes.size());
    CHECK(line->flush(milliseconds{0}));
}

TEST_CASE("A job whose last bytes a device file has not taken is not called sent",
    "[devices][printer][transport]")
{
    const HesitantDevice device;
    auto profile = test::profile80();
    profile.status = false;
    profile.jobDone = JobDone::None;
    EscPosReceiptPrinter::Timing timing;
    timing.stall = milliseconds{1};
    EscPosReceiptPrinter printer("printer", profile, EscPosReceiptPrinter::Line::Kept,
        device.transport(), std::make_shared<test::BlackRasterizer>(), timing);
    const auto printed = printer.print({{ReceiptText{"one"}}}, DrawerPulse::None);
    REQUIRE_FALSE(printed);
    CHECK(isFault(printed.error(), DeviceFault::OutcomeUnknown));
    CHECK(printer.trace() == PaperTrace::Possible);
}

}  // namespace bl
