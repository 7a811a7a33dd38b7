#include "app/desktop/payments/terminal_slip.h"

#include "app/text/number_text.h"
#include "app/text/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <sstream>

namespace bl::desktop {

namespace {

struct TerminalSlip {
    Q_DECLARE_TR_FUNCTIONS(TerminalSlip)
};

/// The terminal's lines as they are; nothing where they are blank.
std::vector<ReceiptBlock> slipBlocks(const std::string& text)
{
    std::vector<ReceiptBlock> blocks;
    if (text.find_first_not_of(" \r\n") == std::string::npos)
        return blocks;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        blocks.emplace_back(ReceiptText{line});
    return blocks;
}

}  // namespace

ReceiptDocument cardSlip(const std::string& lines)
{
    return {slipBlocks(lines)};
}

ReceiptDocument terminalSlip(const std::string& terminal, const TerminalTotals& totals, Instant at,
    const TimeZone& zone, const Currency& currency)
{
    ReceiptDocument slip;
    slip.blocks = {
        ReceiptText{TerminalSlip::tr("End of day of the card terminal").toStdString(),
            Align::Centre, TextSize::Normal, TextWeight::Bold},
        ReceiptText{terminal, Align::Centre},
        ReceiptText{text::formatDateTime(at, zone, QLocale()).toStdString(), Align::Centre},
        ReceiptRule{},
    };
    const auto lines = slipBlocks(totals.slip);
    slip.blocks.insert(slip.blocks.end(), lines.begin(), lines.end());
    if (lines.empty())
        slip.blocks.push_back(
            ReceiptPair{TerminalSlip::tr("Payments: %1").arg(totals.count).toStdString(),
                text::formatMoney(totals.amount, currency, QLocale()).toStdString()});
    slip.blocks.push_back(ReceiptRule{});
    return slip;
}

ReceiptDocument copyOf(ReceiptDocument slip)
{
    slip.blocks.insert(slip.blocks.begin(),
        ReceiptText{TerminalSlip::tr("COPY").toStdString(), Align::Centre, TextSize::Large,
            TextWeight::Bold});
    return slip;
}

}  // namespace bl::desktop
