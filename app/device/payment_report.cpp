#include "app/device/payment_report.h"

#include "app/device/commands.h"
#include "app/device/device_call.h"
#include "app/text/device_text.h"
#include "app/text/number_text.h"
#include "app/text/payment_text.h"

namespace bl::device {

namespace {

QString amountText(Money amount, const std::string& currency)
{
    const auto known = Currency::create(currency);
    return known ? text::formatMoney(amount, *known, QLocale()) : QString::number(amount.minor());
}

Json evidenceJson(const payments::PaymentEvidence& evidence)
{
    Json json = {{"result", evidence.result}, {"trace", evidence.trace},
        {"receipt", evidence.receipt}, {"terminal", evidence.terminal}, {"card", evidence.card},
        {"cardName", evidence.cardName}, {"approval", evidence.approval}, {"time", evidence.time},
        {"text", evidence.text}, {"raw", evidence.raw}};
    if (evidence.amount)
        json["amount"] = evidence.amount->minor();
    return json;
}

}  // namespace

text::ExitStatus endOfPayment(const PaymentEnd& end)
{
    // The journal holds another state than the money: nobody may rely on either.
    if (end.notStored)
        return text::ExitStatus::Unknown;
    switch (end.attempt.state) {
    case payments::PaymentState::Approved: return text::ExitStatus::Ok;
    case payments::PaymentState::Declined: return text::ExitStatus::Refused;
    case payments::PaymentState::Aborted:
        return end.outcome.fault ? endOf(*end.outcome.fault) : text::ExitStatus::Refused;
    case payments::PaymentState::Created:
    case payments::PaymentState::Sent:
    case payments::PaymentState::Interacting:
    case payments::PaymentState::Unknown: break;
    }
    return text::ExitStatus::Unknown;
}

Json paymentJson(const PaymentEnd& end)
{
    const auto& attempt = end.attempt;
    Json json = {{"payment", attempt.id.toString()}, {"kind", payments::kindName(attempt.kind)},
        {"state", payments::stateName(attempt.state)}, {"amount", attempt.amount.minor()},
        {"currency", attempt.currency}, {"terminal", attempt.device},
        {"evidence", evidenceJson(attempt.evidence)}, {"customerSlip", end.outcome.customerSlip},
        {"merchantSlip", end.outcome.merchantSlip}};
    if (end.outcome.fault)
        json["fault"] = {
            {"code", codeName(end.outcome.fault->code)}, {"detail", end.outcome.fault->detail}};
    return json;
}

QString paymentLine(const payments::PaymentAttempt& attempt)
{
    return DeviceProgram::tr("Payment %1: %2, %3")
        .arg(QString::fromStdString(attempt.id.toString()),
            amountText(attempt.amount, attempt.currency),
            text::paymentStateWord(QString::fromUtf8(payments::stateName(attempt.state).data())));
}

text::CommandResult describePayment(const PaymentEnd& end)
{
    text::CommandResult result;
    result.json = paymentJson(end);
    result.status = endOfPayment(end);
    // What the terminal had left open was settled on the way, and has slips of its own.
    result.json["before"] = Json::array();
    for (const auto& before : end.before) {
        result.json["before"].push_back(paymentJson(before));
        result.lines << paymentLine(before.attempt);
    }
    result.lines << paymentLine(end.attempt);
    const auto& evidence = end.attempt.evidence;
    if (!evidence.receipt.empty())
        result.lines << DeviceProgram::tr("Receipt of the terminal: %1")
                            .arg(QString::fromStdString(evidence.receipt));
    if (!evidence.card.empty())
        result.lines << QString::fromStdString(evidence.cardName + ' ' + evidence.card).trimmed();
    if (end.attempt.state == payments::PaymentState::Declined && !evidence.result.empty())
        result.lines << text::paymentResultText(end.attempt.device, evidence.result);
    if (end.outcome.fault)
        result.lines << text::sentence(*end.outcome.fault);
    if (end.attempt.state == payments::PaymentState::Unknown)
        result.lines << DeviceProgram::tr("It may have been charged. Ask the terminal with resolve "
                                          "before you charge again.");
    if (end.notStored)
        text::printError(text::sentence(*end.notStored));
    return result;
}

}  // namespace bl::device
