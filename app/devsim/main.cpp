#include "app/devsim/counter_commands.h"
#include "app/devsim/http_commands.h"
#include "app/devsim/label_command.h"
#include "app/devsim/lrc_command.h"
#include "app/devsim/printer_command.h"
#include "app/devsim/simulation.h"
#include "app/devsim/zvt_command.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string_view>

namespace {

constexpr const char* kHelp =
    R"(branchline-devsim: simulated devices, on this machine's loopback only

  branchline-devsim printer --png DIR [--listen 127.0.0.1:9100] [--text DIR]
                            [--paper 80|58] [--encoding gb18030|gbk|big5|utf8] [--window]
  branchline-devsim label --png DIR [--listen 127.0.0.1:9101] [--text DIR] [--dpi 203|300] [--step MS]
  branchline-devsim zvt [--listen 127.0.0.1:20007] [--password 000000] [--card DIGITS] [--step MS]
                        [--linger MS] [--on-loss goes-on|gives-up]
  branchline-devsim codes [--listen 127.0.0.1:20080] [--merchant M1] [--key secret] [--tls-cert FILE --tls-key FILE]
  branchline-devsim nexo [--listen 127.0.0.1:20081] [--poi P1] [--key KEY] [--currency CNY] [--step MS] [--tls-cert FILE --tls-key FILE]
  branchline-devsim lrc [--listen 127.0.0.1:20082] [--profile unionpay]
  branchline-devsim scanner | stripe | rfid
  branchline-devsim scale   [--protocol toledo|nci|a&d|reversed|plain|framed|labelled] [--unit kg|lb]
  branchline-devsim display [--model cd5220|led8] [--png FILE]
  branchline-devsim card    [--vpcd 127.0.0.1:35963]

printer   a receipt printer that speaks ESC/POS. Each receipt becomes a PNG in DIR, and a text in the
          directory of --text (the same one where it is not given). --window shows them as they come.
label     a label printer that speaks TSPL (tspl+tcp://127.0.0.1:9101). Each label becomes a PNG and a text; --step is
          the time that it takes.
zvt       a payment terminal that speaks ZVT and keeps its own books. Customers pay at once; --step is the
          time between two of its messages, --linger what it takes to end a payment whose line is gone.
codes     a gateway for payment codes over HTTP (codes+http://127.0.0.1:20080/v1?merchant=M1); customers confirm at once
nexo      a payment terminal that speaks nexo over HTTP (nexo+http://127.0.0.1:20081/?poi=P1&sale=S1)
lrc       an acquirer's terminal with length-framed messages, by the table of its family
scanner, stripe, rfid   a scanner, a reader of magnetic stripes and one of chips, on a serial line
scale     a scale on a serial line
display   a customer display; each picture is an event with its two lines, and a PNG in FILE
card      a contactless card with MIFARE blocks for the virtual reader of vsmartcard (vpcd)

Every device but the card takes --listen ADDRESS:PORT (port 0 takes a free one), and those on lines --pty LINK, which makes a serial
port of its own and a symbolic link to it.
Standard output has one JSON object a line: listening (with the port or the link), connected,
disconnected, done or error for each line of input, and what happens at the device: drawer, receipt (file,
text, cut), label (file, text), unknown (bytes), shows (text), booked (kind, amount, result, trace, receipt, time), served (method, target,
status).
Standard input takes faults, one JSON object a line, which add up until they are cleared. For every device on a line:
  {"fault":"mute"}     takes all and answers nothing      {"fault":"slow","bytesPerSecond":500}
  {"fault":"drop-after","bytes":200}   breaks off         {"fault":"unplug"}  {"fault":"plug-in"}
  {"fault":"clear"}
printer:
  {"fault":"paper-out"}                     {"fault":"paper-out","afterLines":5}
  {"fault":"paper-near"}                    {"fault":"cover"}
  {"fault":"cutter-jam"}                    {"fault":"drawer"}    it stands open
  {"fault":"late-done"}   tells that a job is done when the next one begins
label:
  {"fault":"paper-out"}                     {"fault":"paper-out","afterLabels":2}
  {"fault":"head-open"}  {"fault":"ribbon-out"}  {"fault":"jam"}  {"fault":"pause"}
zvt (messages are counted in both directions, from the fault on):
  {"fault":"decline","code":108}            {"fault":"customer-aborts"}
  {"fault":"lose-completion"}               {"fault":"drop-at","message":5}   {"fault":"mute-at","message":5}
  {"fault":"busy"}                          {"fault":"late-status","milliseconds":5000}
  {"fault":"repeat-status"}                 {"fault":"wrong-amount","amount":1}
  {"fault":"no-repeat-receipt"}             {"fault":"ignore-abort"}
  {"fault":"nak","frames":2}                {"fault":"bad-crc","frames":2}    on a serial port
lrc (its messages are the request, ACK, the answer, ACK):
  {"fault":"result","result":"51"}          {"fault":"drop-at","message":3}   {"fault":"mute-at","message":3}
  {"fault":"nak","frames":2}                {"fault":"bad-lrc","frames":2}    {"fault":"no-last"}
  {"fault":"late-answer","milliseconds":5000}  {"fault":"wrong-amount","amount":1}
codes:    {"fault":"decline"}               {"fault":"unconfirmed"}   {"fault":"confirm-late","questions":2}
  {"fault":"wrong-amount","amount":1}       {"fault":"late-request"}  {"fault":"bad-signature"}
nexo:     {"fault":"decline"}  {"fault":"customer-aborts"}  {"fault":"busy"}  {"fault":"wrong-amount","amount":1}
  {"fault":"no-status"}                     {"fault":"ignore-abort"}
codes and nexo (request counts from the fault on; without it, it happens to all):
  {"fault":"lose-request","request":1}      {"fault":"lose-answer"}   {"fault":"cut-answer"}
  {"fault":"internal-error"}                {"fault":"garbage"}       {"fault":"mute"}
  {"fault":"slow","milliseconds":5000}
scanner:  {"scan":"6901234567892"}          with "aim":"]E0", "end":"cr|lf|tab|none", "encoding":"gb18030"
stripe:   {"track2":"880000123=99"}         with "track1", "track3", "lrc":true
rfid:     {"card":"0415ABCDEF"}             ten hexadecimal digits or a decimal number
          all three take "gapMs":20 between bytes
scale:    {"weight":1234}                   grams, with "unstable":true or "overload":true
card:     {"insert":"04A1B2C3"}  {"remove":true}  {"block":4,"text":"880000123"}
          {"fault":"mute"}  {"fault":"wrong-key"}  {"fault":"card-removed","afterCommands":2}
Scanner, stripe, rfid and scale:
  {"fault":"garbage"}  noise between frames  {"fault":"half"}  the next frame breaks off
  {"fault":"bad-checksum"}

Exit status: 0 ended by SIGTERM or SIGINT, 2 wrong arguments, 3 cannot listen there, 4 cannot write to the
directory.
)";

struct Device {
    std::string_view name;
    int (*run)(std::span<char* const> arguments);
};

constexpr std::array kDevices{
    Device{"printer", bl::devsim::runPrinter},
    Device{"label", bl::devsim::runLabel},
    Device{"zvt", bl::devsim::runZvt},
    Device{"codes", bl::devsim::runCodes},
    Device{"lrc", bl::devsim::runLrc},
    Device{"nexo", bl::devsim::runNexo},
    Device{"scanner", bl::devsim::runScanner},
    Device{"stripe", bl::devsim::runStripe},
    Device{"rfid", bl::devsim::runRfid},
    Device{"scale", bl::devsim::runScale},
    Device{"display", bl::devsim::runDisplay},
    Device{"card", bl::devsim::runCard},
};

/// Qt ends the program where it finds none.
bool hasDisplay()
{
    return std::ranges::any_of(
        std::array{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}, qEnvironmentVariableIsSet);
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
        return bl::devsim::wrongUsage("which device", "printer");
    const auto device = std::ranges::find(kDevices, std::string_view(arguments[0]), &Device::name);
    if (device == kDevices.end())
        return bl::devsim::wrongUsage("unknown device", arguments[0]);
    const auto options = arguments.subspan(1);
    if (std::ranges::find(options, std::string_view(bl::devsim::kWindowOption)) != options.end()) {
        if (!hasDisplay())
            return bl::devsim::wrongUsage("there is no display for", bl::devsim::kWindowOption);
        const QApplication application(argc, argv);
        return device->run(options);
    }
    // Pictures need fonts and no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return device->run(options);
}
