#include "app/device/commands.h"
#include "app/device/device_call.h"
#include "app/device/payment_journal_file.h"
#include "app/device/payment_report.h"
#include "app/text/payment_text.h"
#include "core/payments/payment_code.h"
#include "core/ports/payment_gateway.h"
#include "devices/payment/code_payment.h"

#include <algorithm>

namespace bl::device {

namespace {

using payments::PaymentAttempt;

/// A customer stands there; terminals give up by themselves before.
constexpr std::chrono::seconds kPaying{600};
constexpr std::chrono::seconds kClosing{180};
constexpr std::int64_t kMaxMinor = 1'000'000'000'000;
constexpr std::int64_t kNewestPayments = 1000;

QCommandLineOption journalOption()
{
    return text::valueOption("journal",
        DeviceProgram::tr("The file in which payments are kept; it is made where there is none."),
        "FILE");
}

/// Ends what waits: before anything was sent by leaving, later by asking the terminal to abort,
/// whose answer is always waited for.
class PaymentStop {
public:
    explicit PaymentStop(DeviceVisit& visit)
        : m_visit(visit)
    {
    }

    /// From any thread.
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        if (m_paying)
            m_paying->requestAbort();
        else
            m_visit.giveUp();
    }
    void begin(PaymentTerminal& terminal)
    {
        const std::lock_guard lock(m_mutex);
        m_paying = &terminal;
    }

private:
    DeviceVisit& m_visit;
    std::mutex m_mutex;
    PaymentTerminal* m_paying = nullptr;
};

/// Opens the terminal, and has `work` done with money; nothing leaves in the middle of that. A
/// gateway is the terminal for `code`.
Result<text::CommandResult> withTerminal(const DeviceCall& call, const std::string& code,
    Interruption& interruption,
    const std::function<Result<text::CommandResult>(PaymentTerminal&)>& work)
{
    BL_TRY(const auto visit, DeviceVisit::prepare(call.settings, call.options));
    PaymentStop wish(*visit);
    const Interruption::Handler handler(interruption, [&] { wish.stop(); });
    visit->limit(call.limit, [&] { wish.stop(); });
    auto* terminal = visit->as<PaymentTerminal>();
    std::optional<CodePayment> codes;
    if (auto* gateway = visit->as<PaymentGateway>())
        // Whoever stops it has it closed at the gateway, and hears what came of that.
        terminal = &codes.emplace(*gateway, code, std::make_shared<Cancellation>());
    if (!terminal)
        return deviceError(DeviceFault::Unsupported, call.settings.address);
    if (auto opened = visit->open(); !opened)
        return visit->explained(opened.error());
    wish.begin(*terminal);
    return work(*terminal);
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
    return withTerminal(
        call, code, interruption, [&](PaymentTerminal& terminal) -> Result<text::CommandResult> {
            BL_TRY(const auto attempt, file.service().begin(request));
            PaymentRun run(terminal, file.journal(), file.clock(), promptOf(arguments));
            return describePayment(run.carryOut(attempt));
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
    services::PaymentRequest request;
    request.kind = payments::PaymentKind::Reversal;
    request.device = call.settings.address;
    request.amount = original.amount;
    request.currency = original.currency;
    request.original = original.id;
    request.tender = original.tender;
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
    return withTerminal(
        call, {}, interruption, [&](PaymentTerminal& terminal) -> Result<text::CommandResult> {
            PaymentRun run(terminal, file->journal(), file->clock(), promptOf(arguments));
            text::CommandResult result;
            result.json["payments"] = Json::array();
            for (const auto& end : run.resolveAll(call.settings.address)) {
                result.json["payments"].push_back(paymentJson(end));
                result.lines << paymentLine(end.attempt);
                if (payments::isUnsettled(end.attempt.state) || end.notStored)
                    result.status = text::ExitStatus::Unknown;
            }
            return result;
        });
}

Result<text::CommandResult> closeDay(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(const auto call, readDeviceCall(arguments, DeviceRole::PaymentTerminal));
    return withTerminal(
        call, {}, interruption, [&](PaymentTerminal& terminal) -> Result<text::CommandResult> {
            BL_TRY(const auto totals, terminal.endOfDay());
            text::CommandResult result;
            result.json = {{"amount", totals.amount.minor()}, {"currency", call.options.currency},
                {"count", totals.count}, {"trace", totals.trace}, {"slip", totals.slip}};
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
                    << journalOption();
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
                    << journalOption();
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
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return closeDay(arguments, interruption);
    };
    return command;
}

}  // namespace bl::device
