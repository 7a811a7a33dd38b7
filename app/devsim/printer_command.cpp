#include "app/devsim/printer_command.h"

#include "core/base/hex.h"
#include "core/base/json.h"
#include "devices/sim/fault_command.h"
#include "devices/sim/paper_strip.h"
#include "devices/sim/printer_simulator.h"
#include "devices/transport/cancellation.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <poll.h>
#include <unistd.h>

namespace bl::devsim {

namespace {

namespace fs = std::filesystem;

/// Asked for by a signal: requesting it is one write(), which signal handlers may do.
Cancellation& stop()
{
    static Cancellation asked;
    return asked;
}

void onSignal(int)
{
    stop().request();
}

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

class EventPrinter {
public:
    void print(const Json& event)
    {
        const std::lock_guard lock(m_mutex);
        std::printf("%s\n", dumpJson(event).c_str());
        std::fflush(stdout);
    }

private:
    std::mutex m_mutex;
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
    if (const auto* ended = std::get_if<sim::ComputerDisconnected>(&event))
        return {{"event", "disconnected"}, {"bytes", ended->bytes}};
    return {{"event", "connected"}};
}

/// Reads standard input line by line until a signal comes.
class CommandInput {
public:
    template <typename Handler>
    void run(Handler handle)
    {
        for (;;) {
            std::array<pollfd, 2> waiting{
                {{m_open ? STDIN_FILENO : -1, POLLIN, 0}, {stop().descriptor(), POLLIN, 0}}};
            const int ready = ::poll(waiting.data(), waiting.size(), -1);
            if (stop().isRequested())
                return;
            if (ready <= 0)
                continue;
            std::array<char, 4096> bytes{};
            const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
            if (count <= 0) {
                m_open = count < 0 && errno == EINTR;
                continue;
            }
            m_pending.append(bytes.data(), static_cast<std::size_t>(count));
            for (auto end = m_pending.find('\n'); end != std::string::npos;
                 end = m_pending.find('\n')) {
                const std::string line = m_pending.substr(0, end);
                m_pending.erase(0, end + 1);
                if (!line.empty())
                    handle(line);
            }
        }
    }

private:
    std::string m_pending;
    bool m_open = true;
};

/// SIGTERM and SIGINT make stop() readable, whichever thread they reach.
void catchSignals()
{
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

const char* sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PortInUse: return "another program listens there already";
    case ErrorCode::InvalidAddress: return "not a numeric address of this machine's loopback";
    default: return "cannot listen there";
    }
}

}  // namespace

int runPrinter(const PrinterCommand& command)
{
    ReceiptFolder folder(command.pngDirectory, command.textDirectory);
    if (const auto problem = folder.prepare(); !problem.empty()) {
        std::fprintf(stderr, "branchline-devsim: %s\n", problem.c_str());
        return kExitCannotWrite;
    }
    stop();
    catchSignals();
    EventPrinter events;
    auto simulator =
        sim::PrinterSimulator::start(command.host, command.port, command.shape, command.paperMm,
            [&](sim::SimulatorEvent event) { events.print(describeEvent(event, folder)); });
    if (!simulator) {
        std::fprintf(stderr, "branchline-devsim: %s:%d: %s\n", command.host.c_str(), command.port,
            sentence(simulator.error().code));
        return kExitCannotListen;
    }
    events.print(
        {{"event", "listening"}, {"address", command.host}, {"port", (*simulator)->port()}});

    CommandInput input;
    input.run([&](const std::string& line) {
        const auto faults = sim::applyFault((*simulator)->faults(), line);
        if (!faults)
            return events.print({{"event", "error"}, {"message", describe(faults.error())}});
        (*simulator)->setFaults(*faults);
        events.print({{"event", "faults-set"}});
    });
    return 0;
}

}  // namespace bl::devsim
