#include "devices/transport/device_address.h"

#include <algorithm>
#include <charconv>

namespace bl {

namespace {

constexpr std::uint16_t kRawPrintPort = 9100;

bool isWord(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool isHost(std::string_view text)
{
    return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.' || c == '_';
    });
}

/// An address with an optional zone ("fe80::1%eth0"); whether it is one, connecting tells.
bool isIpv6(std::string_view text)
{
    const auto zone = std::min(text.find('%'), text.size());
    const bool hasZone = zone < text.size();
    return zone > 0 && (!hasZone || isHost(text.substr(zone + 1)))
        && std::ranges::all_of(text.substr(0, zone), [](char c) {
               return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9')
                   || c == ':' || c == '.';
           });
}

}  // namespace

std::string DeviceAddress::toString() const
{
    const bool bracket = host.find(':') != std::string::npos;
    return driver + "+" + bus + "://" + (bracket ? "[" + host + "]" : host) + ":"
        + std::to_string(port);
}

Result<DeviceAddress> DeviceAddress::parse(std::string_view text)
{
    const Error invalid{ErrorCode::DeviceAddressInvalid, {std::string(text)}};
    const auto scheme = text.find("://");
    const auto plus = text.find('+');
    if (scheme == std::string_view::npos || plus > scheme)
        return invalid;
    DeviceAddress address;
    address.driver = text.substr(0, plus);
    address.bus = text.substr(plus + 1, scheme - plus - 1);
    if (!isWord(address.driver) || address.bus != "tcp")
        return invalid;

    std::string_view rest = text.substr(scheme + 3);
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    std::string_view port;
    if (rest.starts_with('[')) {
        const auto end = rest.find(']');
        if (end == std::string_view::npos || !isIpv6(rest.substr(1, end - 1)))
            return invalid;
        address.host = rest.substr(1, end - 1);
        port = rest.substr(end + 1);
    } else {
        const auto colon = std::min(rest.find(':'), rest.size());
        if (!isHost(rest.substr(0, colon)))
            return invalid;
        address.host = rest.substr(0, colon);
        port = rest.substr(colon);
    }
    if (port.empty()) {
        address.port = kRawPrintPort;
        return address;
    }
    port.remove_prefix(1);
    const auto [end, problem] =
        std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (problem != std::errc{} || end != port.data() + port.size() || address.port == 0)
        return invalid;
    return address;
}

}  // namespace bl
