#include "devices/transport/serial_transport.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <utility>

namespace bl {

namespace {

constexpr std::chrono::milliseconds kDrainPoll{5};

constexpr std::array<std::pair<int, speed_t>, 11> kSpeeds{
    {{300, B300}, {600, B600}, {1200, B1200}, {2400, B2400}, {4800, B4800}, {9600, B9600},
        {19200, B19200}, {38400, B38400}, {57600, B57600}, {115200, B115200}, {230400, B230400}}};

/// Pseudo-terminals carry bytes and know neither parity nor seven bits: being asked for them again,
/// the system calls that invalid.
bool isPseudoTerminal(int descriptor)
{
    constexpr unsigned kFirstSlaves = 136;
    constexpr unsigned kLastSlaves = 143;
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0)
        return false;
    const unsigned driver = major(facts.st_rdev);
    return driver >= kFirstSlaves && driver <= kLastSlaves;
}

speed_t speedOf(int baud)
{
    for (const auto& [rate, speed] : kSpeeds) {
        if (rate == baud)
            return speed;
    }
    return B9600;
}

}  // namespace

SerialTransport::SerialTransport(SerialPlace place,
    std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace)
    : FdTransport(place.path, std::move(cancellation), std::move(trace))
    , m_place(std::move(place))
{
}

SerialTransport::~SerialTransport()
{
    close(Ending::Abandoned);
}

Result<void> SerialTransport::open([[maybe_unused]] std::chrono::milliseconds timeout)
{
    close(Ending::Abandoned);
    setLine(::open(m_place.path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (line() < 0)
        return openingFailed(errno);
    auto configured = configure();
    if (!configured)
        dropLine();
    else
        note("open");
    return configured;
}

Result<void> SerialTransport::configure()
{
    // Advisory, as other programs for serial ports use it; TIOCEXCL would also shut out the next
    // start of this one when the descriptor outlives it.
    if (::flock(line(), LOCK_EX | LOCK_NB) != 0)
        return failed(DeviceFault::Busy, "another program uses the port");
    termios settings{};
    if (::tcgetattr(line(), &settings) != 0)
        return systemFailed(DeviceFault::NotFound, errno);
    ::cfmakeraw(&settings);
    SerialLine wanted = m_place.line;
    if (isPseudoTerminal(line())) {
        wanted.dataBits = 8;
        wanted.parity = Parity::None;
    }
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cflag &= ~static_cast<tcflag_t>(CSIZE | CSTOPB | PARENB | PARODD | CRTSCTS);
    settings.c_cflag |= wanted.dataBits == 7 ? CS7 : CS8;
    if (wanted.stopBits == 2)
        settings.c_cflag |= CSTOPB;
    if (wanted.parity != Parity::None)
        settings.c_cflag |= PARENB;
    if (wanted.parity == Parity::Odd)
        settings.c_cflag |= PARODD;
    if (wanted.flow == FlowControl::Hardware)
        settings.c_cflag |= CRTSCTS;
    settings.c_iflag &= ~static_cast<tcflag_t>(IXON | IXOFF | IXANY | INPCK | ISTRIP);
    // A byte with wrong parity reads as NUL, which no frame takes for a digit.
    settings.c_iflag &= ~static_cast<tcflag_t>(IGNPAR | PARMRK);
    if (wanted.parity != Parity::None)
        settings.c_iflag |= INPCK;
    if (wanted.flow == FlowControl::Software)
        settings.c_iflag |= IXON | IXOFF;
    settings.c_cc[VMIN] = 0;
    settings.c_cc[VTIME] = 0;
    ::cfsetispeed(&settings, speedOf(wanted.baud));
    ::cfsetospeed(&settings, speedOf(wanted.baud));
    if (::tcsetattr(line(), TCSANOW, &settings) != 0)
        return systemFailed(DeviceFault::NotFound, errno);
    // What arrived before somebody listened is no answer to anything.
    ::tcflush(line(), TCIFLUSH);
    return {};
}

Result<void> SerialTransport::flush(std::chrono::milliseconds timeout)
{
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        int waiting = 0;
        if (::ioctl(line(), TIOCOUTQ, &waiting) != 0)
            return systemFailed(DeviceFault::LinkLost, errno);
        if (waiting == 0)
            return {};
        if (std::chrono::steady_clock::now() >= deadline)
            return failed(DeviceFault::Timeout, "takes no data");
        BL_TRY([[maybe_unused]] const Ready paced,
            awaitLine(0, std::min(deadline, std::chrono::steady_clock::now() + kDrainPoll)));
    }
}

void SerialTransport::close(Ending ending)
{
    if (!isOpen())
        return;
    // Output that the device does not take would hold up close() for seconds.
    if (ending == Ending::Abandoned)
        ::tcflush(line(), TCIOFLUSH);
    dropLine();
}

}  // namespace bl
