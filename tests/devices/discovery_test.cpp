#include "devices/discovery/attached_devices.h"
#include "devices/discovery/known_usb.h"
#include "devices/discovery/network_scan.h"
#include "devices/sim/printer_simulator.h"
#include "devices/slot/device_visit.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <algorithm>
#include <arpa/inet.h>
#include <fstream>
#include <sys/socket.h>
#include <unistd.h>

namespace bl {

namespace {

namespace fs = std::filesystem;

/// A machine's /dev and /sys, made of files.
class Machine {
public:
    Machine()
    {
        const fs::path top = m_directory.path().toStdString();
        roots = {top / "dev", top / "sys"};
        fs::create_directories(roots.dev);
        fs::create_directories(roots.sys / "class" / "tty");
        fs::create_directories(roots.sys / "class" / "usbmisc");
    }

    /// A USB device at that plug; where its interfaces are.
    fs::path plugIn(const std::string& plug, const std::string& id, const std::string& product,
        const std::string& serial)
    {
        const auto device = roots.sys / "devices" / "usb1" / plug;
        write(device / "idVendor", id.substr(0, 4));
        write(device / "idProduct", id.substr(5));
        write(device / "product", product);
        if (!serial.empty())
            write(device / "serial", serial);
        const auto interface = device / (plug + ":1.0");
        fs::create_directories(interface);
        return interface;
    }

    void addPort(const std::string& name, const fs::path& device)
    {
        write(roots.dev / name, "");
        const auto port = roots.sys / "class" / "tty" / name;
        fs::create_directories(port);
        fs::create_symlink(device, port / "device");
    }

    void addBoardPort(const std::string& name, const std::string& type)
    {
        addPort(name, roots.sys / "devices");
        write(roots.sys / "class" / "tty" / name / "type", type);
    }

    void addPrinter(const std::string& name, const fs::path& device)
    {
        write(roots.dev / "usb" / name, "");
        const auto printer = roots.sys / "class" / "usbmisc" / name;
        fs::create_directories(printer);
        fs::create_symlink(device, printer / "device");
    }

    void link(const std::string& stable, const std::string& device)
    {
        fs::create_directories((roots.dev / stable).parent_path());
        fs::create_symlink(roots.dev / device, roots.dev / stable);
    }

    SystemRoots roots;

private:
    static void write(const fs::path& file, const std::string& text)
    {
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text << '\n';
    }

    QTemporaryDir m_directory;
};

bool suggests(const DeviceDescriptor& found, DeviceRole role, const std::string& address)
{
    return std::ranges::find(found.suggestions, DeviceSuggestion{role, address})
        != found.suggestions.end();
}

/// A port of the loopback that takes connections and says nothing; 0 takes a free one.
class Listener {
public:
    explicit Listener(const char* host, std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int on = 1;
        ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        REQUIRE(::inet_pton(AF_INET, host, &address.sin_addr) == 1);
        REQUIRE(
            ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
        REQUIRE(::listen(m_socket, 4) == 0);
    }
    ~Listener() { ::close(m_socket); }
    std::string port() const
    {
        sockaddr_in address{};
        socklen_t size = sizeof(address);
        REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        return std::to_string(ntohs(address.sin_port));
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

private:
    int m_socket;
};

}  // namespace

TEST_CASE("A serial port is named by what stays when it is plugged in again", "[discovery]")
{
    Machine machine;
    machine.addPort("ttyUSB0", machine.plugIn("1-1", "0403:6001", "FT232R USB UART", "A10K"));
    machine.link("serial/by-id/usb-FTDI_A10K-if00-port0", "ttyUSB0");
    machine.link("serial/by-path/pci-1-1", "ttyUSB0");
    machine.addPort("ttyUSB1", machine.plugIn("1-2", "1a86:7523", "USB Serial", ""));
    machine.link("serial/by-id/usb-1a86_USB_Serial-if00-port0", "ttyUSB1");
    machine.link("serial/by-path/pci-1-2", "ttyUSB1");
    machine.addBoardPort("ttyS0", "4");
    machine.addBoardPort("ttyS1", "0");

    const auto found = findSerialPorts(machine.roots);

    REQUIRE(found.size() == 3);
    const auto dev = machine.roots.dev.string();
    CHECK(found[0].path == dev + "/ttyS0");
    CHECK(found[1].path == dev + "/serial/by-id/usb-FTDI_A10K-if00-port0");
    CHECK(found[1].serial == "A10K");
    CHECK(found[1].usbId == "0403:6001");
    // Adapters without a number share their name: the plug tells them apart.
    CHECK(found[2].path == dev + "/serial/by-path/pci-1-2");
    CHECK(suggests(found[1], DeviceRole::ReceiptPrinter, "escpos+serial://" + found[1].path));
    CHECK(suggests(found[1], DeviceRole::Scale, "toledo+serial://" + found[1].path));
    CHECK(suggests(found[1], DeviceRole::PaymentTerminal, "zvt+serial://" + found[1].path));
}

TEST_CASE("A port whose device is known is suggested as that alone", "[discovery]")
{
    Machine machine;
    machine.addPort("ttyACM0", machine.plugIn("1-1", "0c2e:0b6a", "1950g", "S1"));

    const auto found = findSerialPorts(machine.roots);

    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Honeywell 1950g");
    CHECK(suggests(found[0], DeviceRole::Scanner, "scanner+serial://" + found[0].path));
    CHECK(std::ranges::none_of(found[0].suggestions,
        [](const auto& one) { return one.role == DeviceRole::ReceiptPrinter; }));
}

TEST_CASE("A USB printer is found with the profile of its model", "[discovery]")
{
    Machine machine;
    machine.addPrinter("lp0", machine.plugIn("1-3", "04b8:0e15", "TM-T20II", "J1"));
    machine.addPrinter("lp1", machine.plugIn("1-4", "ffff:0001", "Printer", ""));
    machine.link("branchline/by-id/EPSON_TM-T20II_J1", "usb/lp0");

    const auto found = findUsbPrinters(machine.roots);

    REQUIRE(found.size() == 2);
    CHECK(found[0].path == machine.roots.dev.string() + "/branchline/by-id/EPSON_TM-T20II_J1");
    CHECK(found[0].title == "Epson TM-T20II");
    CHECK(found[0].profile == "epson-tm-t82");
    CHECK(suggests(found[0], DeviceRole::ReceiptPrinter, "escpos+file://" + found[0].path));
    CHECK(found[1].path == machine.roots.dev.string() + "/usb/lp1");
    CHECK(found[1].profile.empty());
    CHECK(found[1].title == "Printer");
}

TEST_CASE("A machine without any of it has none of it", "[discovery]")
{
    const SystemRoots nowhere{"/nonexistent/dev", "/nonexistent/sys"};

    CHECK(findSerialPorts(nowhere).empty());
    CHECK(findUsbPrinters(nowhere).empty());
}

TEST_CASE("The table of USB devices says what is wrong with it", "[discovery]")
{
    const auto wrongProfile = readKnownUsb(
        R"({"devices":[{"id":"04b8:0202","title":"E","roles":["receipt-printer"],"profile":"x"}]})");
    REQUIRE_FALSE(wrongProfile);
    CHECK(wrongProfile.error().detail.front() == "/devices/0/profile");
    CHECK_FALSE(readKnownUsb(R"({"devices":[{"id":"04B8","title":"E"}]})"));
    CHECK_FALSE(readKnownUsb(R"({"devices":[{"id":"04b8","title":"E","roles":["car"]}]})"));
    REQUIRE(findKnownUsb("04b8:0202"));
    CHECK(findKnownUsb("04b8:9999")->title == "Epson");
    CHECK_FALSE(findKnownUsb("dead:beef"));
}

TEST_CASE("Hosts that answer at a device's port are found, and the others are not", "[discovery]")
{
    const Listener printer("127.0.0.41", 9100);
    const Listener terminal("127.0.0.42", 20007);
    std::vector<std::string> hosts;
    for (int i = 1; i < 255; ++i)
        hosts.push_back("127.0.0." + std::to_string(i));
    const Cancellation cancellation;

    const auto found = scanNetwork(hosts, {}, cancellation);

    const auto at = [&](const std::string& id) {
        return std::ranges::find(found, id, &DeviceDescriptor::id);
    };
    REQUIRE(at("127.0.0.41:9100") != found.end());
    CHECK(suggests(
        *at("127.0.0.41:9100"), DeviceRole::ReceiptPrinter, "escpos+tcp://127.0.0.41:9100"));
    REQUIRE(at("127.0.0.42:20007") != found.end());
    CHECK(suggests(
        *at("127.0.0.42:20007"), DeviceRole::PaymentTerminal, "zvt+tcp://127.0.0.42:20007"));
    CHECK(at("127.0.0.43:9100") == found.end());
}

TEST_CASE("A search of the network that is cancelled ends", "[discovery]")
{
    Cancellation cancellation;
    cancellation.request();

    CHECK(scanNetwork({"192.0.2.1"}, {}, cancellation).empty());
}

TEST_CASE("Probing a printer tells how it is", "[discovery]")
{
    const auto simulator = sim::PrinterSimulator::start(
        sim::TcpPlug{"127.0.0.1", 0}, {}, 80, [](sim::SimulatorEvent) {});
    REQUIRE(simulator);
    const std::string address = "escpos+tcp://127.0.0.1:" + std::to_string((*simulator)->port());
    const SlotSettings settings{"probe", DeviceRole::ReceiptPrinter, address, {}, true};

    const auto well = probeDevice(settings, {}, std::chrono::seconds(20));
    REQUIRE(well);
    CHECK_FALSE(well->reading.fault);

    sim::PrinterFaults faults;
    faults.paperOut = true;
    (*simulator)->setFaults(faults);
    const auto empty = probeDevice(settings, {}, std::chrono::seconds(20));
    REQUIRE(empty);
    CHECK(empty->reading.fault == DeviceFault::NoPaper);
    CHECK(empty->reading.flags.paperOut);
}

TEST_CASE("Probing a device that says nothing ends with its time", "[discovery]")
{
    const Listener silent("127.0.0.1", 0);
    const SlotSettings settings{
        "probe", DeviceRole::PaymentTerminal, "zvt+tcp://127.0.0.1:" + silent.port(), {}, true};

    const auto answer = probeDevice(settings, {}, std::chrono::milliseconds(300));

    REQUIRE_FALSE(answer);
    CHECK(isFault(answer.error(), DeviceFault::Timeout));
}

}  // namespace bl
