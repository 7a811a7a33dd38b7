#include "app/devsim/http_commands.h"

#include "app/devsim/simulation.h"
#include "devices/sim/codes_simulator.h"
#include "devices/sim/nexo_simulator.h"

#include <charconv>
#include <string>

namespace bl::devsim {

namespace {

/// Gives 0 or the exit status; only sockets carry HTTP.
int readHttpOptions(std::span<char* const> arguments, sim::TcpPlug& plug, sim::HttpProof& proof,
    const std::function<bool(std::string_view option, std::string_view value)>& take)
{
    sim::SimPlug any = plug;
    const auto takeAll = [&](std::string_view option, std::string_view value) {
        if (value.empty() || (option != "--tls-cert" && option != "--tls-key"))
            return take(option, value);
        (option == "--tls-key" ? proof.keyFile : proof.certFile) = value;
        return true;
    };
    if (const int read = readOptions(arguments, any, takeAll); read != 0)
        return read;
    if (proof.certFile.empty() != proof.keyFile.empty())
        return wrongUsage("needs the other one too", "--tls-cert, --tls-key");
    const auto* tcp = std::get_if<sim::TcpPlug>(&any);
    if (!tcp)
        return wrongUsage("no serial device", "--pty");
    plug = *tcp;
    return 0;
}

void listening(EventPrinter& events, const sim::TcpPlug& plug, std::uint16_t port)
{
    events.print(Json{{"event", "listening"}, {"address", plug.host}, {"port", port}});
}

}  // namespace

int runCodes(std::span<char* const> arguments)
{
    sim::TcpPlug plug{"127.0.0.1", 20080};
    sim::CodesHabits habits;
    const int read = readHttpOptions(
        arguments, plug, habits.proof, [&](std::string_view option, std::string_view value) {
            if (value.empty() || (option != "--merchant" && option != "--key"))
                return false;
            (option == "--key" ? habits.key : habits.merchant) = value;
            return true;
        });
    if (read != 0)
        return read;
    EventPrinter events;
    auto simulator =
        sim::CodesSimulator::start(plug, habits, [&](const sim::CodesSimulator::Served& served) {
            events.print(Json{{"event", "served"}, {"method", served.method},
                {"target", served.target}, {"status", served.status}});
        });
    if (!simulator)
        return cannotListen(plug, simulator.error());
    listening(events, plug, (*simulator)->port());
    serveCommands(events, [&](const Json& order) -> Result<void> {
        BL_TRY(const auto faults, sim::applyCodesFault((*simulator)->faults(), order));
        (*simulator)->setFaults(faults);
        return {};
    });
    return 0;
}

int runNexo(std::span<char* const> arguments)
{
    sim::TcpPlug plug{"127.0.0.1", 20081};
    sim::NexoHabits habits;
    habits.step = std::chrono::milliseconds{1'000};
    const int read = readHttpOptions(
        arguments, plug, habits.proof, [&](std::string_view option, std::string_view value) {
            int step = 0;
            const auto [end, problem] =
                std::from_chars(value.data(), value.data() + value.size(), step);
            if (option == "--poi" && !value.empty())
                habits.poi = value;
            else if (option == "--key")
                habits.key = value;
            else if (option == "--currency" && value.size() == 3)
                habits.currency = value;
            else if (option == "--step" && problem == std::errc{}
                && end == value.data() + value.size() && step >= 0)
                habits.step = std::chrono::milliseconds{step};
            else
                return false;
            return true;
        });
    if (read != 0)
        return read;
    EventPrinter events;
    auto simulator = sim::NexoSimulator::start(plug, habits, [&](const sim::NexoBooking& booking) {
        events.print(Json{{"event", "booked"}, {"kind", booking.kind}, {"amount", booking.amount},
            {"condition", booking.condition}, {"service", booking.service},
            {"transaction", booking.transaction}});
    });
    if (!simulator)
        return cannotListen(plug, simulator.error());
    listening(events, plug, (*simulator)->port());
    serveCommands(events, [&](const Json& order) -> Result<void> {
        BL_TRY(const auto faults, sim::applyNexoFault((*simulator)->faults(), order));
        (*simulator)->setFaults(faults);
        return {};
    });
    return 0;
}

}  // namespace bl::devsim
