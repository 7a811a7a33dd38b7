#include "app/devsim/label_command.h"

#include "app/devsim/paper_folder.h"
#include "app/devsim/simulation.h"
#include "devices/sim/simulated_label_printer.h"

#include <charconv>
#include <cstdio>
#include <memory>
#include <string>

namespace bl::devsim {

namespace {

/// `branchline-devsim label`: what its command line asks for.
struct LabelCommandLine {
    sim::SimPlug plug = sim::TcpPlug{"127.0.0.1", 9101};
    std::string pngDirectory;
    std::string textDirectory;
    int dotsPerMm = 8;
    std::chrono::milliseconds step{500};

    bool take(std::string_view option, std::string_view value)
    {
        int ms = 0;
        const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), ms);
        if (option == "--png")
            pngDirectory = value;
        else if (option == "--text")
            textDirectory = value;
        else if (option == "--dpi" && (value == "203" || value == "300"))
            dotsPerMm = value == "203" ? 8 : 12;
        else if (option == "--step" && problem == std::errc{} && end == value.data() + value.size()
            && ms >= 0)
            step = std::chrono::milliseconds(ms);
        else
            return false;
        return true;
    }
};

}  // namespace

int runLabel(std::span<char* const> arguments)
{
    LabelCommandLine command;
    const int read =
        readOptions(arguments, command.plug, [&](std::string_view option, std::string_view value) {
            return command.take(option, value);
        });
    if (read != 0)
        return read;
    if (command.pngDirectory.empty())
        return wrongUsage("missing", "--png DIR");
    if (command.textDirectory.empty())
        command.textDirectory = command.pngDirectory;
    PaperFolder folder("label", command.pngDirectory, command.textDirectory);
    if (const auto problem = folder.prepare(); !problem.empty())
        return cannotWrite(problem);
    EventPrinter events;
    return runDevice(command.plug,
        std::make_unique<sim::SimulatedLabelPrinter>(command.dotsPerMm, command.step,
            [&](const std::variant<sim::PrintedLabel, sim::LabelUnknown>& what) {
                if (const auto* label = std::get_if<sim::PrintedLabel>(&what))
                    events.print(folder.save(label->picture, label->text));
                else
                    events.print(Json{
                        {"event", "unknown"}, {"bytes", std::get<sim::LabelUnknown>(what).line}});
            }),
        events);
}

}  // namespace bl::devsim
