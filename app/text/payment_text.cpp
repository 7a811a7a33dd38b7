#include "app/text/payment_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace bl::text {

namespace {

struct PaymentText {
    Q_DECLARE_TR_FUNCTIONS(PaymentText)
};

struct CodeText {
    std::string_view code;
    const char* text;
};

/// Result codes of PA00P015.
constexpr std::array kZvtResults{
    CodeText{"00", QT_TRANSLATE_NOOP("PaymentText", "Approved")},
    CodeText{"64", QT_TRANSLATE_NOOP("PaymentText", "The card cannot be read")},
    CodeText{"65", QT_TRANSLATE_NOOP("PaymentText", "There are no data on the card")},
    CodeText{"66", QT_TRANSLATE_NOOP("PaymentText", "The card could not be processed")},
    CodeText{"67", QT_TRANSLATE_NOOP("PaymentText", "Not possible with a debit card")},
    CodeText{"68", QT_TRANSLATE_NOOP("PaymentText", "Not possible with a credit card")},
    CodeText{"6A", QT_TRANSLATE_NOOP("PaymentText", "The terminal's memory is full")},
    CodeText{"6B", QT_TRANSLATE_NOOP("PaymentText", "The terminal is not registered")},
    CodeText{"6C", QT_TRANSLATE_NOOP("PaymentText", "Cancelled, or nobody acted in time")},
    CodeText{"6E", QT_TRANSLATE_NOOP("PaymentText", "The card is blocked")},
    CodeText{"6F", QT_TRANSLATE_NOOP("PaymentText", "Wrong currency")},
    CodeText{"71", QT_TRANSLATE_NOOP("PaymentText", "Not enough money on the card")},
    CodeText{"72", QT_TRANSLATE_NOOP("PaymentText", "The card's chip is faulty")},
    CodeText{"73", QT_TRANSLATE_NOOP("PaymentText", "The card's data are wrong")},
    CodeText{"77", QT_TRANSLATE_NOOP("PaymentText", "The end of day is not possible")},
    CodeText{"78", QT_TRANSLATE_NOOP("PaymentText", "The card has expired")},
    CodeText{"79", QT_TRANSLATE_NOOP("PaymentText", "The card is not valid yet")},
    CodeText{"7A", QT_TRANSLATE_NOOP("PaymentText", "Unknown card")},
    CodeText{"7D", QT_TRANSLATE_NOOP("PaymentText", "The terminal cannot communicate")},
    CodeText{"83", QT_TRANSLATE_NOOP("PaymentText", "The terminal cannot do this")},
    CodeText{"85", QT_TRANSLATE_NOOP("PaymentText", "A key is missing in the terminal")},
    CodeText{"89", QT_TRANSLATE_NOOP("PaymentText", "The PIN pad is faulty")},
    CodeText{"9A", QT_TRANSLATE_NOOP("PaymentText", "Protocol error")},
    CodeText{"9B", QT_TRANSLATE_NOOP("PaymentText", "The bank cannot be reached")},
    CodeText{"9C", QT_TRANSLATE_NOOP("PaymentText", "The terminal is busy")},
    CodeText{"A0", QT_TRANSLATE_NOOP("PaymentText", "The receiver is not ready")},
    CodeText{"A1", QT_TRANSLATE_NOOP("PaymentText", "The other side does not answer")},
    CodeText{"A3", QT_TRANSLATE_NOOP("PaymentText", "The terminal has no connection")},
    CodeText{"B1", QT_TRANSLATE_NOOP("PaymentText", "The memory is full")},
    CodeText{"B4", QT_TRANSLATE_NOOP("PaymentText", "Already taken back")},
    CodeText{"B5", QT_TRANSLATE_NOOP("PaymentText", "Cannot be taken back")},
    CodeText{"C1", QT_TRANSLATE_NOOP("PaymentText", "The merchant's card is locked")},
    CodeText{"C2", QT_TRANSLATE_NOOP("PaymentText", "The terminal needs a diagnosis")},
    CodeText{"C3", QT_TRANSLATE_NOOP("PaymentText", "The amount is too high")},
    CodeText{"C5", QT_TRANSLATE_NOOP("PaymentText", "This way to pay is not supported")},
    CodeText{"C8", QT_TRANSLATE_NOOP("PaymentText", "The amount is too low")},
    CodeText{"CC", QT_TRANSLATE_NOOP("PaymentText", "The terminal's printer is not ready")},
    CodeText{"DC", QT_TRANSLATE_NOOP("PaymentText", "A card is still in the terminal")},
    CodeText{"E2", QT_TRANSLATE_NOOP("PaymentText", "The card reader does not answer")},
    CodeText{"F0", QT_TRANSLATE_NOOP("PaymentText", "The end of day is still open")},
    CodeText{"FF", QT_TRANSLATE_NOOP("PaymentText", "System error of the terminal")},
};

/// Intermediate statuses of PA00P015.
constexpr std::array kZvtPrompts{
    CodeText{"00", QT_TRANSLATE_NOOP("PaymentText", "The terminal waits for the amount")},
    CodeText{"01", QT_TRANSLATE_NOOP("PaymentText", "Look at the PIN pad")},
    CodeText{"02", QT_TRANSLATE_NOOP("PaymentText", "Look at the PIN pad")},
    CodeText{"03", QT_TRANSLATE_NOOP("PaymentText", "Not accepted")},
    CodeText{"04", QT_TRANSLATE_NOOP("PaymentText", "The bank is asked")},
    CodeText{"05", QT_TRANSLATE_NOOP("PaymentText", "The terminal takes the payment back")},
    CodeText{"08", QT_TRANSLATE_NOOP("PaymentText", "Unknown card")},
    CodeText{"09", QT_TRANSLATE_NOOP("PaymentText", "The card has expired")},
    CodeText{"0A", QT_TRANSLATE_NOOP("PaymentText", "Insert or hold the card")},
    CodeText{"0B", QT_TRANSLATE_NOOP("PaymentText", "Take the card out")},
    CodeText{"0C", QT_TRANSLATE_NOOP("PaymentText", "The card cannot be read")},
    CodeText{"0E", QT_TRANSLATE_NOOP("PaymentText", "Please wait")},
    CodeText{"0F", QT_TRANSLATE_NOOP("PaymentText", "The terminal closes its day")},
    CodeText{"15", QT_TRANSLATE_NOOP("PaymentText", "Wrong PIN")},
    CodeText{"17", QT_TRANSLATE_NOOP("PaymentText", "Please wait")},
    CodeText{"18", QT_TRANSLATE_NOOP("PaymentText", "Too many wrong PINs")},
    CodeText{"1C", QT_TRANSLATE_NOOP("PaymentText", "Approved")},
    CodeText{"1D", QT_TRANSLATE_NOOP("PaymentText", "Declined")},
};

template <typename Table>
const char* findText(const Table& table, std::string_view code)
{
    const auto found = std::ranges::find(table, code, &CodeText::code);
    return found == table.end() ? nullptr : found->text;
}

}  // namespace

QString paymentResultText(const std::string& device, const std::string& result)
{
    const char* known = device.starts_with("zvt") ? findText(kZvtResults, result) : nullptr;
    if (known)
        return PaymentText::tr(known);
    return PaymentText::tr("code %1").arg(QString::fromStdString(result));
}

QString paymentPrompt(const std::string& said)
{
    constexpr std::string_view kZvt = "zvt:";
    if (!said.starts_with(kZvt))
        return QString::fromStdString(said);
    const char* known = findText(kZvtPrompts, std::string_view(said).substr(kZvt.size()));
    return known ? PaymentText::tr(known) : QString();
}

QStringList paymentEvidence(const payments::PaymentAttempt& attempt, const MoneyFormat& money)
{
    const auto& said = attempt.evidence;
    QStringList lines;
    const auto add = [&lines](const QString& name, const std::string& value) {
        if (!value.empty())
            lines << name.arg(QString::fromStdString(value).simplified());
    };
    add(QStringLiteral("“%1”"), said.text);
    if (!said.result.empty())
        lines << paymentResultText(attempt.device, said.result);
    if (said.amount)
        lines << PaymentText::tr("amount %1").arg(formatMoney(*said.amount, money));
    add(PaymentText::tr("time %1"), said.time);
    add(PaymentText::tr("trace %1"), said.trace);
    add(PaymentText::tr("receipt %1"), said.receipt);
    add(PaymentText::tr("approval %1"), said.approval);
    add(PaymentText::tr("card %1"),
        said.cardName.empty() ? said.card : said.cardName + ' ' + said.card);
    return lines;
}

}  // namespace bl::text
