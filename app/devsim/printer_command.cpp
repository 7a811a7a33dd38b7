#include "app/devsim/printer_command.h"

#include "app/devsim/paper_folder.h"
#include "app/devsim/receipt_window.h"
#include "app/devsim/simulation.h"
#include "core/base/hex.h"
#include "core/base/json.h"
#include "devices/sim/fault_command.h"
#include "devices/sim/paper_strip.h"
#include "devices/sim/printer_simulator.h"

#include <QApplication>

#include <algorithm>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace bl::devsim {

namespace {

/// `window` may be none.
Json saveReceipt(const sim::ReceiptPrinted& receipt, PaperFolder& folder, ReceiptWindow* window)
{
    const QImage paper = sim::drawPaper(receipt.strip);
    if (window)
        window->add(paper);
    Json event = folder.save(paper, sim::paperText(receipt.strip));
    if (event["event"] == "receipt")
        event["cut"] = receipt.end == sim::PaperEnd::Cut;
    return event;
}

Json describeEvent(const sim::SimulatorEvent& event, PaperFolder& folder, ReceiptWindow* window)
{
    if (const auto* receipt = std::get_if<sim::ReceiptPrinted>(&event))
        return saveReceipt(*receipt, folder, window);
    if (const auto* drawer = std::get_if<sim::DrawerOpened>(&event))
        return {{"event", "drawer"}, {"connector", drawer->kick.connector},
            {"milliseconds", drawer->kick.onMs}};
    if (const auto* stray = std::get_if<sim::StrayBytes>(&event))
        return {{"event", "unknown"}, {"bytes", toHex(stray->bytes)}};
    if (const auto* ended = std::get_if<sim::SimulatorHost::Disconnected>(&event))
        return {{"event", "disconnected"}, {"bytes", ended->bytes}};
    return {{"event", "connected"}};
}

std::optional<sim::PaperEncoding> encodingOf(std::string_view name)
{
    if (name == "gb18030")
        return sim::PaperEncoding::Gb18030;
    if (name == "gbk")
        return sim::PaperEncoding::Gbk;
    if (name == "big5")
        return sim::PaperEncoding::Big5;
    if (name == "utf8")
        return sim::PaperEncoding::Utf8;
    return std::nullopt;
}

/// `branchline-devsim printer`: what its command line asks for.
struct PrinterCommand {
    sim::SimPlug plug = sim::TcpPlug{"127.0.0.1", 9100};
    std::string pngDirectory;
    std::string textDirectory;
    sim::PaperShape shape;
    int paperMm = 80;

    bool take(std::string_view option, std::string_view value)
    {
        if (option == "--png") {
            pngDirectory = value;
        } else if (option == "--text") {
            textDirectory = value;
        } else if (option == "--paper" && (value == "80" || value == "58")) {
            paperMm = value == "80" ? 80 : 58;
            shape.pixels = value == "80" ? 576 : 384;
            shape.columns = value == "80" ? 48 : 32;
        } else if (option == "--encoding" && encodingOf(value)) {
            shape.encoding = *encodingOf(value);
        } else {
            return false;
        }
        return true;
    }
};

}  // namespace

int runPrinter(std::span<char* const> arguments)
{
    PrinterCommand command;
    std::vector<char*> pairs(arguments.begin(), arguments.end());
    const bool wantsWindow =
        std::erase_if(pairs, [](std::string_view one) { return one == kWindowOption; }) > 0;
    const int read =
        readOptions(pairs, command.plug, [&](std::string_view option, std::string_view value) {
            return command.take(option, value);
        });
    if (read != 0)
        return read;
    if (command.pngDirectory.empty())
        return wrongUsage("missing", "--png DIR");
    if (command.textDirectory.empty())
        command.textDirectory = command.pngDirectory;
    PaperFolder folder("receipt", command.pngDirectory, command.textDirectory);
    if (const auto problem = folder.prepare(); !problem.empty())
        return cannotWrite(problem);
    EventPrinter events;
    std::optional<ReceiptWindow> window;
    if (wantsWindow)
        window.emplace().show();
    auto simulator = sim::PrinterSimulator::start(
        command.plug, command.shape, command.paperMm, [&](sim::SimulatorEvent event) {
            events.print(describeEvent(event, folder, window ? &*window : nullptr));
        });
    if (!simulator)
        return cannotListen(command.plug, simulator.error());
    events.listening(command.plug, (*simulator)->line());
    const auto serveIt = [&] {
        serve((*simulator)->line(), events, [&](const Json& order) -> Result<void> {
            BL_TRY(auto faults, sim::applyFault((*simulator)->faults(), order));
            (*simulator)->setFaults(faults);
            return {};
        });
    };
    if (!window) {
        serveIt();
        return 0;
    }
    // Windows live on the first thread; closing this one ends the program.
    std::thread serving([&] {
        serveIt();
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QApplication::exec();
    endServing();
    serving.join();
    return 0;
}

}  // namespace bl::devsim
