#include "app/device/commands.h"
#include "app/device/device_call.h"
#include "app/text/device_text.h"
#include "core/ports/receipt_document_json.h"

namespace bl::device {

namespace {

constexpr std::chrono::seconds kPrinting{120};
constexpr std::chrono::seconds kAsking{15};
constexpr DeviceRole kAskable[]{DeviceRole::ReceiptPrinter, DeviceRole::LabelPrinter,
    DeviceRole::PaymentTerminal, DeviceRole::Scanner, DeviceRole::CardReader,
    DeviceRole::CustomerDisplay, DeviceRole::Scale};

/// Fails with InvalidArgument for a profile that does not exist.
Result<std::string> readProfile(const text::CommandArguments& arguments)
{
    const auto given = arguments.value("profile");
    if (given.empty() || findPrinterProfile(given))
        return given;
    std::string known;
    for (const auto& profile : printerProfiles())
        known += (known.empty() ? "" : ", ") + profile.name;
    return Error{ErrorCode::InvalidArgument, {"option-choices", "--profile", known, given}};
}

QCommandLineOption profileOption()
{
    return text::valueOption("profile",
        DeviceProgram::tr("What the printer can do: the name of a profile, such as escpos-58."),
        "NAME", QString::fromStdString(printerProfiles().front().name));
}

Result<text::CommandResult> printDocument(const DeviceCall& call, Interruption& interruption,
    const ReceiptDocument& document, DrawerPulse drawer)
{
    return visitDevice(
        call, interruption, {}, [&](DeviceVisit& visit) -> Result<text::CommandResult> {
            auto* printer = visit.as<ReceiptPrinter>();
            if (!printer)
                return deviceError(DeviceFault::Unsupported, call.settings.address);
            BL_TRY(const auto proof, printer->print(document, drawer));
            text::CommandResult result;
            const bool confirmed = proof == PrintProof::Confirmed;
            result.json["printer"] = call.settings.address;
            result.json["proof"] = confirmed ? "confirmed" : "sent";
            result.lines << (confirmed
                    ? DeviceProgram::tr("Done: the printer says so.")
                    : DeviceProgram::tr("Sent: this printer cannot say whether it is done."));
            return result;
        });
}

Result<text::CommandResult> print(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(auto call, readDeviceCall(arguments, DeviceRole::ReceiptPrinter));
    BL_TRY(call.settings.profile, readProfile(arguments));
    BL_TRY(const auto text, readFile(arguments.positional().front()));
    BL_TRY(auto document, parseReceiptDocument(text));
    if (arguments.has("copy"))
        document.blocks.insert(document.blocks.begin(),
            ReceiptText{DeviceProgram::tr("REPRINT").toStdString(), Align::Centre, TextSize::Large,
                TextWeight::Bold});
    return printDocument(call, interruption, document, DrawerPulse::None);
}

Result<text::CommandResult> openDrawer(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(auto call, readDeviceCall(arguments, DeviceRole::ReceiptPrinter));
    BL_TRY(call.settings.profile, readProfile(arguments));
    return printDocument(call, interruption, {}, DrawerPulse::Open);
}

/// The device that the options name: exactly one.
Result<DeviceRole> readRole(const text::CommandArguments& arguments)
{
    std::optional<DeviceRole> wanted;
    for (const auto role : kAskable) {
        if (!arguments.has(optionOf(role)))
            continue;
        if (wanted)
            return Error{
                ErrorCode::InvalidArgument, {"surplus", "--" + std::string(optionOf(role))}};
        wanted = role;
    }
    if (wanted)
        return *wanted;
    std::string all;
    for (const auto role : kAskable)
        all.append(all.empty() ? "--" : ", --").append(optionOf(role));
    return Error{ErrorCode::InvalidArgument, {"one-option", all}};
}

Result<text::CommandResult> tellStatus(const text::CommandArguments& arguments)
{
    BL_TRY(const auto role, readRole(arguments));
    BL_TRY(auto call, readDeviceCall(arguments, role));
    if (role == DeviceRole::ReceiptPrinter) {
        BL_TRY(call.settings.profile, readProfile(arguments));
    }
    BL_TRY(const auto answer, probeDevice(call.settings, call.options, call.limit));
    const auto& flags = answer.reading.flags;
    const auto& fault = answer.reading.fault;
    text::CommandResult result;
    result.json = {{"address", call.settings.address}, {"role", roleName(role)},
        {"state", stateName(fault ? SlotState::Faulted : SlotState::Ready)},
        {"identity", answer.reading.identity}, {"diagnosis", answer.diagnosis},
        {"paperNearEnd", flags.paperNearEnd}, {"paperOut", flags.paperOut},
        {"coverOpen", flags.coverOpen}, {"drawerOpen", flags.drawerOpen},
        {"simulated", flags.simulated}};
    if (fault) {
        const Error error = deviceError(*fault, call.settings.address);
        result.json["fault"] = {{"code", codeName(error.code)}, {"detail", error.detail}};
        result.lines << text::sentence(error);
        result.status = endOf(error);
    } else {
        result.lines
            << DeviceProgram::tr("Ready: %1").arg(QString::fromStdString(call.settings.address));
    }
    // A terminal's diagnosis begins with what it is.
    const auto& identity = answer.reading.identity;
    const auto& diagnosis = answer.diagnosis;
    const QString said = QString::fromStdString(
        diagnosis.starts_with(identity) ? diagnosis : identity + '\n' + diagnosis);
    result.lines << said.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (flags.paperNearEnd)
        result.lines << text::faultWords(DeviceFault::LowPaper);
    if (flags.drawerOpen)
        result.lines << DeviceProgram::tr("The drawer is open.");
    return result;
}

}  // namespace

text::Command printCommand(Interruption& interruption)
{
    auto command =
        deviceCommand(QStringLiteral("print"), DeviceProgram::tr("Prints a receipt from a file."));
    command.options = deviceOptions(DeviceRole::ReceiptPrinter, kPrinting);
    command.options << profileOption()
                    << QCommandLineOption(QStringLiteral("copy"),
                           DeviceProgram::tr("Prints the mark of a reprint at its head."));
    command.positionals = {QStringLiteral("FILE"),
        DeviceProgram::tr("A receipt as receipt-document.schema.json describes it."), 1, 1};
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return print(arguments, interruption);
    };
    return command;
}

text::Command drawerCommand(Interruption& interruption)
{
    auto command = deviceCommand(QStringLiteral("drawer"),
        DeviceProgram::tr("Opens the drawer that hangs on a receipt printer."));
    command.options = deviceOptions(DeviceRole::ReceiptPrinter, kAsking);
    command.options << profileOption();
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return openDrawer(arguments, interruption);
    };
    return command;
}

text::Command statusCommand()
{
    auto command = deviceCommand(
        QStringLiteral("status"), DeviceProgram::tr("Asks one device who and how it is."));
    for (const auto role : kAskable)
        command.options << addressOption(role);
    command.options << timeoutOption(kAsking) << terminalOptions() << profileOption();
    command.run = tellStatus;
    return command;
}

}  // namespace bl::device
