#include "app/devsim/printer_command.h"

#include "app/devsim/simulation.h"
#include "core/base/hex.h"
#include "core/base/json.h"
#include "devices/sim/fault_command.h"
#include "devices/sim/paper_strip.h"
#include "devices/sim/printer_simulator.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <unistd.h>

namespace bl::devsim {

namespace {

namespace fs = std::filesystem;

std::string receiptName(int number, const char* suffix)
{
    std::array<char, 40> name{};
    std::snprintf(name.data(), name.size(), "receipt-%06d%s", number, suffix);
    return name.data();
}

/// Where receipts go, numbered on from those of earlier runs. A file appears whole under its name
/// or not at all.
class ReceiptFolder {
public:
    ReceiptFolder(fs::path pngs, fs::path texts)
        : m_pngs(std::move(pngs))
        , m_texts(std::move(texts))
    {
    }

    /// What is wrong with the folders; empty where nothing is.
    std::string prepare() const
    {
        for (const auto& folder : {m_pngs, m_texts}) {
            std::error_code problem;
            fs::create_directories(folder, problem);
            if (problem)
                return folder.string() + ": " + problem.message();
            if (::access(folder.c_str(), W_OK) != 0)
                return folder.string() + ": not writable";
        }
        return {};
    }

    Json save(const sim::ReceiptPrinted& receipt)
    {
        do {
            ++m_last;
        } while (fs::exists(m_pngs / receiptName(m_last, ".png"))
            || fs::exists(m_texts / receiptName(m_last, ".txt")));
        const fs::path png = m_pngs / receiptName(m_last, ".png");
        const fs::path text = m_texts / receiptName(m_last, ".txt");
        const auto written = savePng(png, receipt.strip) && saveText(text, receipt.strip);
        if (!written)
            return {{"event", "error"}, {"message", "cannot write " + png.string()}};
        return {{"event", "receipt"}, {"file", png.string()}, {"text", text.string()},
            {"cut", receipt.end == sim::PaperEnd::Cut}};
    }

private:
    static bool savePng(const fs::path& file, const sim::PaperStrip& strip)
    {
        QSaveFile out(QString::fromStdString(file.string()));
        return out.open(QIODevice::WriteOnly) && sim::drawPaper(strip).save(&out, "PNG")
            && out.commit();
    }

    static bool saveText(const fs::path& file, const sim::PaperStrip& strip)
    {
        QSaveFile out(QString::fromStdString(file.string()));
        return out.open(QIODevice::WriteOnly)
            && out.write(QByteArray::fromStdString(sim::paperText(strip))) >= 0 && out.commit();
    }

    fs::path m_pngs;
    fs::path m_texts;
    int m_last = 0;
};

Json describeEvent(const sim::SimulatorEvent& event, ReceiptFolder& folder)
{
    if (const auto* receipt = std::get_if<sim::ReceiptPrinted>(&event))
        return folder.save(*receipt);
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
    ReceiptFolder folder(command.pngDirectory, command.textDirectory);
    if (const auto problem = folder.prepare(); !problem.empty()) {
        std::fprintf(stderr, "branchline-devsim: %s\n", problem.c_str());
        return kExitCannotWrite;
    }
    EventPrinter events;
    auto simulator = sim::PrinterSimulator::start(command.plug, command.shape, command.paperMm,
        [&](sim::SimulatorEvent event) { events.print(describeEvent(event, folder)); });
    if (!simulator)
        return cannotListen(command.plug, simulator.error());
    events.listening(command.plug, (*simulator)->line());
    serve((*simulator)->line(), events, [&](const Json& order) -> Result<void> {
        BL_TRY(auto faults, sim::applyFault((*simulator)->faults(), order));
        (*simulator)->setFaults(faults);
        return {};
    });
    return 0;
}

}  // namespace bl::devsim
