#include "core/services/sales_import.h"

#include "core/base/text.h"
#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "core/services/member_service.h"
#include "core/services/product_service.h"
#include "core/services/sell_service.h"
#include "core/services/shift_service.h"
#include "core/services/stock_service.h"
#include "core/staff/user.h"
#include "core/storage/member_store.h"
#include "core/storage/product_store.h"
#include "core/storage/sale_store.h"

#include <algorithm>
#include <cstdlib>

namespace bl::services {

namespace {

constexpr const char* kCorrectionReason = "import";

/// A ticket of so many lines may be too long for a journal line, so that it is made once
/// beforehand.
constexpr std::size_t kManyLines = 400;

sales::SaleKind saleKindOf(const ImportedTicket& ticket)
{
    return ticket.kind == ImportedTicket::Kind::Refund ? sales::SaleKind::Refund
                                                       : sales::SaleKind::Sale;
}

/// Whether the row is a line of the sale or refund. Else it corrects the stock.
bool isTrade(const ImportedTicket& ticket, const ImportedLine& line)
{
    return ticket.kind == ImportedTicket::Kind::Refund || line.quantity > 0;
}

/// The files count what leaves the shop: a quantity below zero comes back into the stock.
Result<Quantity> stockDifference(const ImportedLine& line)
{
    return Quantity::pieces(-line.quantity);
}

}  // namespace

Result<ImportReport> SalesImport::run(const std::vector<std::string>& files)
{
    BL_TRY(const auto site, storage::SiteStore(m_context.database).load());
    if (!site.store)
        return Error{ErrorCode::NotEnrolled, {}};
    BL_CHECK(checkShift(site));
    SalesFiles read(site.currency, site.timeZone);
    for (const auto& file : files)
        BL_CHECK(read.add(file));
    const auto tickets = read.takeTickets();
    m_products = read.products();
    m_known.assign(m_products.size(), std::nullopt);
    m_report.rejected = read.rejected();
    BL_CHECK(checkLengths(tickets, site));

    storage::SaleStore sales(m_context.database);
    for (const auto& ticket : tickets) {
        BL_TRY(const bool known, sales.hasExternal(ticket.invoice));
        if (known)
            ++m_report.knownTickets;
        else
            BL_CHECK(importTicket(ticket));
    }
    BL_CHECK(closeShift());
    return std::move(m_report);
}

/// A shift that a broken-off import left open goes on or is closed; anybody else's is not ours to
/// close.
Result<void> SalesImport::checkShift(const storage::Site& site)
{
    BL_TRY(m_shift, storage::ShiftStore(m_context.database).findOpen(site.registerNo));
    if (!m_shift)
        return {};
    if (m_shift->user != staff::kImportUser)
        return Error{ErrorCode::ShiftAlreadyOpen, {std::to_string(m_shift->number)}};
    m_lastSale = m_shift->openedAt;
    BL_TRY(const auto newest, storage::SaleStore(m_context.database).newestOf(site.registerNo));
    if (newest && newest->record.sale.shift == m_shift->id)
        m_lastSale = std::max(m_lastSale, newest->record.sale.time);
    return {};
}

Result<void> SalesImport::checkLengths(
    const std::vector<ImportedTicket>& tickets, const storage::Site& site) const
{
    for (const auto& ticket : tickets) {
        if (ticket.lines.size() < kManyLines)
            continue;
        sales::Sale sale;
        sale.kind = saleKindOf(ticket);
        sale.store = *site.store;
        sale.receipt = site.registerCode + "-000000000";
        sale.day = ticket.day;
        sale.time = ticket.time;
        sale.currency = site.currency.code;
        sale.member = MemberId{};
        sale.external = ticket.invoice;
        for (const auto& line : ticket.lines) {
            if (!isTrade(ticket, line))
                continue;
            const auto& product = m_products[line.product];
            BL_TRY(const Quantity quantity, Quantity::pieces(std::abs(line.quantity)));
            BL_TRY(const Money net, extend(line.price, quantity));
            const auto& name = product.name.empty() ? product.code : product.name;
            sale.lines.push_back({ProductId{}, product.code, name, quantity, line.price, net});
            sale.total += net;
        }
        sale.tenders = {{sales::kCash, sale.total, sale.total}};
        journal::Operation operation;
        operation.registerId = site.registerId;
        operation.at = site.timeZone.format(ticket.time);
        operation.data = std::move(sale);
        BL_TRY(const auto effects, journal::effects(operation));
        const auto line = journal::encodeLine(operation, effects.postings);
        if (!line)
            return Error{line.error().code,
                {excerpt(ticket.file, 1024) + ", line " + std::to_string(ticket.line) + ": "
                    + line.error().detail.front()}};
    }
    return {};
}

Result<void> SalesImport::importTicket(const ImportedTicket& ticket)
{
    BL_TRY(auto batch, m_context.writer.begin());
    BL_CHECK(prepareShift(batch, ticket));
    BL_CHECK(recordLines(batch, ticket));
    BL_CHECK(batch.commit());
    ++m_report.tickets;
    m_lastSale = std::max(m_lastSale, ticket.time);
    return {};
}

Result<void> SalesImport::prepareShift(OperationWriter::Batch& batch, const ImportedTicket& ticket)
{
    if (m_shift && m_shift->day == ticket.day)
        return {};
    ShiftService shifts(m_context);
    if (m_shift)
        BL_CHECK(shifts.closeAsExpected(batch, m_lastSale, staff::kImportUser));
    BL_TRY(m_shift, shifts.open(batch, Money{}, ticket.day, ticket.time, staff::kImportUser));
    m_lastSale = ticket.time;
    return {};
}

Result<void> SalesImport::closeShift()
{
    if (!m_shift)
        return {};
    BL_TRY(auto batch, m_context.writer.begin());
    BL_CHECK(ShiftService(m_context).closeAsExpected(batch, m_lastSale, staff::kImportUser));
    BL_CHECK(batch.commit());
    m_shift.reset();
    return {};
}

Result<catalog::Product> SalesImport::productOf(OperationWriter::Batch& batch, std::size_t index)
{
    auto& known = m_known[index];
    if (known)
        return *known;
    const auto& described = m_products[index];
    BL_TRY(known, storage::ProductStore(m_context.database).findByCode(described.code));
    if (known)
        return *known;
    catalog::Product draft;
    draft.code = described.code;
    draft.name = described.name.empty() ? described.code : described.name;
    draft.price = described.price;
    BL_TRY(known, ProductService(m_context).create(batch, std::move(draft), staff::kImportUser));
    return *known;
}

Result<std::optional<MemberId>> SalesImport::memberOf(
    OperationWriter::Batch& batch, const std::string& number)
{
    if (number.empty())
        return std::optional<MemberId>{};
    if (const auto it = m_members.find(number); it != m_members.end())
        return std::optional{it->second};
    BL_TRY(auto member, storage::MemberStore(m_context.database).findByNumber(number));
    if (!member) {
        members::Member draft;
        draft.number = number;
        draft.name = number;
        BL_TRY(
            member, MemberService(m_context).create(batch, std::move(draft), staff::kImportUser));
    }
    m_members.emplace(number, member->id);
    return std::optional{member->id};
}

Result<void> SalesImport::recordLines(OperationWriter::Batch& batch, const ImportedTicket& imported)
{
    sales::Ticket ticket(m_context.newId<TicketId>());
    BL_TRY(const auto member, memberOf(batch, imported.member));
    ticket.setMember(member);
    for (const auto& line : imported.lines) {
        BL_TRY(auto product, productOf(batch, line.product));
        if (!isTrade(imported, line)) {
            BL_TRY(const Quantity difference, stockDifference(line));
            BL_CHECK(StockService(m_context).correct(batch,
                {std::move(product), difference, kCorrectionReason, imported.invoice,
                    imported.time},
                staff::kImportUser));
            ++m_report.adjustments;
            continue;
        }
        product.price = line.price;
        BL_TRY(const Quantity quantity, Quantity::pieces(std::abs(line.quantity)));
        BL_CHECK(ticket.addApart(product, quantity));
    }
    if (ticket.lines().empty())
        return {};
    Settlement settlement;
    settlement.kind = saleKindOf(imported);
    settlement.tenders = {{sales::kCash, ticket.total(), ticket.total()}};
    settlement.external = imported.invoice;
    settlement.time = imported.time;
    BL_TRY(const auto done,
        SellService(m_context).record(batch, ticket, std::move(settlement), staff::kImportUser));
    const auto count = static_cast<std::int64_t>(done.sale.lines.size());
    if (done.sale.kind == sales::SaleKind::Refund) {
        ++m_report.refunds;
        m_report.refundLines += count;
        m_report.refunded += done.sale.total;
    } else {
        ++m_report.sales;
        m_report.saleLines += count;
        m_report.sold += done.sale.total;
    }
    return {};
}

}  // namespace bl::services
