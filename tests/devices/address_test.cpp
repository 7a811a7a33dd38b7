#include "devices/transport/device_address.h"
#include "tests/support/catch.h"

#include <string>

namespace bl {

TEST_CASE("A printer's address names its language, host and port", "[devices][address]")
{
    const auto address = DeviceAddress::parse("escpos+tcp://192.168.1.40:9101");
    REQUIRE(address);
    CHECK(*address == DeviceAddress{"escpos", "tcp", "192.168.1.40", 9101});
    CHECK(address->toString() == "escpos+tcp://192.168.1.40:9101");
}

TEST_CASE("A printer's address without a port means 9100", "[devices][address]")
{
    const auto address = DeviceAddress::parse("escpos+tcp://kitchen-printer/");
    REQUIRE(address);
    CHECK(address->host == "kitchen-printer");
    CHECK(address->port == 9100);
}

TEST_CASE("A printer can have an IPv6 address", "[devices][address]")
{
    const auto address = DeviceAddress::parse("escpos+tcp://[fe80::1%eth0]:9100");
    REQUIRE(address);
    CHECK(address->host == "fe80::1%eth0");
    CHECK(address->toString() == "escpos+tcp://[fe80::1%eth0]:9100");
}

TEST_CASE("What is no device address is refused with its text", "[devices][address]")
{
    const std::string text = GENERATE(as<std::string>{}, "", "192.168.1.40:9100", "tcp://host:9100",
        "escpos+serial://ttyUSB0", "escpos+tcp://", "escpos+tcp://:9100",
        "escpos+tcp://host:", "escpos+tcp://host:0", "escpos+tcp://host:65536",
        "escpos+tcp://host:91x", "escpos+tcp://ho st:9100", "escpos+tcp://[::1:9100",
        "escpos+tcp://user@host:9100", "+tcp://host:9100");
    const auto address = DeviceAddress::parse(text);
    REQUIRE_FALSE(address);
    CHECK(address.error() == Error{ErrorCode::DeviceAddressInvalid, {text}});
}

}  // namespace bl
