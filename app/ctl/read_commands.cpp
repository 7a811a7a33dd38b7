#include "app/ctl/commands.h"
#include "app/ctl/opened_data.h"
#include "app/text/number_text.h"
#include "app/text/sentence.h"
#include "app/text/time_text.h"
#include "core/base/text.h"
#include "core/services/verifier.h"
#include "core/storage/reports.h"
#include "core/storage/sale_store.h"
#include "core/storage/site_store.h"

#include <chrono>

namespace bl::ctl {

namespace {

using text::CommandArguments;
using text::CommandResult;

constexpr std::size_t kListed = 20;

/// A table as text: the first column to the left, the others to the right.
class TextTable {
public:
    explicit TextTable(const QStringList& header) { add(header); }

    void add(const QStringList& cells)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (m_widths.size() <= i)
                m_widths << 0;
            m_widths[i] = std::max(m_widths[i], cells[i].size());
        }
        m_rows << cells;
    }

    QStringList lines() const
    {
        QStringList lines;
        for (const auto& cells : m_rows) {
            QString line = cells.first().leftJustified(m_widths.first());
            for (qsizetype i = 1; i < cells.size(); ++i)
                line += QStringLiteral("   ") + cells[i].rightJustified(m_widths[i]);
            lines << line;
        }
        return lines;
    }

private:
    QList<QStringList> m_rows;
    QList<qsizetype> m_widths;
};

/// How the figures of one database are written.
struct Figures {
    QLocale locale;
    Currency currency;

    QString count(std::int64_t number) const { return text::formatCount(number, locale); }
    QString money(Money amount) const { return text::formatMoney(amount, currency, locale); }
    QString pieces(Quantity quantity) const { return text::formatQuantity(quantity, locale); }
};

/// Whole pieces as an integer; a part of a kilogram as decimal text, which no reader rounds.
Json piecesJson(Quantity quantity)
{
    if (quantity.thousandths() % 1000 == 0)
        return quantity.thousandths() / 1000;
    return plainQuantity(quantity);
}

Result<CommandResult> totalsReport(storage::Reports& reports, const Figures& figures)
{
    BL_TRY(const auto totals, reports.totals());
    CommandResult result;
    result.json["adjustments"] = totals.adjustments;
    result.json["refundLines"] = totals.refundLines;
    result.json["refunded"] = totals.refunded.minor();
    result.json["refunds"] = totals.refunds;
    result.json["saleLines"] = totals.saleLines;
    result.json["sales"] = totals.sales;
    result.json["sold"] = totals.sold.minor();
    TextTable table({QString(), ControlProgram::tr("Tickets"), ControlProgram::tr("Lines"),
        ControlProgram::tr("Amount")});
    table.add({ControlProgram::tr("Sales"), figures.count(totals.sales),
        figures.count(totals.saleLines), figures.money(totals.sold)});
    table.add({ControlProgram::tr("Refunds"), figures.count(totals.refunds),
        figures.count(totals.refundLines), figures.money(totals.refunded)});
    table.add({ControlProgram::tr("Corrections of stock"), figures.count(totals.adjustments),
        QString(), QString()});
    result.lines = table.lines();
    return result;
}

Result<CommandResult> daysReport(storage::Reports& reports, const Figures& figures)
{
    BL_TRY(const auto days, reports.days());
    CommandResult result;
    TextTable table({ControlProgram::tr("Day"), ControlProgram::tr("Sales"),
        ControlProgram::tr("Sold"), ControlProgram::tr("Refunds"), ControlProgram::tr("Refunded")});
    for (const auto& day : days) {
        auto& json = result.json[day.day];
        json["refunded"] = day.refunded.minor();
        json["refunds"] = day.refunds;
        json["sales"] = day.sales;
        json["sold"] = day.sold.minor();
        table.add({text::formatDay(day.day, figures.locale), figures.count(day.sales),
            figures.money(day.sold), figures.count(day.refunds), figures.money(day.refunded)});
    }
    result.lines = table.lines();
    return result;
}

Result<CommandResult> membersReport(storage::Reports& reports, const Figures& figures)
{
    BL_TRY(const auto members, reports.members(kListed));
    CommandResult result;
    result.json["count"] = members.count;
    result.json["sum"] = members.sum.minor();
    result.json["top"] = Json::array();
    result.lines << ControlProgram::tr("%1 members spent %2.")
                        .arg(figures.count(members.count), figures.money(members.sum));
    TextTable table({ControlProgram::tr("Member"), ControlProgram::tr("Spent")});
    for (const auto& member : members.top) {
        result.json["top"].push_back(Json::array({member.number, member.spent.minor()}));
        table.add({QString::fromStdString(member.number), figures.money(member.spent)});
    }
    result.lines << table.lines();
    return result;
}

Result<CommandResult> stockReport(storage::Reports& reports, const Figures& figures)
{
    BL_TRY(const auto stock, reports.stock(kListed));
    CommandResult result;
    result.json["lowest"] = Json::array();
    result.json["products"] = stock.products;
    result.json["sum"] = piecesJson(stock.sum);
    result.lines << ControlProgram::tr("%1 products, %2 pieces in stock. The lowest:")
                        .arg(figures.count(stock.products), figures.pieces(stock.sum));
    TextTable table({ControlProgram::tr("Product"), ControlProgram::tr("Pieces")});
    for (const auto& product : stock.lowest) {
        result.json["lowest"].push_back(Json::array({product.code, piecesJson(product.quantity)}));
        table.add({QString::fromStdString(product.code), figures.pieces(product.quantity)});
    }
    result.lines << table.lines();
    return result;
}

using Report = Result<CommandResult> (*)(storage::Reports&, const Figures&);

struct ReportPart {
    std::string_view name;
    Report make;
    QString summary;
};

ReportPart partOf(std::string_view name)
{
    if (name == "totals")
        return {name, totalsReport, ControlProgram::tr("Sales, refunds and corrections in all.")};
    if (name == "days")
        return {name, daysReport, ControlProgram::tr("Sales and refunds of each day.")};
    if (name == "members")
        return {name, membersReport, ControlProgram::tr("What members spent, and who spent most.")};
    BL_ASSERT(name == "stock");
    return {name, stockReport, ControlProgram::tr("What is in stock, and of what there is least.")};
}

Result<CommandResult> verify(const CommandArguments& arguments)
{
    BL_TRY(auto data, openForReading(arguments.value("data")));
    const SystemMonotonicClock clock;
    const auto start = clock.now();
    const auto checked = services::Verifier(*data.database).run();
    if (!checked)
        return breachResult(checked.error());
    CommandResult result;
    const auto elapsed = clock.now() - start;
    result.json["holds"] = true;
    result.json["registers"] = checked->registers;
    result.json["lines"] = checked->lines;
    result.json["quarantined"] = checked->quarantined;
    result.json["postings"] = checked->postings;
    result.json["accounts"] = checked->accounts;
    result.json["seconds"] = static_cast<double>(elapsed.count()) / 1000.0;
    const QLocale locale;
    result.lines << ControlProgram::tr(
        "All invariants hold: %1 operations, %2 postings, %3 accounts.")
                        .arg(text::formatCount(checked->lines, locale),
                            text::formatCount(checked->postings, locale),
                            text::formatCount(checked->accounts, locale));
    return result;
}

/// A sale or refund as its receipt tells of it.
Result<CommandResult> receipt(const CommandArguments& arguments)
{
    BL_TRY(auto data, openForReading(arguments.value("data")));
    BL_TRY(const auto site, storage::SiteStore(*data.database).load());
    const std::string number = arguments.positional().front();
    BL_TRY(const auto stored, storage::SaleStore(*data.database).findByReceipt(number));
    if (!stored)
        return Error{ErrorCode::NotFound, {"receipt " + excerpt(number)}};
    const auto& sale = stored->record.sale;
    BL_TRY(const auto currency, Currency::create(sale.currency));
    const Figures figures{QLocale(), currency};
    CommandResult result;
    result.json = journal::saleRecordToJson(stored->record);
    TextTable table({ControlProgram::tr("Product"), ControlProgram::tr("Pieces"),
        ControlProgram::tr("Amount")});
    for (const auto& line : sale.lines)
        table.add({QString::fromStdString(line.code + ' ' + line.name),
            figures.pieces(line.quantity), figures.money(line.net)});
    table.add({sale.kind == sales::SaleKind::Refund ? ControlProgram::tr("Refunded")
                                                    : ControlProgram::tr("Sold"),
        QString(), figures.money(sale.payable())});
    result.lines << text::formatDateTime(sale.time, site.timeZone, figures.locale) << table.lines();
    return result;
}

}  // namespace

text::Command receiptCommand()
{
    text::Command command;
    command.name = QStringLiteral("receipt");
    command.summary =
        ControlProgram::tr("Shows a sale by its receipt's number; on a register those of "
                           "its store.");
    command.options = {dataOption()};
    command.positionals = {
        QStringLiteral("NUMBER"), ControlProgram::tr("What the receipt says: S01-1-000481."), 1, 1};
    command.run = receipt;
    return command;
}

Result<CommandResult> breachResult(const Error& error)
{
    if (error.code != ErrorCode::BrokenInvariant)
        return error;
    CommandResult result;
    result.status = text::ExitStatus::Breached;
    result.json["holds"] = false;
    result.json["invariant"] = std::atoi(error.detail[0].c_str());
    result.json["what"] = error.detail[1];
    result.lines << text::sentence(error);
    return result;
}

text::Command verifyCommand()
{
    text::Command command;
    command.name = QStringLiteral("verify");
    command.summary =
        ControlProgram::tr("Checks that journals, ledger and figures agree, and names the "
                           "first breach. Reads only.");
    command.options = {dataOption()};
    command.run = verify;
    return command;
}

text::Command reportCommand(const char* name)
{
    const auto part = partOf(name);
    text::Command command;
    command.name = QStringLiteral("report ") + QLatin1String(name);
    command.summary = part.summary;
    command.options = {dataOption()};
    command.run = [make = part.make](const CommandArguments& arguments) -> Result<CommandResult> {
        BL_TRY(auto data, openForReading(arguments.value("data")));
        BL_TRY(const auto site, storage::SiteStore(*data.database).load());
        storage::Reports reports(*data.database);
        return make(reports, {QLocale(), site.currency});
    };
    return command;
}

}  // namespace bl::ctl
