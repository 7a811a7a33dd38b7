#include "app/device/commands.h"
#include "app/device/device_call.h"
#include "app/device/payment_journal_file.h"
#include "app/device/payment_report.h"
#include "app/device/payment_visit.h"
#include "app/text/payment_text.h"
#include "core/payments/payment_code.h"

#include <algorithm>

namespace bl::device {

namespace {

using payments::PaymentAttempt;

/// A customer stands there; terminals give up by themselves before.
constexpr std::chrono::seconds kPaying{600};
constexpr std::chrono::seconds kClosing{180};
/// Twelve digits are what terminals have room for.
constexpr std::int64_t kMaxMinor = 999'999'999'999;
constexpr std::int64_t kNewestPayments = 1000;

QCommandLineOption journalOption()
{
    return text::valueOption("journal",
        DeviceProgram::tr("The file in which payments are kept; it is made where there is none."),
        "FILE");
}

/// The end of a payment with its fault as people should hear it.
PaymentEnd explained(PaymentEnd end, const DeviceVisit& visit)
{
    if (end.outcome.fault)
        end.outcome.fault = visit.explained(*end.outcome.fault);
    return end;
}

void showPrompt(const std::string& said)
{
    if (const QString text = text::paymentPrompt(said); !text.isEmpty())
        text::printError(text);
}

PaymentRun::Prompt promptOf(const text::CommandArguments& arguments)
{
    return arguments.has("json") ? PaymentRun::Prompt() : PaymentRun::Prompt(showPrompt);
}

QCommandLineOption approvalOption()
{
    return text::valueOption("approval",
        DeviceProgram::tr("For a terminal that is not connected: the approval that it shows."),
        "NUMBER");
}

/// Where the terminal is not connected, what it shows is entered instead of waiting for somebody
/// who does: a command asks nothing.
Result<PaymentRun::Prompt> answering(
    const text::CommandArguments& arguments, PaymentTerminal& terminal)
{
    if (!terminal.abilities().asksForApproval)
        return promptOf(arguments);
    BL_TRY(auto approval, arguments.required("approval"));
    payments::PaymentEvidence read;
    read.approval = std::move(approval);
    return PaymentRun::Prompt(
        [&terminal, read](const std::string&) { terminal.enterApproval(read); });
}

Result<std::unique_ptr<PaymentJournalFile>> openJournal(const text::CommandArguments& arguments)
{
    BL_TRY(const auto file, arguments.required("journal"));
    return PaymentJournalFile::open(file);
}

/// Stores the attempt and carries it out.
Result<text::CommandResult> carryOut(const text::CommandArguments& arguments,
    const DeviceCall& call, const services::PaymentRequest& request, const std::string& code,
    PaymentJournalFile& file, Interruption& interruption)
{
    return withTerminal(call, code, interruption,
        [&](PaymentTerminal& terminal, PaymentStop& stop,
            const DeviceVisit& visit) -> Result<text::CommandResult> {
            BL_TRY(auto prompt, answering(arguments, terminal));
            BL_TRY(const auto attempt, file.service().begin(request));
            PaymentRun run(terminal, file.journal(), file.clock(), std::move(prompt));
            const PaymentStop::Carrying carrying(stop, run);
            return describePayment(explained(run.carryOut(attempt), visit));
        });
}

/// The code that the customer's phone shows, where a gateway is to charge it; its wallet is the
/// tender.
Result<std::string> readCode(const text::CommandArguments& arguments, const DeviceCall& call,
    services::PaymentRequest& request)
{
    if (call.settings.role != DeviceRole::PaymentGateway)
        return std::string();
    BL_TRY(const auto code, arguments.required("code"));
    const auto wallet = payments::walletOf(code);
    if (!wallet)
        return Error{ErrorCode::InvalidArgument, {"payment-code", "--code"}};
    request.tender = payments::tenderOf(*wallet);
    return code;
}

Result<text::CommandResult> pay(const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(const auto call, readDeviceCall(arguments, DeviceRole::PaymentTerminal));
    BL_TRY(const auto amount, readInteger(arguments, "amount", 1, kMaxMinor));
    BL_TRY(const auto file, openJournal(arguments));
    services::PaymentRequest request;
    request.device = call.settings.address;
    request.amount = Money::minor(amount);
    request.currency = call.options.currency;
    BL_TRY(const auto code, readCode(arguments, call, request));
    return carryOut(arguments, call, request, code, *file, interruption);
}

/// The payment that --payment or --receipt names.
Result<PaymentAttempt> findPayment(const text::CommandArguments& arguments,
    const std::string& device, services::PaymentService& service)
{
    if (arguments.has("payment")) {
        BL_TRY(const auto given, arguments.required("payment"));
        const auto id = payments::PaymentId::parse(given);
        if (!id)
            return Error{ErrorCode::NotFound, {given}};
        BL_TRY(const auto found, service.find(*id));
        if (!found)
            return Error{ErrorCode::NotFound, {given}};
        return *found;
    }
    if (!arguments.has("receipt"))
        return Error{ErrorCode::InvalidArgument, {"one-option", "--payment, --receipt"}};
    BL_TRY(const auto receipt, arguments.required("receipt"));
    BL_TRY(const auto newest, service.newest(kNewestPayments));
    const auto found = std::ranges::find_if(newest, [&](const PaymentAttempt& one) {
        return one.device == device && one.evidence.receipt == receipt
            && one.kind == payments::PaymentKind::Authorisation
            && one.state == payments::PaymentState::Approved;
    });
    if (found == newest.end())
        return Error{ErrorCode::NotFound, {receipt}};
    return *found;
}

Result<text::CommandResult> reverse(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(auto call, readDeviceCall(arguments, DeviceRole::PaymentTerminal));
    BL_TRY(const auto file, openJournal(arguments));
    BL_TRY(const auto original, findPayment(arguments, call.settings.address, file->service()));
    call.options.currency = original.currency;
    auto request = services::reversalOf(original);
    request.device = call.settings.address;
    return carryOut(arguments, call, request, {}, *file, interruption);
}

Result<text::CommandResult> resolve(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(auto call, readDeviceCall(arguments, DeviceRole::PaymentTerminal));
    BL_TRY(const auto file, openJournal(arguments));
    BL_TRY(const auto open, file->service().unsettled(call.settings.address));
    text::CommandResult nothing;
    nothing.json["payments"] = Json::array();
    nothing.lines << DeviceProgram::tr("No payment of this terminal is open.");
    if (open.empty())
        return nothing;
    call.options.currency = open.front().currency;
    return withTerminal(call, {}, interruption,
        [&](PaymentTerminal& terminal, PaymentStop&,
            const DeviceVisit& visit) -> Result<text::CommandResult> {
            PaymentRun run(terminal, file->journal(), file->clock(), promptOf(arguments));
            text::CommandResult result;
            result.json["payments"] = Json::array();
            for (auto& one : run.resolveAll(call.settings.address)) {
                const auto end = explained(std::move(one), visit);
                result.json["payments"].push_back(paymentJson(end));
                result.lines << paymentLine(end.attempt);
                if (payments::isUnsettled(end.attempt.state) || end.notStored)
                    result.status = text::ExitStatus::Unknown;
            }
            return result;
        });
}

/// What the terminal is still to be asked for it cannot say any more once its day is closed.
Result<TerminalTotals> closeDayOf(const std::string& device, PaymentTerminal& terminal,
    PaymentJournalFile* file, text::CommandResult& result)
{
    if (!file)
        return bl::closeDay(terminal, device);
    auto end = PaymentRun(terminal, file->journal(), file->clock()).endOfDay(device);
    result.json["payments"] = Json::array();
    for (const auto& before : end.before) {
        result.json["payments"].push_back(paymentJson(before));
        result.lines << paymentLine(before.attempt);
    }
    return end.totals;
}

Result<text::CommandResult> closeDay(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(const auto call, readDeviceCall(arguments, DeviceRole::PaymentTerminal));
    if (call.settings.role == DeviceRole::PaymentGateway)
        return deviceError(DeviceFault::Unsupported, call.settings.address);
    std::unique_ptr<PaymentJournalFile> file;
    if (arguments.has("journal")) {
        BL_TRY(file, openJournal(arguments));
    }
    return withTerminal(call, {}, interruption,
        [&](PaymentTerminal& terminal, PaymentStop&,
            const DeviceVisit&) -> Result<text::CommandResult> {
            text::CommandResult result;
            const auto closed = closeDayOf(call.settings.address, terminal, file.get(), result);
            if (!closed) {
                // What was settled on the way is told all the same.
                for (const QString& line : arguments.has("json") ? QStringList{} : result.lines)
                    text::printError(line);
                return closed.error();
            }
            const auto& totals = *closed;
            result.json.update(
                {{"amount", totals.amount.minor()}, {"currency", call.options.currency},
                    {"count", totals.count}, {"trace", totals.trace}, {"slip", totals.slip}});
            BL_TRY(const auto currency, Currency::create(call.options.currency));
            result.lines << DeviceProgram::tr("%n payment(s), %1", nullptr, totals.count)
                                .arg(QString::fromStdString(
                                    plainMoney(totals.amount, currency) + ' ' + currency.code));
            if (!totals.slip.empty())
                result.lines << QString::fromStdString(totals.slip);
            return result;
        });
}

}  // namespace

text::Command payCommand(Interruption& interruption)
{
    auto command =
        deviceCommand(QStringLiteral("pay"), DeviceProgram::tr("Charges a card at a terminal."));
    command.options = deviceOptions(DeviceRole::PaymentTerminal, kPaying);
    command.options << text::valueOption(
        "amount", DeviceProgram::tr("The amount in the smallest coin: 1234 is 12.34."), "NUMBER")
                    << text::valueOption("code",
                           DeviceProgram::tr("For a gateway: the code on the customer's phone."),
                           "DIGITS")
                    << approvalOption() << journalOption();
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return pay(arguments, interruption);
    };
    return command;
}

text::Command reverseCommand(Interruption& interruption)
{
    auto command =
        deviceCommand(QStringLiteral("reverse"), DeviceProgram::tr("Takes a payment back."));
    command.options = deviceOptions(DeviceRole::PaymentTerminal, kPaying);
    command.options << text::valueOption(
        "payment", DeviceProgram::tr("The payment, as pay names it."), "ID")
                    << text::valueOption("receipt",
                           DeviceProgram::tr("Or the number of the terminal's receipt."), "NUMBER")
                    << approvalOption() << journalOption();
    command.describe = [](const Error& error) {
        return error.code == ErrorCode::PaymentMismatch && !error.detail.empty()
            ? DeviceProgram::tr(
                "Payment %1 was not charged at this terminal, or was taken back already. "
                "Nothing was done.")
                  .arg(QString::fromStdString(error.detail.front()))
            : text::sentence(error);
    };
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return reverse(arguments, interruption);
    };
    return command;
}

text::Command resolveCommand(Interruption& interruption)
{
    auto command = deviceCommand(QStringLiteral("resolve"),
        DeviceProgram::tr("Asks a terminal what became of payments whose answer was lost."));
    command.options = deviceOptions(DeviceRole::PaymentTerminal, kClosing);
    command.options << journalOption();
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return resolve(arguments, interruption);
    };
    return command;
}

text::Command endOfDayCommand(Interruption& interruption)
{
    auto command = deviceCommand(
        QStringLiteral("end-of-day"), DeviceProgram::tr("Closes the day of a terminal."));
    command.options = deviceOptions(DeviceRole::PaymentTerminal, kClosing);
    command.options << text::valueOption("journal",
        DeviceProgram::tr("Asks first for what this file of payments says is open, and refuses "
                          "where that stays open."),
        "FILE");
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return closeDay(arguments, interruption);
    };
    return command;
}

}  // namespace bl::device
