#include "app/devsim/counter_commands.h"

#include "app/devsim/simulation.h"
#include "devices/sim/display_picture.h"
#include "devices/sim/simulated_readers.h"
#include "devices/sim/simulated_scale.h"
#include "devices/sim/virtual_card.h"

#include <QSaveFile>
#include <QString>

#include <charconv>
#include <memory>
#include <string>

namespace bl::devsim {

namespace {

using OptionTaker = std::function<bool(std::string_view option, std::string_view value)>;

bool noOption(std::string_view, std::string_view)
{
    return false;
}

template <typename Device>
int runReader(std::span<char* const> arguments)
{
    sim::SimPlug plug = sim::TcpPlug{};
    if (const int read = readOptions(arguments, plug, noOption); read != 0)
        return read;
    EventPrinter events;
    return runDevice(plug, std::make_unique<Device>(), events);
}

Json describePicture(const sim::DisplayPicture& picture, const QString& png)
{
    Json event{{"event", "display"}, {"lines", {picture.lines[0], picture.lines[1]}},
        {"lamp", std::string(1, picture.lamp)}};
    if (png.isEmpty())
        return event;
    QSaveFile file(png);
    const bool saved = file.open(QIODevice::WriteOnly)
        && sim::drawDisplay(picture).save(&file, "PNG") && file.commit();
    if (!saved)
        return {{"event", "error"}, {"message", "cannot write " + png.toStdString()}};
    event["file"] = png.toStdString();
    return event;
}

bool readAddress(std::string_view text, std::string& host, std::uint16_t& port)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    host = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return problem == std::errc{} && end == digits.data() + digits.size();
}

}  // namespace

int runScanner(std::span<char* const> arguments)
{
    return runReader<sim::SimulatedScanner>(arguments);
}

int runStripe(std::span<char* const> arguments)
{
    return runReader<sim::SimulatedStripe>(arguments);
}

int runRfid(std::span<char* const> arguments)
{
    return runReader<sim::SimulatedRfid>(arguments);
}

int runScale(std::span<char* const> arguments)
{
    sim::SimPlug plug = sim::TcpPlug{};
    auto language = sim::ScaleLanguage::Toledo;
    std::string unit = "kg";
    const int read =
        readOptions(arguments, plug, [&](std::string_view option, std::string_view value) {
            if (option == "--unit" && (value == "kg" || value == "lb")) {
                unit = value;
                return true;
            }
            const auto found = sim::findScaleLanguage(value);
            if (option != "--protocol" || !found)
                return false;
            language = *found;
            return true;
        });
    if (read != 0)
        return read;
    EventPrinter events;
    return runDevice(plug, std::make_unique<sim::SimulatedScale>(language, unit), events);
}

int runDisplay(std::span<char* const> arguments)
{
    sim::SimPlug plug = sim::TcpPlug{};
    auto model = sim::DisplayModel::Cd5220;
    QString png;
    const int read =
        readOptions(arguments, plug, [&](std::string_view option, std::string_view value) {
            if (option == "--png") {
                png = QString::fromLocal8Bit(value.data(), static_cast<qsizetype>(value.size()));
                return true;
            }
            if (option != "--model" || (value != "cd5220" && value != "led8"))
                return false;
            model = value == "led8" ? sim::DisplayModel::Led8 : sim::DisplayModel::Cd5220;
            return true;
        });
    if (read != 0)
        return read;
    EventPrinter events;
    return runDevice(plug,
        std::make_unique<sim::SimulatedDisplay>(model,
            [&](const sim::DisplayPicture& picture) {
                events.print(describePicture(picture, png));
            }),
        events);
}

int runCard(std::span<char* const> arguments)
{
    std::string host = "127.0.0.1";
    std::uint16_t port = 35963;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string_view option = arguments[i];
        if (option != "--vpcd" || i + 1 == arguments.size())
            return wrongUsage("unknown option or no value", option);
        if (!readAddress(arguments[i + 1], host, port))
            return wrongUsage("not ADDRESS:PORT", arguments[i + 1]);
    }
    EventPrinter events;
    sim::VirtualCard card(host, port);
    events.print(Json{{"event", "listening"}, {"vpcd", host + ":" + std::to_string(port)}});
    serveCommands(events, [&card](const Json& command) { return card.obey(command); });
    return 0;
}

}  // namespace bl::devsim
