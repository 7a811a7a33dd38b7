#include "devices/transport/device_address.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace bl {

namespace {

using Options = std::map<std::string, std::string>;

constexpr std::array kBauds{300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400};
constexpr std::array<std::pair<Parity, std::string_view>, 3> kParities{
    {{Parity::None, "none"}, {Parity::Even, "even"}, {Parity::Odd, "odd"}}};
constexpr std::array<std::pair<FlowControl, std::string_view>, 3> kFlows{
    {{FlowControl::None, "none"}, {FlowControl::Hardware, "hardware"},
        {FlowControl::Software, "software"}}};

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
    return text.substr(0, zone).find(':') != std::string_view::npos
        && (!hasZone || isHost(text.substr(zone + 1)))
        && std::ranges::all_of(text.substr(0, zone), [](char c) {
               return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9')
                   || c == ':' || c == '.';
           });
}

bool hasControlCharacter(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::optional<int> readInt(std::string_view text)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || text.front() == '+')
        return std::nullopt;
    return value;
}

template <typename Value, std::size_t Count>
std::optional<Value> readWord(
    const std::array<std::pair<Value, std::string_view>, Count>& words, std::string_view text)
{
    const auto found = std::ranges::find(words, text, &std::pair<Value, std::string_view>::second);
    return found == words.end() ? std::nullopt : std::optional{found->first};
}

template <typename Value, std::size_t Count>
std::string_view wordOf(
    const std::array<std::pair<Value, std::string_view>, Count>& words, Value value)
{
    return std::ranges::find(words, value, &std::pair<Value, std::string_view>::first)->second;
}

/// `a=1&b=2`; nothing where a name is empty or comes twice, or a value holds what an address does
/// not.
std::optional<Options> readOptions(std::string_view text)
{
    Options options;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return std::nullopt;
        const auto value = pair.substr(equals + 1);
        if (!isHost(value)
            || !options.emplace(std::string(pair.substr(0, equals)), std::string(value)).second)
            return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return options;
}

std::optional<std::string> take(Options& options, const std::string& name)
{
    const auto found = options.find(name);
    if (found == options.end())
        return std::nullopt;
    auto value = std::move(found->second);
    options.erase(found);
    return value;
}

std::optional<SerialLine> takeLine(Options& options, SerialLine line)
{
    if (const auto text = take(options, "baud")) {
        const auto baud = readInt(*text);
        if (!baud || std::ranges::find(kBauds, *baud) == kBauds.end())
            return std::nullopt;
        line.baud = *baud;
    }
    if (const auto text = take(options, "data")) {
        if (text != "7" && text != "8")
            return std::nullopt;
        line.dataBits = text == "7" ? 7 : 8;
    }
    if (const auto text = take(options, "stop")) {
        if (text != "1" && text != "2")
            return std::nullopt;
        line.stopBits = text == "1" ? 1 : 2;
    }
    if (const auto text = take(options, "parity")) {
        const auto parity = readWord(kParities, *text);
        if (!parity)
            return std::nullopt;
        line.parity = *parity;
    }
    if (const auto text = take(options, "flow")) {
        const auto flow = readWord(kFlows, *text);
        if (!flow)
            return std::nullopt;
        line.flow = *flow;
    }
    return line;
}

std::optional<TcpPlace> readTcp(std::string_view rest, std::uint16_t habit)
{
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    TcpPlace place;
    std::string_view port;
    if (rest.starts_with('[')) {
        const auto end = rest.find(']');
        if (end == std::string_view::npos || !isIpv6(rest.substr(1, end - 1)))
            return std::nullopt;
        place.host = rest.substr(1, end - 1);
        port = rest.substr(end + 1);
    } else {
        const auto colon = std::min(rest.find(':'), rest.size());
        if (!isHost(rest.substr(0, colon)))
            return std::nullopt;
        place.host = rest.substr(0, colon);
        port = rest.substr(colon);
    }
    if (port.empty()) {
        place.port = habit;
        return habit == 0 ? std::nullopt : std::optional{place};
    }
    if (port.size() < 2 || port.front() != ':')
        return std::nullopt;
    const auto number = readInt(port.substr(1));
    if (!number || *number < 1 || *number > 65535)
        return std::nullopt;
    place.port = static_cast<std::uint16_t>(*number);
    return place;
}

bool offers(const DriverFacts& driver, Bus bus)
{
    return std::ranges::find(driver.buses, bus) != driver.buses.end();
}

std::optional<DeviceAddress::Place> readPlace(
    const DriverFacts& driver, std::string_view bus, std::string_view rest, Options& options)
{
    if (bus == "tcp" && offers(driver, Bus::Tcp))
        return readTcp(rest, driver.port);
    if (bus == "serial" && offers(driver, Bus::Serial) && rest.starts_with('/')) {
        const auto line = takeLine(options, driver.line);
        return line ? std::optional<DeviceAddress::Place>{SerialPlace{std::string(rest), *line}}
                    : std::nullopt;
    }
    if (bus == "file" && offers(driver, Bus::File) && rest.starts_with('/'))
        return FilePlace{std::string(rest)};
    if ((bus == "http" || bus == "https") && offers(driver, Bus::Http) && !rest.empty()
        && rest.front() != '/' && rest.find_first_of("@#\\ ") == std::string_view::npos)
        return HttpPlace{std::string(bus) + "://" + std::string(rest)};
    return std::nullopt;
}

void addOption(std::string& text, std::string_view name, std::string_view value)
{
    text += text.find('?') == std::string::npos ? '?' : '&';
    text.append(name).append("=").append(value);
}

struct PlaceWriter {
    const DriverFacts& driver;

    std::string operator()(const TcpPlace& tcp) const
    {
        const bool bracket = tcp.host.find(':') != std::string::npos;
        return "+tcp://" + (bracket ? "[" + tcp.host + "]" : tcp.host) + ":"
            + std::to_string(tcp.port);
    }
    std::string operator()(const SerialPlace& serial) const
    {
        std::string text = "+serial://" + serial.path;
        const SerialLine& line = serial.line;
        const SerialLine& habit = driver.line;
        if (line.baud != habit.baud)
            addOption(text, "baud", std::to_string(line.baud));
        if (line.dataBits != habit.dataBits)
            addOption(text, "data", std::to_string(line.dataBits));
        if (line.parity != habit.parity)
            addOption(text, "parity", wordOf(kParities, line.parity));
        if (line.stopBits != habit.stopBits)
            addOption(text, "stop", std::to_string(line.stopBits));
        if (line.flow != habit.flow)
            addOption(text, "flow", wordOf(kFlows, line.flow));
        return text;
    }
    std::string operator()(const FilePlace& file) const { return "+file://" + file.path; }
    std::string operator()(const HttpPlace& http) const { return "+" + http.url; }
    std::string operator()(const NamedPlace& named) const { return ":" + named.name; }
};

}  // namespace

DeviceRole DeviceAddress::role() const
{
    const auto* facts = findDriver(driver);
    BL_ASSERT(facts);
    return facts->role;
}

std::string DeviceAddress::option(const std::string& name) const
{
    const auto found = options.find(name);
    return found == options.end() ? std::string() : found->second;
}

std::string DeviceAddress::toString() const
{
    const auto* facts = findDriver(driver);
    BL_ASSERT(facts);
    std::string text = driver + std::visit(PlaceWriter{*facts}, place);
    for (const auto& [name, value] : options)
        addOption(text, name, value);
    return text;
}

Result<DeviceAddress> DeviceAddress::parse(std::string_view text)
{
    const Error invalid{ErrorCode::DeviceAddressInvalid, {std::string(text)}};
    if (hasControlCharacter(text))
        return invalid;
    const auto word = std::min(text.find_first_of("+:"), text.size());
    const auto* driver = findDriver(text.substr(0, word));
    if (!driver || word == text.size())
        return invalid;
    DeviceAddress address;
    address.driver = driver->name;
    if (text[word] == ':') {
        if (!offers(*driver, Bus::Named))
            return invalid;
        address.place = NamedPlace{std::string(text.substr(word + 1))};
        return address;
    }
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos || scheme < word)
        return invalid;
    const auto bus = text.substr(word + 1, scheme - word - 1);
    std::string_view rest = text.substr(scheme + 3);
    const auto question = std::min(rest.find('?'), rest.size());
    auto options =
        question == rest.size() ? std::optional{Options{}} : readOptions(rest.substr(question + 1));
    if (!options || question + 1 == rest.size())
        return invalid;
    auto place = readPlace(*driver, bus, rest.substr(0, question), *options);
    if (!place)
        return invalid;
    address.place = *std::move(place);
    for (const auto& [name, value] : *options) {
        if (std::ranges::find(driver->options, name) == driver->options.end())
            return invalid;
    }
    address.options = *std::move(options);
    return address;
}

Result<DeviceAddress> DeviceAddress::parse(std::string_view text, DeviceRole role)
{
    BL_TRY(auto address, parse(text));
    if (address.role() != role)
        return Error{ErrorCode::DeviceAddressInvalid, {std::string(text)}};
    return address;
}

}  // namespace bl
