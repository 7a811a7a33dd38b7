#pragma once

#include "app/text/number_text.h"
#include "core/base/time_zone.h"
#include "core/ports/receipt_printer.h"
#include "core/services/shift_service.h"

#include <QString>

#include <vector>

namespace bl::desktop {

/// Who reads a report: the expected cash and the difference are for those who may see reports.
enum class ShiftReader { Cashier, Manager };

/// One line of a shift's report.
struct ShiftRow {
    enum class Kind { Text, Amount, Difference };
    QString label;
    QString value;
    Kind kind = Kind::Text;
    Money amount;  ///< of Amount and Difference
};

/// How a report is written.
struct ShiftFormat {
    text::MoneyFormat money;
    TimeZone zone;
    QString registerCode;
};

/// The X report while the shift is open, the Z report afterwards, in the program's language.
QString shiftReportTitle(const services::ShiftReport& report);
std::vector<ShiftRow> shiftRows(
    const services::ShiftReport& report, ShiftReader reader, const ShiftFormat& format);
ReceiptDocument shiftDocument(
    const services::ShiftReport& report, ShiftReader reader, const ShiftFormat& format);

/// The amount in what somebody typed; nothing where it is none or negative.
std::optional<Money> typedAmount(const QString& text, const Currency& currency);

}  // namespace bl::desktop
