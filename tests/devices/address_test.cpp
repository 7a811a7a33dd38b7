#include "devices/slot/slot_settings_json.h"
#include "devices/transport/device_address.h"
#include "tests/support/catch.h"

#include <string>

namespace bl {

TEST_CASE("A printer's address names its language, host and port", "[devices][address]")
{
    const auto address = DeviceAddress::parse("escpos+tcp://192.168.1.40:9101");
    REQUIRE(address);
    CHECK(*address == DeviceAddress{"escpos", TcpPlace{"192.168.1.40", 9101}, {}});
    CHECK(address->role() == DeviceRole::ReceiptPrinter);
    CHECK(address->toString() == "escpos+tcp://192.168.1.40:9101");
}

TEST_CASE("A printer's address without a port means 9100", "[devices][address]")
{
    const auto address = DeviceAddress::parse("escpos+tcp://kitchen-printer/");
    REQUIRE(address);
    CHECK(address->place == DeviceAddress::Place{TcpPlace{"kitchen-printer", 9100}});
}

TEST_CASE("A printer can have an IPv6 address", "[devices][address]")
{
    const auto address = DeviceAddress::parse("escpos+tcp://[fe80::1%eth0]:9100");
    REQUIRE(address);
    CHECK(std::get<TcpPlace>(address->place).host == "fe80::1%eth0");
    CHECK(address->toString() == "escpos+tcp://[fe80::1%eth0]:9100");
}

TEST_CASE("A serial address says how bytes travel, and otherwise follows the driver's habit",
    "[devices][address]")
{
    const auto terminal = DeviceAddress::parse("zvt+serial:///dev/ttyUSB0?baud=19200&parity=even");
    REQUIRE(terminal);
    const auto line = std::get<SerialPlace>(terminal->place).line;
    CHECK(line == SerialLine{19200, 8, Parity::Even, 2, FlowControl::None});
    CHECK(terminal->toString() == "zvt+serial:///dev/ttyUSB0?baud=19200&parity=even");

    const auto scale =
        DeviceAddress::parse("toledo+serial:///dev/serial/by-id/usb-1?data=8&stop=1");
    REQUIRE(scale);
    CHECK(std::get<SerialPlace>(scale->place).line.dataBits == 8);
    CHECK(scale->toString() == "toledo+serial:///dev/serial/by-id/usb-1?data=8");
}

TEST_CASE("Every kind of place is written as it is read", "[devices][address]")
{
    const std::string text = GENERATE(as<std::string>{}, "escpos+file:///dev/usb/lp0",
        "cups:Till 2", "pdf:/srv/receipts", "pcsc:ACS ACR122U PICC Interface 00 00",
        "manual:", "screen:", "hid:", "nexo+https://terminal.local:8443/nexo?poi=P1&sale=S1",
        "codes+http://127.0.0.1:8080/pay", "lrc+tcp://10.0.0.7:6000?profile=unionpay",
        "scanner+serial:///dev/ttyACM0?flow=hardware", "tspl+tcp://labels:9100",
        "led8+serial:///dev/ttyS1");
    const auto address = DeviceAddress::parse(text);
    REQUIRE(address);
    CHECK(address->toString() == text);
}

TEST_CASE("An address of another role is refused where one role is wanted", "[devices][address]")
{
    CHECK(DeviceAddress::parse("zvt+tcp://host", DeviceRole::PaymentTerminal));
    CHECK_FALSE(DeviceAddress::parse("zvt+tcp://host", DeviceRole::ReceiptPrinter));
}

TEST_CASE("What is no device address is refused with its text", "[devices][address]")
{
    const std::string text = GENERATE(as<std::string>{}, "", "192.168.1.40:9100", "tcp://host:9100",
        "escpos+serial://ttyUSB0", "escpos+tcp://", "escpos+tcp://:9100",
        "escpos+tcp://host:", "escpos+tcp://host:0", "escpos+tcp://host:65536",
        "escpos+tcp://host:91x", "escpos+tcp://ho st:9100", "escpos+tcp://[::1:9100",
        "escpos+tcp://[1%eth0]:9100", "escpos+tcp://[192.168.1.40]:9100",
        "escpos+tcp://user@host:9100", "+tcp://host:9100", "escpos", "escpos:", "escpos+",
        "zpl+tcp://host", "cups+tcp://host", "escpos+https://host", "toledo+tcp://host",
        "zvt+serial:///dev/ttyS0?baud=9601",
        "zvt+serial:///dev/ttyS0?baud=", "zvt+serial:///dev/ttyS0?", "zvt+serial:///dev/ttyS0?baud",
        "zvt+serial:///dev/ttyS0?stop=1&stop=2", "zvt+tcp://host?baud=9600", "nexo+https://",
        "nexo+https://user@host/", "nexo+https://host/?secret=1", "cups:a\nb",
        "escpos+tcp://host:+9100", "escpos+tcp://host:-1");
    const auto address = DeviceAddress::parse(text);
    INFO(text);
    REQUIRE_FALSE(address);
    CHECK(address.error() == Error{ErrorCode::DeviceAddressInvalid, {text}});
}

TEST_CASE("A scanner that was set up by its earlier name is kept", "[devices][slot]")
{
    const auto slots =
        readSlots(R"({"slots":[{"id":"scanner-1","role":"scanner","address":"keyboard:Till"}]})");
    REQUIRE(slots);
    CHECK(slots->front().address == "hid:Till");
    CHECK(DeviceAddress::parse(slots->front().address, DeviceRole::Scanner));
    CHECK_FALSE(DeviceAddress::parse("keyboard:Till"));
}

TEST_CASE("A file of devices has their slots, and keys of some of them", "[devices][slot]")
{
    const auto slot = [](const std::string& id, const std::string& address) {
        return R"({"id":")" + id + R"(","role":"scale","address":")" + address + "\"}";
    };
    const auto slots = "\"slots\":[" + slot("scale-1", "toledo+serial:///dev/ttyUSB0") + "]";
    const auto file = readDeviceFile("{" + slots + R"(,"secrets":{"scale-1":"k3y"}})");
    REQUIRE(file);
    CHECK(writeSlots(file->slots) == writeSlots(*readSlots("{" + slots + "}")));
    CHECK(file->secrets == std::map<std::string, std::string>{{"scale-1", "k3y"}});
    CHECK(readDeviceFile("{" + slots + "}")->secrets.empty());
    // A key of nothing, and one beside the slots that a register keeps.
    CHECK_FALSE(readDeviceFile("{" + slots + R"(,"secrets":{"scale-2":"k3y"}})"));
    CHECK_FALSE(readSlots("{" + slots + R"(,"secrets":{}})"));
    CHECK_FALSE(readDeviceFile(R"({"slots":[{"id":"x"}]})"));
    CHECK_FALSE(readDeviceFile("[]"));
}

}  // namespace bl
