#include "devices/discovery/device_descriptor.h"

#include "devices/slot/driver_factory.h"

#include <algorithm>
#include <optional>

namespace bl {

namespace {

std::optional<DeviceAddress::Place> placeOf(
    const DriverFacts& driver, Bus bus, const std::string& place)
{
    switch (bus) {
    case Bus::Serial: return SerialPlace{place, driver.line};
    case Bus::File: return FilePlace{place};
    case Bus::Tcp: return TcpPlace{place, driver.port};
    case Bus::Http:
    case Bus::Named: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::string_view placeName(FoundAt place)
{
    switch (place) {
    case FoundAt::Serial: return "serial";
    case FoundAt::Usb: return "usb";
    case FoundAt::Network: return "network";
    case FoundAt::Queue: return "queue";
    case FoundAt::Reader: return "reader";
    case FoundAt::Program: return "program";
    }
    return {};
}

std::vector<DeviceSuggestion> suggestionsFor(
    Bus bus, const std::string& place, std::span<const DeviceRole> roles)
{
    std::vector<DeviceSuggestion> suggestions;
    for (const auto& driver : driverCatalogue()) {
        const bool wanted = roles.empty() || std::ranges::find(roles, driver.role) != roles.end();
        if (!wanted || !canDrive(driver.name)
            || std::ranges::find(driver.buses, bus) == driver.buses.end())
            continue;
        auto where = placeOf(driver, bus, place);
        if (!where)
            continue;
        const DeviceAddress address{std::string(driver.name), *std::move(where), {}};
        suggestions.push_back({driver.role, address.toString()});
    }
    return suggestions;
}

}  // namespace bl
