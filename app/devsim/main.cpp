#include "app/devsim/printer_command.h"

#include <QGuiApplication>

#include <charconv>
#include <cstdio>
#include <optional>
#include <span>
#include <string_view>

namespace {

using bl::devsim::PrinterCommand;
using bl::sim::PaperEncoding;

constexpr const char* kHelp =
    R"(branchline-devsim: simulated devices, on this machine's loopback only

  branchline-devsim printer --png DIR [--listen 127.0.0.1:9100] [--text DIR]
                            [--paper 80|58] [--encoding gb18030|gbk|big5|utf8]

printer   a receipt printer that speaks ESC/POS over TCP. Each receipt becomes a PNG in DIR, and a text
          in the directory of --text (the same one where it is not given). Port 0 takes a free port.

Standard output has one JSON object a line: listening (with the port), connected, drawer, receipt (file,
text, cut), unknown (bytes), disconnected, faults-set, error.
Standard input takes faults, one JSON object a line, which add up until they are cleared:
  {"fault":"paper-out"}                     {"fault":"paper-out","afterLines":5}
  {"fault":"paper-near"}                    {"fault":"cover"}
  {"fault":"mute"}                          {"fault":"slow","bytesPerSecond":500}
  {"fault":"drop-after","bytes":200}        {"fault":"clear"}

Exit status: 0 ended by SIGTERM or SIGINT, 2 wrong arguments, 3 cannot listen there, 4 cannot write to the
directory.
)";

int wrongUsage(const char* what, std::string_view value)
{
    std::fprintf(stderr, "branchline-devsim: %s: %.*s (see --help)\n", what,
        static_cast<int>(value.size()), value.data());
    return bl::devsim::kExitUsage;
}

bool readListen(std::string_view text, PrinterCommand& command)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const std::string_view port = text.substr(colon + 1);
    const auto [end, problem] =
        std::from_chars(port.data(), port.data() + port.size(), command.port);
    command.host = host;
    return problem == std::errc{} && end == port.data() + port.size() && !host.empty();
}

std::optional<PaperEncoding> encodingOf(std::string_view name)
{
    if (name == "gb18030")
        return PaperEncoding::Gb18030;
    if (name == "gbk")
        return PaperEncoding::Gbk;
    if (name == "big5")
        return PaperEncoding::Big5;
    if (name == "utf8")
        return PaperEncoding::Utf8;
    return std::nullopt;
}

int printer(std::span<char* const> arguments)
{
    PrinterCommand command;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string_view option = arguments[i];
        if (i + 1 == arguments.size())
            return wrongUsage("needs a value", option);
        const std::string_view value = arguments[i + 1];
        if (option == "--listen") {
            if (!readListen(value, command))
                return wrongUsage("not ADDRESS:PORT", value);
        } else if (option == "--png") {
            command.pngDirectory = value;
        } else if (option == "--text") {
            command.textDirectory = value;
        } else if (option == "--paper" && (value == "80" || value == "58")) {
            command.paperMm = value == "80" ? 80 : 58;
            command.shape.pixels = value == "80" ? 576 : 384;
            command.shape.columns = value == "80" ? 48 : 32;
        } else if (option == "--encoding" && encodingOf(value)) {
            command.shape.encoding = *encodingOf(value);
        } else {
            return wrongUsage("unknown option or value", option);
        }
    }
    if (command.pngDirectory.empty())
        return wrongUsage("missing", "--png DIR");
    if (command.textDirectory.empty())
        command.textDirectory = command.pngDirectory;
    return bl::devsim::runPrinter(command);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::span arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    for (const std::string_view argument : arguments) {
        if (argument == "--help" || argument == "-h") {
            std::fputs(kHelp, stdout);
            return 0;
        }
        if (argument == "--version") {
            std::puts("branchline-devsim " BRANCHLINE_VERSION);
            return 0;
        }
    }
    if (arguments.empty())
        return wrongUsage("which device", "printer");
    if (std::string_view(arguments[0]) != "printer")
        return wrongUsage("unknown device", arguments[0]);
    // Pictures need fonts and no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return printer(arguments.subspan(1));
}
