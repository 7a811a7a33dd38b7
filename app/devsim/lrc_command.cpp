#include "app/devsim/lrc_command.h"

#include "app/devsim/simulation.h"
#include "devices/sim/simulated_lrc_terminal.h"

#include <string>

namespace bl::devsim {

namespace {

const char* wordOfKind(char kind)
{
    if (kind == 'C')
        return "payment";
    return kind == 'V' ? "reversal" : "refund";
}

}  // namespace

int runLrc(std::span<char* const> arguments)
{
    sim::SimPlug plug = sim::TcpPlug{"127.0.0.1", 20082};
    std::string profile = "unionpay";
    const int read =
        readOptions(arguments, plug, [&](std::string_view option, std::string_view value) {
            if (option == "--profile")
                profile = value;
            return option == "--profile";
        });
    if (read != 0)
        return read;
    EventPrinter events;
    auto simulator =
        sim::LrcSimulator::start(plug, profile, [&](const sim::LrcSimulator::Event& event) {
            if (const auto* line = std::get_if<sim::SimulatorHost::Event>(&event))
                return events.print(*line);
            const auto& booking = std::get<sim::LrcBooking>(event);
            events.print(Json{{"event", "booked"}, {"kind", wordOfKind(booking.kind)},
                {"amount", booking.amount}, {"result", booking.result}, {"trace", booking.trace},
                {"time", booking.time}});
        });
    if (!simulator)
        return simulator.error().code == ErrorCode::NotFound
            ? wrongUsage("unknown profile", profile)
            : cannotListen(plug, simulator.error());
    events.listening(plug, (*simulator)->line());
    serve((*simulator)->line(), events, [&](const Json& order) -> Result<void> {
        BL_TRY(const auto faults, sim::applyLrcFault((*simulator)->faults(), order));
        (*simulator)->setFaults(faults);
        return {};
    });
    return 0;
}

}  // namespace bl::devsim
