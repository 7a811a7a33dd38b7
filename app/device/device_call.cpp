#include "app/device/device_call.h"

#include "app/device/commands.h"
#include "core/base/text.h"
#include "devices/slot/resident_driver.h"

#include <QFile>

#include <array>
#include <charconv>
#include <cstdlib>

namespace bl::device {

namespace {

constexpr std::int64_t kLongestTimeout = 3600;

Result<std::string> readPassword(const text::CommandArguments& arguments)
{
    if (!arguments.has("password-file")) {
        const char* const given = std::getenv("BRANCHLINE_TERMINAL_PASSWORD");
        return std::string(given ? given : "");
    }
    BL_TRY(const auto name, arguments.required("password-file"));
    BL_TRY(const auto text, readFile(name));
    return trimmed(text.substr(0, text.find('\n')));
}

/// For terminals; others have none of these.
Result<void> readTerminal(
    const text::CommandArguments& arguments, SlotSettings& settings, DriverOptions& options)
{
    settings.caFile = arguments.value("ca");
    BL_TRY(const auto password, readPassword(arguments));
    options.secret = [password](const std::string&) {
        return password;
    };
    BL_TRY(const auto currency, arguments.required("currency"));
    BL_CHECK(Currency::create(currency));
    options.currency = currency;
    return {};
}

}  // namespace

Result<std::string> readFile(const std::string& name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::UnreadableFile, {name, file.errorString().toStdString()}};
    return file.readAll().toStdString();
}

const char* optionOf(DeviceRole role)
{
    switch (role) {
    case DeviceRole::ReceiptPrinter: return "printer";
    case DeviceRole::LabelPrinter: return "label-printer";
    case DeviceRole::PaymentTerminal: return "terminal";
    case DeviceRole::PaymentGateway: return "gateway";
    case DeviceRole::Scanner: return "scanner";
    case DeviceRole::CardReader: return "reader";
    case DeviceRole::CustomerDisplay: return "display";
    case DeviceRole::Scale: return "scale";
    }
    return "";
}

QCommandLineOption addressOption(DeviceRole role)
{
    const auto description = [role] {
        switch (role) {
        case DeviceRole::ReceiptPrinter:
            return DeviceProgram::tr("The receipt printer: escpos+tcp://HOST:9100 or cups:QUEUE.");
        case DeviceRole::LabelPrinter: return DeviceProgram::tr("The label printer's address.");
        case DeviceRole::PaymentTerminal:
            return DeviceProgram::tr(
                "The payment terminal: zvt+tcp://HOST:20007; or the gateway for "
                "payment codes: codes+https://HOST/v1?merchant=ID.");
        case DeviceRole::PaymentGateway: return DeviceProgram::tr("The payment gateway's address.");
        case DeviceRole::Scanner:
            return DeviceProgram::tr("The scanner: scanner+serial:///dev/ttyACM0.");
        case DeviceRole::CardReader:
            return DeviceProgram::tr("The card reader: pcsc:NAME or rfid+serial:///dev/ttyUSB0.");
        case DeviceRole::CustomerDisplay:
            return DeviceProgram::tr("The customer display: cd5220+serial:///dev/ttyUSB0.");
        case DeviceRole::Scale:
            return DeviceProgram::tr("The scale: toledo+serial:///dev/ttyUSB0.");
        }
        return QString();
    };
    return text::valueOption(optionOf(role), description(), "ADDRESS");
}

QCommandLineOption timeoutOption(std::chrono::seconds limit)
{
    return text::valueOption("timeout", DeviceProgram::tr("After how many seconds it is given up."),
        "SECONDS", QString::number(limit.count()));
}

QList<QCommandLineOption> terminalOptions()
{
    return {
        text::valueOption("password-file",
            DeviceProgram::tr("A file with the terminal's password or the gateway's key; it may "
                              "also stand in BRANCHLINE_TERMINAL_PASSWORD."),
            "FILE"),
        text::valueOption("currency", DeviceProgram::tr("The currency that is charged."), "CODE",
            QStringLiteral("CNY")),
        text::valueOption("ca",
            DeviceProgram::tr("Certificates (PEM) to trust instead of the system's, for terminals "
                              "over HTTPS."),
            "FILE")};
}

QList<QCommandLineOption> deviceOptions(DeviceRole role, std::chrono::seconds limit)
{
    if (role != DeviceRole::PaymentTerminal)
        return {addressOption(role), timeoutOption(limit)};
    QList<QCommandLineOption> options{addressOption(role),
        text::valueOption("timeout",
            DeviceProgram::tr("After how many seconds the terminal is asked to abort; its answer "
                              "is waited for 5 to 30 seconds more."),
            "SECONDS", QString::number(limit.count()))};
    return options << terminalOptions();
}

Result<std::int64_t> readInteger(const text::CommandArguments& arguments, const char* option,
    std::int64_t least, std::int64_t most)
{
    BL_TRY(const auto text, arguments.required(option));
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || number < least || number > most)
        return Error{ErrorCode::InvalidArgument,
            {"option-range", "--" + std::string(option), std::to_string(least),
                std::to_string(most)}};
    return number;
}

Result<DeviceCall> readDeviceCall(const text::CommandArguments& arguments, DeviceRole role)
{
    DeviceCall call;
    BL_TRY(const auto given, arguments.required(optionOf(role)));
    BL_TRY(const auto address, DeviceAddress::parse(given));
    // Payment codes are charged by the same commands as cards.
    const bool charges =
        role == DeviceRole::PaymentTerminal && address.role() == DeviceRole::PaymentGateway;
    if (address.role() != role && !charges)
        return Error{ErrorCode::DeviceAddressInvalid, {given}};
    if (isResident(address)) {
        Error elsewhere = deviceError(DeviceFault::Unsupported, given);
        elsewhere.detail.emplace_back("resident");
        return elsewhere;
    }
    // The address in its usual form: payments are found again by it.
    call.settings = {"command", address.role(), address.toString(), {}, true};
    BL_TRY(const auto seconds, readInteger(arguments, "timeout", 1, kLongestTimeout));
    call.limit = std::chrono::seconds(seconds);
    if (role == DeviceRole::PaymentTerminal)
        BL_CHECK(readTerminal(arguments, call.settings, call.options));
    return call;
}

Result<text::CommandResult> visitDevice(const DeviceCall& call, Interruption& interruption,
    const std::function<void(DeviceEvent)>& hear,
    const std::function<Result<text::CommandResult>(DeviceVisit&)>& work)
{
    BL_TRY(const auto visit, DeviceVisit::prepare(call.settings, call.options, hear));
    const Interruption::Handler handler(interruption, [&] { visit->giveUp(); });
    visit->limit(call.limit);
    auto opened = visit->open();
    if (!opened)
        return visit->explained(opened.error());
    auto done = work(*visit);
    if (!done)
        return visit->explained(done.error());
    return done;
}

text::ExitStatus endOf(const Error& error)
{
    const auto fault = faultOf(error);
    if (!fault) {
        switch (error.code) {
        case ErrorCode::DeviceAddressInvalid:
        case ErrorCode::UnknownCurrency: return text::ExitStatus::Usage;
        case ErrorCode::Cancelled:
        case ErrorCode::PaymentUnsettled:
        case ErrorCode::PaymentsLeftOpen:
        case ErrorCode::PaymentMismatch: return text::ExitStatus::Refused;
        default: return text::ExitStatus::Failed;
        }
    }
    switch (*fault) {
    case DeviceFault::Declined:
    case DeviceFault::Cancelled: return text::ExitStatus::Refused;
    case DeviceFault::OutcomeUnknown: return text::ExitStatus::Unknown;
    default: return text::ExitStatus::DeviceFault;
    }
}

text::Command deviceCommand(const QString& name, const QString& summary)
{
    text::Command command;
    command.name = name;
    command.summary = summary;
    command.endsWith = endOf;
    return command;
}

}  // namespace bl::device
