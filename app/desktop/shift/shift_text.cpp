#include "app/desktop/shift/shift_text.h"

#include "app/text/time_text.h"

#include <QCoreApplication>

namespace bl::desktop {

namespace {

struct ShiftReportText {
    Q_DECLARE_TR_FUNCTIONS(ShiftReportText)
};

using Kind = ShiftRow::Kind;

ShiftRow amountRow(const QString& label, Money amount, const ShiftFormat& format)
{
    return {label, text::formatMoney(amount, format.money), Kind::Amount, amount};
}

/// Who did it, and who allowed it.
void addPeople(std::vector<ShiftRow>& rows, const QString& label, const std::string& by,
    const std::string& approvedBy)
{
    if (by.empty())
        return;
    const QString name = QString::fromStdString(by);
    rows.push_back({label,
        approvedBy.empty() ? name
                           : ShiftReportText::tr("%1, allowed by %2")
                                 .arg(name, QString::fromStdString(approvedBy)),
        Kind::Text, {}});
}

}  // namespace

QString shiftReportTitle(const services::ShiftReport& report)
{
    const QString number = QString::number(report.shift.number);
    return report.shift.closedAt ? ShiftReportText::tr("Z report, shift %1").arg(number)
                                 : ShiftReportText::tr("X report, shift %1").arg(number);
}

std::vector<ShiftRow> shiftRows(
    const services::ShiftReport& report, ShiftReader reader, const ShiftFormat& format)
{
    const auto& shift = report.shift;
    const auto& totals = report.totals;
    const QLocale& locale = format.money.locale;
    std::vector<ShiftRow> rows;
    rows.push_back(
        {ShiftReportText::tr("Business day"), text::formatDay(shift.day, locale), Kind::Text, {}});
    rows.push_back({ShiftReportText::tr("Opened"),
        text::formatDateTime(shift.openedAt, format.zone, locale), Kind::Text, {}});
    addPeople(rows, ShiftReportText::tr("Opened by"), report.openedBy, report.openingApprovedBy);
    if (shift.closedAt) {
        rows.push_back({ShiftReportText::tr("Closed"),
            text::formatDateTime(*shift.closedAt, format.zone, locale), Kind::Text, {}});
        addPeople(
            rows, ShiftReportText::tr("Closed by"), report.closedBy, report.closingApprovedBy);
    }
    rows.push_back(
        {ShiftReportText::tr("Sales"), text::formatCount(totals.sales, locale), Kind::Text, {}});
    rows.push_back(amountRow(ShiftReportText::tr("Sold"), totals.sold, format));
    rows.push_back({ShiftReportText::tr("Refunds"), text::formatCount(totals.refunds, locale),
        Kind::Text, {}});
    rows.push_back(amountRow(ShiftReportText::tr("Refunded"), totals.refunded, format));
    rows.push_back(amountRow(ShiftReportText::tr("Float"), shift.floatAmount, format));
    if (reader == ShiftReader::Manager) {
        rows.push_back(amountRow(ShiftReportText::tr("Cash taken"), totals.cashIn, format));
        rows.push_back(amountRow(ShiftReportText::tr("Cash given"), totals.cashOut, format));
        rows.push_back(
            amountRow(ShiftReportText::tr("Expected in the drawer"), report.expectedCash, format));
    }
    if (shift.closedAt) {
        rows.push_back(amountRow(ShiftReportText::tr("Counted"), shift.counted, format));
        if (reader == ShiftReader::Manager) {
            auto difference = amountRow(
                ShiftReportText::tr("Difference"), shift.counted - report.expectedCash, format);
            difference.kind = Kind::Difference;
            rows.push_back(difference);
        }
    }
    return rows;
}

ReceiptDocument shiftDocument(
    const services::ShiftReport& report, ShiftReader reader, const ShiftFormat& format)
{
    ReceiptDocument document;
    document.blocks.push_back(ReceiptText{
        shiftReportTitle(report).toStdString(), Align::Centre, TextSize::Large, TextWeight::Bold});
    document.blocks.push_back(ReceiptText{
        ShiftReportText::tr("Register %1").arg(format.registerCode).toStdString(), Align::Centre});
    document.blocks.push_back(ReceiptRule{});
    for (const auto& row : shiftRows(report, reader, format)) {
        document.blocks.push_back(
            ReceiptPair{row.label.toStdString(), row.value.toStdString(), TextSize::Normal,
                row.kind == Kind::Difference ? TextWeight::Bold : TextWeight::Normal});
    }
    document.blocks.push_back(ReceiptRule{});
    document.blocks.push_back(ReceiptSpace{2});
    document.blocks.push_back(
        ReceiptText{ShiftReportText::tr("Signature").toStdString() + " ____________________"});
    return document;
}

std::optional<Money> typedAmount(const QString& text, const Currency& currency)
{
    QString digits = text.trimmed();
    digits.remove(QLatin1Char(',')).remove(QLatin1Char(' '));
    digits.replace(QChar(0xFF0E), QLatin1Char('.')).replace(QChar(0x3002), QLatin1Char('.'));
    const auto amount = parseMoney(digits.toStdString(), currency);
    if (!amount || amount->isNegative())
        return std::nullopt;
    return *amount;
}

}  // namespace bl::desktop
