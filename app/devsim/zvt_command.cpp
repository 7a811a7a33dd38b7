#include "app/devsim/zvt_command.h"

#include "app/devsim/simulation.h"
#include "devices/sim/zvt_simulator.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace bl::devsim {

namespace {

constexpr std::int64_t kLongestMs = 3'600'000;

std::optional<std::chrono::milliseconds> millisecondsOf(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || value < 0
        || value > kLongestMs)
        return std::nullopt;
    return std::chrono::milliseconds(value);
}

bool areDigits(std::string_view text, std::size_t shortest, std::size_t longest)
{
    return text.size() >= shortest && text.size() <= longest
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// `branchline-devsim zvt`: what its command line asks for.
struct ZvtCommand {
    sim::SimPlug plug = sim::TcpPlug{"127.0.0.1", 20007};
    sim::ZvtHabits habits = {.step = std::chrono::milliseconds{300}};

    bool take(std::string_view option, std::string_view value)
    {
        const auto ms = millisecondsOf(value);
        if (option == "--password" && areDigits(value, 6, 6))
            habits.password = value;
        else if (option == "--card" && areDigits(value, 13, 19))
            habits.card = value;
        else if (option == "--step" && ms)
            habits.step = *ms;
        else if (option == "--linger" && ms)
            habits.linger = *ms;
        else if (option == "--on-loss" && (value == "goes-on" || value == "gives-up"))
            habits.onLoss = value == "goes-on" ? sim::ZvtHabits::OnLoss::GoesOn
                                               : sim::ZvtHabits::OnLoss::GivesUp;
        else
            return false;
        return true;
    }
};

const char* kindOf(sim::ZvtBooking::Kind kind)
{
    switch (kind) {
    case sim::ZvtBooking::Kind::Payment: return "payment";
    case sim::ZvtBooking::Kind::Reversal: return "reversal";
    case sim::ZvtBooking::Kind::Refund: return "refund";
    }
    return "";
}

Json describeZvt(const sim::SimulatedZvtTerminal::Event& event)
{
    if (const auto* shows = std::get_if<sim::SimulatedZvtTerminal::Shows>(&event))
        return {{"event", "shows"}, {"text", shows->text}};
    const auto& booking = std::get<sim::ZvtBooking>(event);
    return {{"event", "booked"}, {"kind", kindOf(booking.kind)}, {"amount", booking.amount},
        {"result", booking.result}, {"trace", booking.trace}, {"receipt", booking.receipt},
        {"time", booking.time}};
}

}  // namespace

int runZvt(std::span<char* const> arguments)
{
    ZvtCommand command;
    const int read =
        readOptions(arguments, command.plug, [&](std::string_view option, std::string_view value) {
            return command.take(option, value);
        });
    if (read != 0)
        return read;
    EventPrinter events;
    auto simulator = sim::ZvtSimulator::start(
        command.plug, command.habits, [&](const sim::ZvtSimulator::Event& event) {
            if (const auto* line = std::get_if<sim::SimulatorHost::Event>(&event))
                events.print(*line);
            else
                events.print(describeZvt(std::get<sim::SimulatedZvtTerminal::Event>(event)));
        });
    if (!simulator)
        return cannotListen(command.plug, simulator.error());
    events.listening(command.plug, (*simulator)->line());
    serve((*simulator)->line(), events, [&](const Json& order) -> Result<void> {
        BL_TRY(const auto faults, sim::applyZvtFault((*simulator)->faults(), order));
        (*simulator)->setFaults(faults);
        return {};
    });
    return 0;
}

}  // namespace bl::devsim
